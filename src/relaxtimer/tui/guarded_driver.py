"""Textual's driver for POSIX terminals, made safe against a terminal that stops, stalls, comes back or goes away."""

from __future__ import annotations

import asyncio
import errno
import os
import select
import signal
import stat
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, ClassVar, cast

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from relaxtimer.clock import SystemClock
from relaxtimer.tui.guards import HUNG_UP, Guard

# Where Textual draws, so that standard output stays free.
_STANDARD_ERROR = 2
# Seconds between two looks at whether reading or writing is to end.
_EVERY = 0.1
# Leaves the alternate screen and switches off what Textual switches on: mouse, focus, paste, keyboard, line wrap.
_LEAVE = (
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[?2004l\x1b[?2048l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h"
)


class Output:
    """The terminal as a file that never fails: once it is gone or `dropped`, what is written goes nowhere.

    It is opened anew, so that it can refuse instead of waiting without end: others who have it open, like the shell,
    are not to be refused.
    """

    def __init__(self, terminal: int, lost: Callable[[], None]) -> None:
        """Write to the terminal behind a file descriptor; say so once it is gone."""
        self._given = terminal
        self._lost = lost
        self._text: list[str] = []
        self.dropped = False
        try:
            self._terminal = os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        except OSError:  # a terminal without a name here, as in some containers
            self._terminal = terminal

    def write(self, text: str) -> int:
        """Take text for the next flush."""
        self._text.append(text)
        return len(text)

    def flush(self) -> None:
        """Write what was taken, as fast as the terminal takes it."""
        data, self._text = "".join(self._text).encode("utf-8", "replace"), []
        try:
            while data and not self.dropped:
                data = data[self._write(data) :]
        except OSError:
            self._lost()

    def write_now(self, data: bytes) -> None:
        """Write what the terminal takes at once, whatever was dropped."""
        with suppress(OSError):
            os.write(self._terminal, data)

    def fileno(self) -> int:
        """Give the file descriptor."""
        return self._given

    def isatty(self) -> bool:
        """Be a terminal."""
        return True

    def _write(self, data: bytes) -> int:
        try:
            return os.write(self._terminal, data)
        except BlockingIOError:
            select.select([], [self._terminal], [], _EVERY)
            return 0


class GuardedDriver(LinuxDriver):
    """Draws on the terminal and reads its keys, and gives it back whatever happens."""

    guard: ClassVar[Guard]

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """Know the terminal, and leave it as it is."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._output = Output(_STANDARD_ERROR, self._lose)
        self._file = cast("Any", self._output)
        self._lost = False
        self._standing_still = False
        self._clock = SystemClock()
        self.guard.loop = asyncio.get_running_loop()
        self.guard.unblock = self._unblock
        self.guard.restore = self._restore

    def run_input_thread(self) -> None:
        """Pass on what is typed, until the app ends or the terminal is gone."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno], [], [], _EVERY)
            if ready:
                data = self._read()
                if not data:
                    self._lose()
                    return
                for message in parser.feed(decode(data)):
                    self.process_message(message)
            for message in parser.tick():
                self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    # Stopping and going on. Each is done in the loop, never in the midst of what a signal interrupts.

    def _sigtstp_application(self, *_: object) -> None:
        self._in_loop(self._stop)

    def _sigcont_application(self, *_: object) -> None:
        if not self._standing_still:
            self._in_loop(self._come_back)

    def _in_loop(self, do: Callable[[], None]) -> None:
        if self.guard.loop is not None and self._auto_restart:
            self.guard.loop.call_soon_threadsafe(do)

    def _stop(self) -> None:
        """Stop this process, with the whole job as ctrl+z does; go on when it is in the foreground again.

        Where no shell could let it go on, the kernel does not stop it.
        """
        if self._must_not_stop():
            return
        session = self.guard.session
        if session is not None:
            session.stand_still()
        since = self._clock.now()
        with self._away():
            handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(0, signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, handler)
            self._wait_for_foreground()
        if session is not None and self.guard.status is None:
            session.came_back(self._clock.now() - since)

    def _come_back(self) -> None:
        """Take the terminal again after a stop that nobody announced: it may have been used by others."""
        if self._must_not_stop():
            return
        self._standing_still = True
        self._wait_for_foreground()
        if not self._lost:
            with self._away():
                pass

    def _must_not_stop(self) -> bool:
        return self._standing_still or self._lost or self.guard.status is not None

    @contextmanager
    def _away(self) -> Iterator[None]:
        """Give the terminal back, and take and draw it again."""
        self._standing_still = True
        self.suspend_application_mode()
        yield
        self._must_signal_resume = True
        self.start_application_mode()  # type: ignore[no-untyped-call]
        self._standing_still = False
        self._app.refresh(layout=True)

    def _wait_for_foreground(self) -> None:
        """Stand still in the background: the kernel stops a job that changes the terminal from there."""
        while True:
            try:
                termios.tcsetattr(self.fileno, termios.TCSANOW, termios.tcgetattr(self.fileno))
            except termios.error as error:
                if error.args[0] == errno.EINTR:
                    continue
                self._lose()
            return

    # A terminal that is gone, or takes nothing

    def _lose(self) -> None:
        """End the app, and let what it still writes go nowhere; from any thread."""
        if self._lost:
            return
        self._lost = self._output.dropped = True
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (1, 2):
            if stat.S_ISCHR(os.fstat(stream).st_mode):
                os.dup2(nowhere, stream)
        os.close(nowhere)
        self.guard.leave(HUNG_UP)

    def _unblock(self) -> None:
        """Let an app that hangs on the terminal go on: drop what the terminal did not take, and all that follows."""
        self._output.dropped = True
        with suppress(termios.error):
            termios.tcflush(self.fileno, termios.TCOFLUSH)

    def _restore(self) -> None:
        """Give the terminal back from outside the app, without waiting for anything."""
        with suppress(termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        self._output.write_now(_LEAVE)


def guarded_by(guard: Guard) -> type[Driver]:
    """Make the driver class of one guard."""
    return type("GuardedDriver", (GuardedDriver,), {"guard": guard})


assert sys.platform != "win32"  # noqa: S101 - for the type checker: termios is not there
