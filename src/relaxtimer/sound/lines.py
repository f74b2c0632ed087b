"""Messages as lines of a pipe, each of bounded length."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from threading import Lock

import msgspec

from relaxtimer.sound.messages import Report

# Ten times the score of the longest routine there can be.
LONGEST = 32_000_000


def lines(read: Callable[[], bytes], longest: int = LONGEST) -> Iterator[bytes]:
    """Yield the lines that come in parts from `read` until there are no more.

    Raises `OSError` for one longer than `longest` bytes; an unfinished line at the end is none.
    """
    parts: list[bytes] = []
    length = 0
    while data := read():
        first, *others = data.split(b"\n")
        parts.append(first)
        length += len(first)
        if length > longest:
            message = f"a line of more than {longest} bytes"
            raise OSError(message)
        if others:
            yield b"".join(parts)
            yield from others[:-1]
            parts, length = [others[-1]], len(others[-1])


class Reporter:
    """Writes reports, from any thread; `unheard` once nobody reads them any more."""

    def __init__(self, pipe: int) -> None:
        """Write to a file descriptor."""
        self.unheard = False
        self._pipe = pipe
        self._lock = Lock()
        self._encode = msgspec.json.Encoder().encode

    def say(self, report: Report) -> None:
        """Write a report."""
        rest = memoryview(self._encode(report) + b"\n")
        with self._lock:
            try:
                while rest:
                    rest = rest[os.write(self._pipe, rest) :]
            except OSError:
                self.unheard = True
