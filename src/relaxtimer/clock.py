"""The clock of a session: whole milliseconds that go on while the machine sleeps, faster or slower for a rehearsal.

A clock that goes on shows a sleep as one long step, which the session takes for what it is.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from relaxtimer.core.duration import Milliseconds
from relaxtimer.machine import MILLISECOND, nanoseconds


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

    def machine_nanoseconds(self, time: Milliseconds) -> int:
        """Give a time of the session on the clock of the machine, which other processes read too."""
        ...


class SystemClock:
    """The clock of the machine; `speed` 2 makes a session pass in half its time."""

    def __init__(self, speed: Fraction = Fraction(1)) -> None:
        """Start at 0. Raises `ValueError` for a speed that is not positive."""
        if speed <= 0:
            raise ValueError(f"a speed is more than 0, not {speed}")
        self._speed = speed
        self._start = nanoseconds()

    def now(self) -> Milliseconds:
        """Give the time since the start."""
        return int((nanoseconds() - self._start) * self._speed / MILLISECOND)

    def seconds_until(self, deadline: Milliseconds) -> float:
        """Give the real seconds until a time."""
        return max(float((deadline - self.now()) / self._speed) / 1_000, 0.0)

    def session_time(self, real: Milliseconds) -> Milliseconds:
        """Give how much session time passes in so much real time, at least a millisecond."""
        return max(int(real * self._speed), 1)

    def machine_nanoseconds(self, time: Milliseconds) -> int:
        """Give a time of the session on the clock of the machine."""
        return self._start + int(time * MILLISECOND / self._speed)


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

    def machine_nanoseconds(self, time: Milliseconds) -> int:
        """Give the same time in nanoseconds."""
        return time * MILLISECOND
