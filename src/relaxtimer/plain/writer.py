"""Lines on their way out: each whole, at once, in characters the other end can take."""

from __future__ import annotations

import errno
import os
import select
import sys
import textwrap
import unicodedata
from contextlib import suppress
from typing import TextIO

# What stands for typography where an encoding has none.
_PLAINER = {
    "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "×": "x", "·": ".",
    "°": " degrees", "½": "1/2", "¼": "1/4", "¾": "3/4", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "→": "->", "←": "<-",
}  # fmt: skip


# A terminal that says it is narrower says nothing.
_NARROWEST = 20


class NobodyReadsError(Exception):
    """Whoever read the lines has gone; `terminal` tells whether it was a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__("nobody reads the lines any more")
        self.terminal = terminal


class Writer:
    """Writes lines to a text file, a pipe or a terminal.

    `stuck` is true from the moment a line sets out until it has arrived: a signal may come in between, and then
    nothing more can be written before the output takes the rest of it.
    """

    def __init__(self, out: TextIO) -> None:
        """Write to this."""
        self._out = out
        self._encoding = getattr(out, "encoding", None) or "utf-8"
        self.stuck = False

    def lines(self, *lines: str) -> None:
        """Write lines, one after another.

        Raises `NobodyReadsError` when the other end is gone, `OSError` when it cannot take more for another reason.
        """
        for line in lines:
            for row in self._rows(readable(line, self._encoding)):
                self._write(f"{row}\n")

    def _rows(self, line: str) -> list[str]:
        """Break a line between its words where a terminal would break it within one; elsewhere it stays whole."""
        if not self._out.isatty():
            return [line]
        try:
            width = os.get_terminal_size(self._out.fileno()).columns
        except (OSError, ValueError):
            return [line]
        wide = max(width, _NARROWEST)
        return textwrap.wrap(line, wide, break_long_words=False, break_on_hyphens=False) or [line]

    def last(self, line: str) -> None:
        """Write a line if that is possible at once, so that an end never waits for a terminal that stands still."""
        try:
            ready = bool(select.select([], [self._out.fileno()], [], 0)[1])
        except (OSError, ValueError):  # not a file of the system, or one that cannot be asked, and then never waits
            ready = True
        try:
            if ready:
                self.lines(line)
        except (NobodyReadsError, OSError):
            self.abandon()
        if self.stuck:
            self.abandon()

    def ring(self, times: int) -> None:
        """Ring the bell of the terminal: of the output, else of standard error; nowhere else."""
        stream = next((each for each in (self._out, sys.stderr) if each is not None and each.isatty()), None)
        if stream is self._out:
            self._write("\a" * times)
        elif stream is not None:
            with suppress(OSError):  # a bell that nobody hears is no reason to end
                stream.write("\a" * times)
                stream.flush()

    def abandon(self) -> None:
        """Let what was not written go nowhere, so that the end of the program neither waits for it nor fails."""
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._out.fileno())
            os.close(nowhere)
        except OSError:  # not a file of the system, or closed
            return

    def _write(self, text: str) -> None:
        self.stuck = True
        try:
            self._pass_on(text)
        except OSError as error:
            if isinstance(error, ConnectionError) or error.errno == errno.EIO:
                raise NobodyReadsError(terminal=error.errno == errno.EIO) from None
            raise
        self.stuck = False

    def _pass_on(self, text: str) -> None:
        try:
            self._out.write(text)
            self._out.flush()
        except BlockingIOError:
            self._wait_and_flush()

    def _wait_and_flush(self) -> None:
        """Finish what an output that does not block has taken only a part of."""
        while True:
            select.select([], [self._out.fileno()], [])
            try:
                self._out.flush()
            except BlockingIOError:
                continue
            return


def readable(line: str, encoding: str) -> str:
    """Put a line into characters that an encoding has and a terminal only shows: nothing is lost without a trace."""
    printable = "".join(each if each.isprintable() else " " for each in line)
    return "".join(_in(encoding, each) for each in printable)


def _in(encoding: str, character: str) -> str:
    bare = "".join(each for each in unicodedata.normalize("NFKD", character) if not unicodedata.combining(each))
    for each in (character, _PLAINER.get(character, ""), bare):
        if each and _has(encoding, each):
            return each
    return "?"


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
