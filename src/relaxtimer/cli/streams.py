"""The standard streams: there, whatever was closed, and on standard error nothing that steers a terminal."""

from __future__ import annotations

import os
import sys
from io import StringIO, TextIOWrapper


def prepare() -> None:
    """Let the standard streams be there and take any character."""
    # In this order each gets the number of the one that was closed, and no file that is opened later does.
    if sys.stdin is None:
        sys.stdin = _nowhere("rb")
    if sys.stdout is None:
        sys.stdout = _nowhere("wb")
    if sys.stderr is None:
        sys.stderr = _nowhere("wb")
    # What a terminal's encoding cannot show is shown by its number.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def complain(text: str) -> None:
    """Write to standard error, with line breaks and without anything else that steers a terminal.

    Where it cannot be written it is lost: the exit status still tells.
    """
    try:
        sys.stderr.write("\n".join(map(_safe, text.split("\n"))))
        sys.stderr.flush()
    except OSError:
        silence(sys.stderr.fileno())


def silence(number: int) -> None:
    """Let what is left for a stream go nowhere, so that the end of the program does not fail on it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


class Held:
    """Holds back what is written to standard error in a `with` block, and then complains of it all."""

    def __enter__(self) -> None:
        self._before = sys.stderr
        self._said = sys.stderr = StringIO()

    def __exit__(self, *_: object) -> None:
        sys.stderr = self._before
        if said := self._said.getvalue():
            complain(said)


class _Nowhere(TextIOWrapper):
    """Takes all and gives nothing."""

    def isatty(self) -> bool:
        """Deny it: on Windows the null device claims to be one."""
        return False


def _nowhere(mode: str) -> TextIOWrapper:
    return _Nowhere(open(os.devnull, mode), encoding="utf-8")  # noqa: PTH123 - it stays open to the end


def _safe(line: str) -> str:
    """Escape what cannot be seen or steers a terminal; the tables for that are loaded only where there may be any."""
    if line.isascii() and line.isprintable():
        return line
    from relaxtimer.notation.characters import escaped

    return escaped(line)
