"""An end in order for commands that work for long: what they have begun is taken away, and what they run is ended."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from relaxtimer.cli.streams import complain
from relaxtimer.plain.signals import Ended

_ASKING = ("SIGTERM", "SIGHUP")


@contextmanager
def in_order() -> Iterator[None]:
    """Raise `Ended` where the system asks to end during a `with` block, once; signals that are ignored stay so."""
    before = {
        number: signal.getsignal(number) for name in _ASKING if (number := getattr(signal, name, None)) is not None
    }

    def end(number: int, _frame: FrameType | None) -> None:
        for each in before:
            signal.signal(each, signal.SIG_IGN)
        raise Ended(number)

    for number, handler in before.items():
        if handler is signal.SIG_DFL:
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def told(words: str) -> Iterator[None]:
    """Say something where what is done meanwhile is ended before its end, from the keyboard or by the system."""
    try:
        yield
    except (KeyboardInterrupt, Ended):
        complain(f"relaxtimer: {words}\n")
        raise
