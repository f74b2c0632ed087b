"""What keeps the terminal sane around a Textual app: however the app ends or is stopped, the shell is usable after it.

`run(app)` takes the place of `app.run()`. It ends the app with 143, 129 or 130 for SIGTERM, SIGHUP and SIGINT, stops
and goes on with ctrl+z, survives a lone SIGCONT, notices a terminal that is gone, and raises what failed in the app.
What draws and reads the terminal is `guarded_driver.py`; there is none on Windows, which has no job control.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from types import FrameType
from typing import Any, Protocol, TypeAlias, runtime_checkable

from textual.app import App
from textual.driver import Driver

from relaxtimer.core.duration import Milliseconds

FAILED = 1
HUNG_UP = 129
_SIGNALLED = 128
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")
# Seconds an app has to end by itself once it must; with a terminal that takes nothing any more it cannot.
GRACE = 3.0

_Handler: TypeAlias = Callable[[int, FrameType | None], Any] | int | signal.Handlers | None


@runtime_checkable
class StandsStill(Protocol):
    """A session on the screen, as far as the guards know it: the app itself, or a screen on its stack."""

    def stand_still(self) -> None:
        """Pause the session: this process is about to be stopped. Does nothing where it does not run."""
        ...

    def came_back(self, away: Milliseconds) -> None:
        """Say how long the process was stopped, in real milliseconds."""
        ...


class Guard:
    """Ends one app from outside its loop, and knows what failed in it.

    `status` is the exit status once it must end. The driver says how to `unblock` an app that hangs on a terminal
    which takes nothing any more, and how to `restore` that terminal without the app's help.
    """

    def __init__(self, app: App[Any]) -> None:
        """Guard this app."""
        self.status: int | None = None
        self.loop: asyncio.AbstractEventLoop | None = None
        self.unblock: Callable[[], None] = lambda: None
        self.restore: Callable[[], None] = lambda: None
        self.failures: list[BaseException] = []
        self._app = app
        self._unblocked = False
        self._must_end: SimpleQueue[int | None] = SimpleQueue()
        self._ended = threading.Event()

    @property
    def session(self) -> StandsStill | None:
        """The session that is on the screen."""
        candidates = (self._app, *reversed(self._app.screen_stack))
        return next((each for each in candidates if isinstance(each, StandsStill)), None)

    def leave(self, status: int) -> None:
        """End the app; from any thread, and from a signal's handler. The first reason counts."""
        if self.status is not None:
            return
        self.status = status
        if self.loop is None or self.loop.is_closed():
            raise SystemExit(status)
        # Nothing here takes a lock: a signal's handler may interrupt whoever holds it.
        self._must_end.put(status)
        self.loop.call_soon_threadsafe(lambda: self._app.exit(return_code=status))

    def watch(self) -> None:
        """See to it, in a thread of its own, that an app which must end does."""
        if self._must_end.get() is None or self._ended.wait(GRACE):
            return
        self._unblocked = True
        self.unblock()
        if not self._ended.wait(GRACE):
            self.restore()
            os._exit(self.status or FAILED)

    def done(self) -> None:
        """Leave alone an app that has ended, and see to a terminal that it could not write to."""
        self._ended.set()
        self._must_end.put(None)
        if self._unblocked:
            self.restore()


def run(app: App[Any]) -> int:
    """Run an app to its end, and give the exit status: 0, or 128 and the number of the signal that ended it.

    Raises what failed in the app or in one of its threads, once the terminal is given back.
    """
    guard = install(app)
    threading.Thread(target=guard.watch, name="the watch over the terminal", daemon=True).start()
    with _signals(guard), _threads(guard):
        try:
            app.run()
        finally:
            guard.done()
    if guard.failures and guard.status in {None, FAILED}:
        raise guard.failures[0]
    return guard.status or app.return_code or 0


def install(app: App[Any]) -> Guard:
    """Give an app that does not run yet its guarded driver, and keep what fails in it from being printed there."""
    guard = Guard(app)

    def failed() -> None:
        error = sys.exc_info()[1]
        if error is not None:
            guard.failures.append(error)
        app._close_messages_no_wait()  # noqa: SLF001 - how Textual itself ends after an error

    setattr(app, "_fatal_error", failed)  # noqa: B010 - Textual has no other place for what an error prints
    if sys.platform != "win32":
        from relaxtimer.tui.guarded_driver import guarded_by  # noqa: PLC0415 - needs termios, which Windows lacks

        app.driver_class = guarded_by(guard)
    else:
        app.driver_class = knowing_the_loop(guard, app.driver_class)
    return guard


def knowing_the_loop(guard: Guard, driver_class: type[Driver]) -> type[Driver]:
    """Make a driver that tells the guard which loop the app runs in, and is as it was otherwise."""

    def made(driver: Driver, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - passed on as they come
        driver_class.__init__(driver, *arguments, **options)
        guard.loop = asyncio.get_running_loop()

    return type(driver_class.__name__, (driver_class,), {"__init__": made})


@contextmanager
def _signals(guard: Guard) -> Iterator[None]:
    """Let the signals that end a process end the app; ignored ones stay ignored."""

    def end(number: int, _: FrameType | None) -> None:
        guard.leave(_SIGNALLED + number)

    before: dict[int, _Handler] = {}
    for number in (getattr(signal, name, None) for name in _ENDING):
        if number is not None and signal.getsignal(number) not in {signal.SIG_IGN, None}:
            before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _threads(guard: Guard) -> Iterator[None]:
    """Let an error in a thread end the app, which would otherwise go on without it."""

    def failed(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and not isinstance(arguments.exc_value, SystemExit):
            guard.failures.append(arguments.exc_value)
            guard.leave(FAILED)

    before, threading.excepthook = threading.excepthook, failed
    try:
        yield
    finally:
        threading.excepthook = before
