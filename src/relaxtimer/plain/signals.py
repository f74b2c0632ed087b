"""What the operating system asks of a running session: to end, to stop, to go on.

To end comes at once, as an exception, so that it also reaches a session whose lines nobody takes; but only where it is
waited for, and once, so that nothing comes between while the terminal is taken or given back. To stop and to go on only
wake the session, which then does it itself, between two lines.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self, TypeAlias

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")
_SIGNALLED = 128

_Handler: TypeAlias = Callable[[int, FrameType | None], Any] | int | signal.Handlers | None


class Ended(BaseException):
    """The session is to end because of a signal; `status` is the exit status that says which.

    Not an `Exception`: nothing that handles errors may take it for one.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        self.status = _SIGNALLED + number


class Signals:
    """The signals of this process, taken for the time of a `with` block; ignored ones stay ignored.

    `stop_asked` and `came_back` say what came since they were last looked at.
    """

    def __init__(self) -> None:
        """Take nothing yet."""
        self.stop_asked = False
        self.came_back = False
        self.wake: int | None = None
        self._asked_to_end: int | None = None
        self._raises = False
        self._raised = False
        self._before: dict[int, _Handler] = {}
        self._waking: tuple[int, int] | None = None

    def __enter__(self) -> Self:
        """Take the signals; only the main thread can."""
        if threading.current_thread() is not threading.main_thread():
            return self
        for name in _ENDING:
            self._take(name, self._end)
        if sys.platform != "win32":
            self._take("SIGTSTP", self._ask_to_stop)
            self._take("SIGCONT", self._come_back)
            self.wake, waking = os.pipe()
            os.set_blocking(self.wake, False)
            os.set_blocking(waking, False)
            self._waking = waking, signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
        return self

    def __exit__(self, *_: object) -> None:
        """Give them back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._waking is not None and self.wake is not None:
            (waking, before), self._waking = self._waking, None
            signal.set_wakeup_fd(before)
            os.close(waking)
            os.close(self.wake)

    @contextmanager
    def raised(self) -> Iterator[None]:
        """Raise `Ended` for what asks to end during a `with` block, or asked before it: once, and nowhere else."""
        self._raises = True
        try:
            if self._asked_to_end is not None:
                self._end(self._asked_to_end, None)
            yield
        finally:
            self._raises = False

    def look(self) -> None:
        """Forget that something came; what it was is in the attributes."""
        if self.wake is not None:
            try:
                os.read(self.wake, 1024)
            except BlockingIOError:
                return

    def nudge(self) -> None:
        """Wake the session, from any thread; without a pipe to do it by, it wakes by itself within a second."""
        if self._waking is not None:
            try:
                os.write(self._waking[0], b"\0")
            except OSError:  # woken often enough, or over
                return

    def stop(self) -> None:
        """Stop this process as it was asked to; comes back when it goes on.

        Without a shell that could let it go on the kernel does not stop it.
        """
        self.stop_asked = False
        if sys.platform != "win32":
            handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, handler)

    def _take(self, name: str, handler: _Handler) -> None:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) not in {signal.SIG_IGN, None}:
            self._before[number] = signal.signal(number, handler)

    def _end(self, number: int, _: FrameType | None) -> None:
        self._asked_to_end = number
        if self._raises and not self._raised:
            self._raised = True
            raise Ended(number)

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stop_asked = True

    def _come_back(self, _number: int, _frame: FrameType | None) -> None:
        self.came_back = True
