"""The ticks of a lead-in."""

from __future__ import annotations

from collections.abc import Iterable

from relaxtimer.sound.placed import Bus
from relaxtimer.sound.process.clips import Sounds
from relaxtimer.sound.process.desk import Desk
from relaxtimer.sound.process.stage import LATE


class Counts:
    """Places each tick at its time; times are nanoseconds of the machine."""

    def __init__(self, sounds: Sounds, desk: Desk, profile: str) -> None:
        """Have none."""
        self._sounds = sounds
        self._desk = desk
        self._profile = profile
        self._times: list[int] = []

    def set(self, times: Iterable[int], now: int) -> None:
        """Count at these times, as far as they are still to come."""
        self._times = [at for at in times if at > now - LATE]

    def place(self, now: int, horizon: int) -> None:
        """Place those that come before a time."""
        while self._times and self._times[0] < horizon:
            at = self._times.pop(0)
            tick = self._sounds.count(self._profile)
            if tick is not None and at > now - LATE:
                self._desk.place(tick[0], at, Bus.CUE, tick[1])
