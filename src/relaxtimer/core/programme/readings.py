"""Pain by days: before and after sessions and on the morning after; what is usual, and what is a flare-up."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from relaxtimer.core.days import Day

ROSE = 2
"""Points above where one started that make a flare-up; smaller changes are within ordinary noise."""
_USUAL_DAYS = 28


class Reading(Struct, frozen=True):
    """The pain of a day, 0 to 10: before the first session, the highest after one, on waking; `None` if not told."""

    day: Day
    before: int | None = None
    after: int | None = None
    morning: int | None = None

    @property
    def start(self) -> int | None:
        """How the day began: as rated before the session, else on waking."""
        return self.before if self.before is not None else self.morning


def usual(readings: Sequence[Reading], until: Day) -> float | None:
    """Give the usual start of a day: the median of the four weeks before a day; `None` where none was told."""
    known = sorted(
        reading.start
        for reading in readings
        if until - _USUAL_DAYS <= reading.day < until and reading.start is not None
    )
    if not known:
        return None
    middle = len(known) // 2
    return float(known[middle]) if len(known) % 2 else (known[middle - 1] + known[middle]) / 2


def flare_ups(readings: Sequence[Reading]) -> tuple[Day, ...]:
    """Give the days whose session left pain two or more above its start, right after it or on the next morning."""
    mornings = {reading.day: reading.morning for reading in readings}
    return tuple(
        reading.day
        for reading in readings
        if reading.before is not None
        and any(
            later is not None and later - reading.before >= ROSE
            for later in (reading.after, mornings.get(reading.day + 1))
        )
    )
