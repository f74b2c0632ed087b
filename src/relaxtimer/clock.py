"""The clock of a session: whole milliseconds that go on while the machine sleeps, faster or slower for a rehearsal.

Linux stops `CLOCK_MONOTONIC` while the machine sleeps and lets `CLOCK_BOOTTIME` go on; macOS lets `CLOCK_MONOTONIC`
go on and gives `time.monotonic()` a clock that stops. A clock that goes on shows a sleep as one long step, which the
session takes for what it is.
"""

from __future__ import annotations

import sys
import time
from fractions import Fraction
from typing import Protocol

from relaxtimer.core.duration import Milliseconds

_NANOSECONDS = 1_000_000


class Clock(Protocol):
    """What tells a session the time."""

    def now(self) -> Milliseconds:
        """Give the time of the session in milliseconds; only differences mean something."""
        ...

    def seconds_until(self, deadline: Milliseconds) -> float:
        """Give how many real seconds there are until a time of the session, never below 0."""
        ...

    def session_time(self, real: Milliseconds) -> Milliseconds:
        """Give how much session time passes in so much real time."""
        ...


class SystemClock:
    """The clock of the machine; `speed` 2 makes a session pass in half its time."""

    def __init__(self, speed: Fraction = Fraction(1)) -> None:
        """Start at 0. Raises `ValueError` for a speed that is not positive."""
        if speed <= 0:
            raise ValueError(f"a speed is more than 0, not {speed}")
        self._speed = speed
        self._start = _nanoseconds()

    def now(self) -> Milliseconds:
        """Give the time since the start."""
        return int((_nanoseconds() - self._start) * self._speed / _NANOSECONDS)

    def seconds_until(self, deadline: Milliseconds) -> float:
        """Give the real seconds until a time."""
        return max(float((deadline - self.now()) / self._speed) / 1_000, 0.0)

    def session_time(self, real: Milliseconds) -> Milliseconds:
        """Give how much session time passes in so much real time, at least a millisecond."""
        return max(int(real * self._speed), 1)


class FakeClock:
    """A clock that stands still until it is moved: for tests and pictures."""

    def __init__(self, now: Milliseconds = 0) -> None:
        """Stand at a time."""
        self.time = now

    def now(self) -> Milliseconds:
        """Give the time it was moved to."""
        return self.time

    def move(self, by: Milliseconds) -> None:
        """Let time pass."""
        self.time += by

    def seconds_until(self, deadline: Milliseconds) -> float:
        """Give the seconds until a time."""
        return max(deadline - self.time, 0) / 1_000

    def session_time(self, real: Milliseconds) -> Milliseconds:
        """Give the same time."""
        return real


if sys.platform == "linux":

    def _nanoseconds() -> int:
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)

elif sys.platform == "darwin":

    def _nanoseconds() -> int:
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)

else:

    def _nanoseconds() -> int:
        return time.monotonic_ns()
