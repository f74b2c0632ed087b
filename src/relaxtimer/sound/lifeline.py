"""Keeps a player process alive: starts it, hears it, sees when it falls silent or ends, and starts another one.

A new process is told everything anew, and so comes in where the session is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from queue import Empty
from threading import Event, Lock, Thread
from time import monotonic
from typing import Protocol

from relaxtimer.sound.messages import Lost, Opened, Report, Request
from relaxtimer.sound.pipe import Pipe

# Seconds. A process says four times a second that it is alive; before that it has to come up. While it opens an output,
# a library may hold it up, and nobody misses anything yet: it has not sounded.
SILENT = 0.7
SILENT_AT_FIRST = 10.0
SILENT_WHILE_OPENING = 3.0
# One that falls silent may only have been held up: it is given so long before it is ended.
BEYOND_HOPE = 2.0
# The first start, and one new start, come at once.
_BACKOFF = (0.0, 0.0, 1.0, 2.0, 5.0)
# A process that lived for so long was a good one: the next failure is a first one again.
_GOOD = 10.0
_TIME_TO_JOIN = 0.1
# Where waiting took so much longer than it was to, it is this process that was stopped or held up.
_HELD_UP = 0.5

NO_ANSWER = "the player does not answer"
ENDED = "the player ended"


class Hearer(Protocol):
    """Is told what becomes of the process; called in a thread of the lifeline's."""

    def greeting(self) -> Iterable[Request]:
        """Give everything that a new process has to know."""
        ...

    def hear(self, report: Report) -> None:
        """Take in what it says."""
        ...

    def fell_silent(self, why: str) -> None:
        """Know that nothing is heard from it."""
        ...

    def spoke_again(self) -> None:
        """Know that it was only held up, and is as it was."""
        ...


class Lifeline:
    """One process at a time, for a hearer."""

    def __init__(self, hearer: Hearer, start: Callable[[], Pipe] = Pipe) -> None:
        """Have no process yet; `start` makes one, and may raise `OSError`."""
        self._hearer = hearer
        self._start = start
        self._lock = Lock()
        self._pipe: Pipe | None = None
        self._closed = Event()
        self._thread: Thread | None = None
        self._failures = 0
        self._greeted = False

    @property
    def pid(self) -> int | None:
        """The number of the process there is."""
        pipe = self._pipe
        return None if pipe is None else pipe.pid

    @property
    def begun(self) -> bool:
        """Whether a process was ever asked for."""
        return self._thread is not None

    def tell(self, make: Callable[[bool], Iterable[Request]]) -> None:
        """Let the process know what `make(listened)` gives; where none listens, a later one is greeted with it."""
        with self._lock:
            requests = make(self._pipe is not None)
            if self._pipe is not None:
                self._pipe.send(requests)

    def begin(self) -> None:
        """Start a process, if that was not done yet, without waiting for it; where that cannot be, later on it may."""
        if self.begun or self._closed.is_set():
            return
        thread = Thread(target=self._live, daemon=True)
        try:
            thread.start()
        except RuntimeError as error:
            self._hearer.fell_silent(_not_started(error))
        else:
            self._thread = thread

    def settle(self) -> None:
        """Wait a moment until all that was told is on its way."""
        with self._lock:
            pipe = self._pipe
        if pipe is not None:
            pipe.settle()

    def close(self) -> None:
        """End the process: it fades out, or is killed."""
        self._closed.set()
        with self._lock:
            pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
        if self._thread is not None:
            self._thread.join(_TIME_TO_JOIN)

    def _live(self) -> None:
        while not self._closed.wait(_BACKOFF[min(self._failures, len(_BACKOFF) - 1)]):
            born = monotonic()
            try:
                pipe = self._start()
            except OSError as error:
                why = _not_started(error.strerror or error)
            else:
                why = self._attend(pipe)
            self._failures = 1 if monotonic() - born > _GOOD else self._failures + 1
            if not self._closed.is_set():
                self._hearer.fell_silent(why)

    def _attend(self, pipe: Pipe) -> str:
        """Hear a process to its end; say why it ended."""
        try:
            return self._hear(pipe)
        finally:
            with self._lock:
                closed_elsewhere = self._greeted and self._pipe is None
                self._pipe, self._greeted = None, False
            if not closed_elsewhere:
                pipe.kill()

    def _greet(self, pipe: Pipe) -> None:
        """Tell a process that is up what it has to know: not before, the screen has better to do until then."""
        with self._lock:
            if not self._greeted and not self._closed.is_set():
                pipe.send(self._hearer.greeting())
                self._pipe, self._greeted = pipe, True

    def _hear(self, pipe: Pipe) -> str:
        patience, silent, patience_once_heard = SILENT_AT_FIRST, False, SILENT_WHILE_OPENING
        while not self._closed.is_set():
            asked = monotonic()
            try:
                report = pipe.reports.get(timeout=patience)
            except Empty:
                if monotonic() - asked > patience + _HELD_UP:
                    continue
                if silent or patience == SILENT_AT_FIRST:
                    return NO_ANSWER
                silent, patience = True, BEYOND_HOPE
                self._hearer.fell_silent(NO_ANSWER)
                continue
            if report is None:
                return ENDED
            if silent:
                self._hearer.spoke_again()
            if isinstance(report, Opened | Lost):
                patience_once_heard = SILENT
            silent, patience = False, patience_once_heard
            self._greet(pipe)
            self._hearer.hear(report)
        return ENDED


def _not_started(why: object) -> str:
    return f"no player can be started: {why}"
