"""Which frame of a stream comes at which time of the machine.

A device asks for blocks a little late, never early: of the last requests the least late one tells the true time. With
64 of them the estimate is steady to a fiftieth of a millisecond, beside a busy screen too. A device that stood still
for a while asks for everything later from then on: where the last requests all do, those before them count no more.
"""

from __future__ import annotations

from collections import deque

from relaxtimer.audio.clip import RATE
from relaxtimer.machine import MILLISECOND, SECOND

_REMEMBERED = 64
_LAST = 8
_STOOD_STILL = 40 * MILLISECOND


class FrameClock:
    """Remembers when frames were asked for; times are nanoseconds of the machine."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.last = 0
        """When frames were last asked for, 0 for never."""
        self.requests = 0
        """How often."""
        self._origins: deque[int] = deque(maxlen=_REMEMBERED)

    def asked(self, frame: int, now: int) -> None:
        """Remember that the block from a frame on was asked for now."""
        self._origins.append(now - frame * SECOND // RATE)
        last = tuple(self._origins)[-_LAST:]
        if min(last) - min(self._origins) > _STOOD_STILL:
            # In one step: whoever asks meanwhile always finds some.
            self._origins = deque(last, maxlen=_REMEMBERED)
        self.last = now
        self.requests += 1

    def forget(self) -> None:
        """Begin anew: the device was started again."""
        self._origins.clear()
        self.last = self.requests = 0

    @property
    def origin(self) -> int | None:
        """When frame 0 was, or would have been; `None` before the first request."""
        # A copy, in one step: the device's own thread may add to it meanwhile.
        known = tuple(self._origins)
        return min(known, default=None)
