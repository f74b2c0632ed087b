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

# Seconds in which the rest of a key's sequence comes, also over a slow line; after them escape was pressed alone.
_SEQUENCE = 0.1
# Seconds. No signal tells that a shell has fetched a session that was running in the background: it is looked for.
_LOOK_FOR_FOREGROUND = 0.5


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
        """Whether the terminal is there; in the background it can be fetched, and its keys with it."""
        return not self._gone

    def open(self) -> None:
        """Take the terminal for single keys; others may have changed its mode since it was last taken."""
        if not self._within_reach():
            self._taken = False
            return
        try:
            # Only the first mode found is the one to go back to: a later one may be our own.
            if self._before is None:
                self._before = termios.tcgetattr(self._terminal)
            # Said before it is so, and unsaid in `close` after it is: an end in between finds what to give back.
            self._taken = True
            tty.setcbreak(self._terminal, termios.TCSANOW)
        except termios.error:
            self._gone = True

    def close(self) -> None:
        """Give the terminal back as it was found."""
        if self._taken and self._before is not None and self._within_reach():
            try:
                termios.tcsetattr(self._terminal, termios.TCSANOW, self._before)
            except termios.error:
                self._gone = True
        self._taken = False

    def wait(self, seconds: float | None, wake: int | None) -> tuple[str, ...]:
        """Wait for keys or for `wake`, at most so long; give the keys."""
        if not self._taken:
            self.open()
        sources = [] if wake is None else [wake]
        if self._within_reach():
            sources.append(self._terminal)
        elif not self._gone:
            seconds = _LOOK_FOR_FOREGROUND if seconds is None else min(seconds, _LOOK_FOR_FOREGROUND)
        ready, _, _ = select.select(sources, [], [], seconds)
        if self._terminal not in ready:
            return ()
        names = self._read()
        if self._decoder.undecided and not self._gone:
            more, _, _ = select.select([self._terminal], [], [], _SEQUENCE)
            names += self._read() if more else self._decoder.settle()
        return names

    def _read(self) -> tuple[str, ...]:
        try:
            data = os.read(self._terminal, 1024)
        except BlockingIOError:
            return ()
        except OSError:
            data = b""
        self._gone = not data
        return self._decoder.decode(data)

    def _within_reach(self) -> bool:
        """Tell whether the terminal is there and this process is in its foreground."""
        if self._gone:
            return False
        try:
            return os.tcgetpgrp(self._terminal) == os.getpgrp()
        except OSError:  # not the terminal of this session: nobody takes it away
            return True
