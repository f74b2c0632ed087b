"""Pain by days: before and after sessions and on the morning after; what is usual, and what is a flare-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    told = {reading.day: reading for reading in readings}
    return tuple(day for day in told if _risen(told, day) >= ROSE)


def risen(readings: Sequence[Reading], day: Day) -> int:
    """Give by how much pain was above the start of a day's session at the most, after it or on the next morning."""
    return _risen({reading.day: reading for reading in readings}, day)


def _risen(told: Mapping[Day, Reading], day: Day) -> int:
    own, next_ = told.get(day), told.get(day + 1)
    if own is None or own.before is None:
        return 0
    later = (own.after, None if next_ is None else next_.morning)
    return max((each - own.before for each in later if each is not None), default=0)
