"""Keys of a POSIX terminal, one by one as they are pressed; signals from the keyboard stay what they are.

The terminal is ours only in the foreground: in the background nothing is read and no mode is changed, because either
would stop the process.
"""

from __future__ import annotations

import os
import select
import termios
import tty
from typing import Any

from relaxtimer.plain.keys import Decoder


class TerminalKeys:
    """The keyboard of the terminal behind a file descriptor."""

    def __init__(self, terminal: int) -> None:
        """Know the terminal, and leave it as it is."""
        self._terminal = terminal
        self._decoder = Decoder()
        self._before: list[Any] | None = None
        self._taken = False
        self._gone = False

    @property
    def listening(self) -> bool:
        """Whether the terminal is there and this process is in its foreground."""
        return not self._gone and self._in_foreground()

    def open(self) -> None:
        """Take the terminal for single keys; others may have changed its mode since it was last taken."""
        self._taken = False
        if not self.listening:
            return
        try:
            # Only the first mode found is the one to go back to: a later one may be our own.
            if self._before is None:
                self._before = termios.tcgetattr(self._terminal)
            tty.setcbreak(self._terminal, termios.TCSANOW)
        except termios.error:
            self._gone = True
        else:
            self._taken = True

    def close(self) -> None:
        """Give the terminal back as it was found."""
        taken, self._taken = self._taken, False
        if not taken or self._before is None or not self.listening:
            return
        try:
            termios.tcsetattr(self._terminal, termios.TCSANOW, self._before)
        except termios.error:
            self._gone = True

    def wait(self, seconds: float | None, wake: int | None) -> tuple[str, ...]:
        """Wait for keys or for `wake`, at most so long; give the keys."""
        if self.listening and not self._taken:
            self.open()
        sources = [] if wake is None else [wake]
        if self.listening:
            sources.append(self._terminal)
        ready, _, _ = select.select(sources, [], [], seconds)
        return self._read() if self._terminal in ready else ()

    def _read(self) -> tuple[str, ...]:
        try:
            data = os.read(self._terminal, 1024)
        except BlockingIOError:
            return ()
        except OSError:
            data = b""
        self._gone = not data
        return self._decoder.decode(data)

    def _in_foreground(self) -> bool:
        try:
            return os.tcgetpgrp(self._terminal) == os.getpgrp()
        except OSError:  # not the terminal of this session: nobody takes it away
            return True
