"""Keeps an output open: opens the best that works, sees when it falls silent, and opens one again.

Everything that may hang with a sound server is done in a thread and waited for at most `PATIENCE`; where that passes,
the process is beyond help (`stuck`), and whoever runs it ends it.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Protocol

from relaxtimer.machine import MILLISECOND, SECOND
from relaxtimer.sound.outputs.output import Clips, OutputError, Stream, streams

PATIENCE = 3 * SECOND
# Without a request for so long (five buffers) a stream is silent, whatever it says of itself.
SILENT = 500 * MILLISECOND
# A stream that starts is given longer for its first requests; so many show that they go on.
SILENT_AT_FIRST = 2_500 * MILLISECOND
SHOWN_TO_RUN = 3
# Driven a few times a second: where that took so long, it is this process that stood still, and its stream with it.
HELD_UP = 350 * MILLISECOND
_BACKOFF = (SECOND, 2 * SECOND, 5 * SECOND)

NO_ANSWER = "the sound server does not answer"
NO_REQUESTS = "the device stands still"


class Attempt:
    """Something that is done in a thread of its own; `error` is why it did not work."""

    def __init__(self, action: Callable[[], None], now: int) -> None:
        """Begin."""
        self.began = now
        self.error = ""
        self.done = False
        self._action = action
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self._action()
        except OutputError as error:
            self.error = str(error)
        except Exception as error:  # noqa: BLE001 - a library that fails is an output that does not work
            self.error = f"{type(error).__name__}: {error}"
        self.done = True


class Listener(Protocol):
    """Is told what becomes of the output."""

    def start(self, output: Stream | Clips) -> None:
        """Begin to use an output: called in a thread, may raise `OutputError`."""
        ...

    def started(self) -> None:
        """Know that it is in use now."""
        ...

    def rested(self) -> None:
        """Know that it is not in use for now, and will be started again."""
        ...

    def opened(self, output: Stream | Clips, missed: tuple[str, ...]) -> None:
        """Know that sound comes out of it; `missed` tells why each better one does not work."""
        ...

    def lost(self, why: str) -> None:
        """Know that nothing is heard any more, or not yet."""
        ...


class Keeper:
    """Keeps an output open for a listener; driven by `step(now)`, in nanoseconds of the machine."""

    def __init__(self, find: Callable[[], tuple[Stream | Clips, tuple[str, ...]]], listener: Listener) -> None:
        """Look for outputs by `find`, which raises `OutputError` where none works."""
        self.wanted = True
        """Whether anything will be heard soon; while not, the device rests."""
        self.stuck = False
        self._find = find
        self._listener = listener
        self._output: Stream | Clips | None = None
        self._missed: tuple[str, ...] = ()
        self._attempt: Attempt | None = None
        self._then: Callable[[str, int], None] = lambda _error, _now: None
        self._running = False
        self._shown = False
        self._since = 0
        self._stepped = 0
        self._retry = 0
        self._failures = 0

    @property
    def heard(self) -> bool:
        """Whether an output is open and was seen to run."""
        return self._shown

    @property
    def trying(self) -> bool:
        """Whether something is being tried, which may hang."""
        return self._attempt is not None

    @property
    def idle(self) -> bool:
        """Whether the device rests, and nothing is being tried."""
        return self._attempt is None and self._output is not None and not self._running

    def step(self, now: int) -> None:
        """See to the output."""
        if self._stepped and now - self._stepped > HELD_UP:
            self._since = now
            if self._attempt is not None:
                self._attempt.began += now - self._stepped
        self._stepped = now
        if self._attempt is not None:
            self._wait(self._attempt, now)
        elif self._output is None:
            if now >= self._retry:
                self._try(self._open, self._opened, now)
        elif self._running:
            self._watch(self._output, now)
        elif self.wanted:
            output = self._output
            self._try(lambda: self._listener.start(output), self._started, now)

    def close(self, now: int) -> None:
        """Let go of the output; `step` until `closed`."""
        self._retry = now + 3600 * SECOND
        self._let_go(now)

    @property
    def closed(self) -> bool:
        """Whether nothing is held any more."""
        return self._output is None and self._attempt is None

    # What is tried, and what follows

    def _try(self, action: Callable[[], None], then: Callable[[str, int], None], now: int) -> None:
        self._attempt, self._then = Attempt(action, now), then

    def _wait(self, attempt: Attempt, now: int) -> None:
        if attempt.done:
            self._attempt = None
            self._then(attempt.error, now)
        elif now - attempt.began > PATIENCE and not self.stuck:
            self.stuck = True
            self._listener.lost(NO_ANSWER)

    def _open(self) -> None:
        self._output, self._missed = self._find()
        self._listener.start(self._output)

    def _opened(self, error: str, now: int) -> None:
        if error and self._output is None:
            self._failed(error, now)
        else:
            self._started(error, now)

    def _started(self, error: str, now: int) -> None:
        if error:
            self._lose(error, now)
        else:
            self._running, self._since = True, now
            self._listener.started()

    def _failed(self, why: str, now: int) -> None:
        self._retry = now + _BACKOFF[min(self._failures, len(_BACKOFF) - 1)]
        self._failures += 1
        self._listener.lost(why)

    # While it is open

    def _watch(self, output: Stream | Clips, now: int) -> None:
        why = output.failed or _silent(output, self._since, now)
        if why:
            self._lose(why, now)
        elif not self._shown:
            self._show(output)
        elif not self.wanted:
            self._rest(output, now)

    def _show(self, output: Stream | Clips) -> None:
        """Tell of an output once it was seen to run: one that only opens is none."""
        if not streams(output) or output.clock.requests >= SHOWN_TO_RUN:
            self._shown, self._failures = True, 0
            self._listener.opened(output, self._missed)

    def _rest(self, output: Stream | Clips, now: int) -> None:
        if streams(output):
            self._running = False
            self._listener.rested()
            self._try(output.stop, self._rested, now)

    def _rested(self, error: str, now: int) -> None:
        if error:
            self._lose(error, now)

    def _lose(self, why: str, now: int) -> None:
        self._failed(why, now)
        self._let_go(now)

    def _let_go(self, now: int) -> None:
        output = self._output
        self._running = self._shown = False
        if output is not None and self._attempt is None:
            self._try(output.close, self._let_gone, now)

    def _let_gone(self, _error: str, _now: int) -> None:
        self._output = None


def _silent(output: Stream | Clips, since: int, now: int) -> str:
    """Say that a stream asks for nothing, where that is so."""
    if not streams(output):
        return ""
    clock = output.clock
    limit = SILENT if clock.requests >= SHOWN_TO_RUN else SILENT_AT_FIRST
    return NO_REQUESTS if now - max(clock.last, since) > limit else ""
