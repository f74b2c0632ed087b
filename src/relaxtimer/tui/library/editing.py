"""Opening a file in the person's own editor: it has the terminal, and its keys, until it ends."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from textual.app import App, SuspendNotSupported

from relaxtimer.notation.characters import escaped

NO_EDITOR = "Set EDITOR to the editor you like; there is none that is known here."
# What keys send to everybody at a terminal: it is meant for the editor.
_FROM_KEYS = ("SIGINT", "SIGQUIT")
_ENDING = ("SIGTERM", "SIGHUP")


def edit(app: App[Any], command: tuple[str, ...]) -> str:
    """Run an editor and wait for its end; give what went wrong, if anything did."""
    if not command:
        return NO_EDITOR
    try:
        # No error may leave the block: Textual would not take the terminal back, and every key would be lost.
        with app.suspend():
            return _trouble(command)
    except SuspendNotSupported:
        return "This terminal cannot be lent to an editor. Open the file in another one; what changes shows here."


def _trouble(command: tuple[str, ...]) -> str:
    try:
        status = _run(command)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        return f"{escaped(command[0])} cannot be run: {why or error}. EDITOR names another."
    return f"{escaped(command[0])} ended with status {status}." if status else ""


def _run(command: tuple[str, ...]) -> int:
    editors: list[subprocess.Popen[bytes]] = []

    def end() -> None:
        for editor in editors:
            editor.terminate()

    with _signals_for(end):
        editors.append(subprocess.Popen(command))  # noqa: S603 - the person's own editor, without a shell
        return editors[0].wait()


@contextmanager
def _signals_for(end: Callable[[], None]) -> Iterator[None]:
    """Leave the keyboard's signals to the editor and stop together with it; what ends this program ends it as well."""
    before = {number: signal.getsignal(number) for number in _numbers(*_FROM_KEYS, *_ENDING, "SIGTSTP")}

    def pass_on(number: int, frame: FrameType | None) -> None:
        end()
        handler = before[number]
        if callable(handler):
            handler(number, frame)

    for number in _numbers(*_FROM_KEYS):
        # A handler, for what is ignored here the editor would inherit.
        signal.signal(number, lambda *_: None)
    for number in _numbers(*_ENDING):
        if before[number] is not signal.SIG_IGN:
            signal.signal(number, pass_on)
    for number in _numbers("SIGTSTP"):
        signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _numbers(*names: str) -> list[int]:
    """Give the signals of these names that this system has."""
    return [number for name in names if (number := getattr(signal, name, None)) is not None]
