"""How many of the frames a screen is asked for are drawn: fewer where they come late, or where nobody looks.

A terminal that reads slowly holds up whatever writes to it, the clock of the session included.
"""

from __future__ import annotations

from relaxtimer.machine import SECOND

# A frame that comes after more than so many times its time is late; so many late ones in a row halve the rate.
_LATE = 2.5
_LATE_ONES = 3
# So many frames on time, one after another, double it again.
_CALM = 150
_RAREST = 8


class Thrift:
    """Tells which frames to draw: all of `rate` a second, or every second, fourth or eighth of them."""

    def __init__(self, rate: int) -> None:
        """Begin with all of them."""
        self._time = SECOND // rate
        self._every = 1
        self._late = self._calm = self._count = 0
        self._last: int | None = None

    def rest(self) -> None:
        """Be asked for no frames for a while: the next one is not late."""
        self._last = None

    def takes(self, now: int, *, seen: bool = True) -> bool:
        """Tell whether to draw the frame of this moment (nanoseconds); `seen`: whether the terminal has the focus."""
        if self._last is not None:
            self._judge(late=now - self._last > _LATE * self._time)
        self._last = now
        self._count += 1
        return self._count % (self._every if seen else min(2 * self._every, _RAREST)) == 0

    def _judge(self, *, late: bool) -> None:
        if not late:
            self._late, self._calm = 0, self._calm + 1
            if self._calm >= _CALM:
                self._every, self._calm = max(self._every // 2, 1), 0
            return
        self._late, self._calm = self._late + 1, 0
        if self._late >= _LATE_ONES:
            self._every, self._late = min(2 * self._every, _RAREST), 0
