"""Opening files that somebody else named: regular files only, and never more of them than the bound."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MOST_BYTES = 1 << 20

_KINDS = (
    (stat.S_ISDIR, "is a folder"),
    (stat.S_ISFIFO, "is a pipe"),
    (stat.S_ISSOCK, "is a socket"),
    (stat.S_ISCHR, "is a device"),
    (stat.S_ISBLK, "is a device"),
)
# A pipe that nobody writes to must not keep the program waiting, even one put in a file's place at the last moment.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class UnreadableError(Exception):
    """A file cannot be read; the message says which and why.

    `missing` tells whether there is no such file, `no_file` whether what there is is none.
    """

    def __init__(self, path: str | Path, why: str, *, missing: bool = False, no_file: bool = False) -> None:
        super().__init__(f"{_escaped(str(path))} {why}")
        self.why = why
        self.missing = missing
        self.no_file = no_file


def read(path: str | Path, most: int = MOST_BYTES) -> tuple[bytes, os.stat_result]:
    """Read a regular file: at most one byte more than it may have, so that a longer one is noticed.

    Raises `UnreadableError` for what is missing, not allowed, or not a regular file.
    """
    try:
        _refuse(path, Path(path).stat())
        descriptor = os.open(path, _FLAGS)
        try:
            found = os.fstat(descriptor)
            _refuse(path, found)
            return _bytes(descriptor, most + 1, found.st_size + 1), found
        finally:
            os.close(descriptor)
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableError(path, "does not exist", missing=True) from None
    except OSError as error:
        circle = error.errno == errno.ELOOP
        raise UnreadableError(path, f"cannot be read: {reason(error)}", no_file=circle) from None
    except ValueError:
        raise UnreadableError(path, "is no name that a file can have", missing=True) from None


def reason(error: OSError) -> str:
    """Say in the system's words, without its numbers, what went wrong."""
    return _escaped(error.strerror or str(error) or type(error).__name__)


def _refuse(path: str | Path, found: os.stat_result) -> None:
    for is_kind, words in _KINDS:
        if is_kind(found.st_mode):
            raise UnreadableError(path, f"{words}, not a file", no_file=True)


def _bytes(descriptor: int, left: int, at_once: int) -> bytes:
    pieces: list[bytes] = []
    while left and (piece := os.read(descriptor, min(left, at_once))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _escaped(text: str) -> str:
    from relaxtimer.notation.characters import escaped  # noqa: PLC0415 - its tables are not needed while all is well

    return escaped(text)
