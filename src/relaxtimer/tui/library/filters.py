"""What fits now: the minutes one has, the things at hand, the position one is in. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.duration import MINUTE
from relaxtimer.tui.library.row import Row

T = TypeVar("T")

MINUTES = (5, 10, 15, 20, 30)
NOTHING = "nothing"


class Filters(Struct, frozen=True):
    """The minutes there are, what there is besides the body (`NOTHING`, or one thing), and the only position."""

    minutes: int | None = None
    things: str | None = None
    position: str | None = None

    def keeps(self, row: Row) -> bool:
        """Tell whether a routine fits; what has mistakes is never hidden."""
        if row.mistake:
            return True
        if self.minutes is not None and min(row.shortest or row.total, row.total) > self.minutes * MINUTE:
            return False
        if self.things is not None and not set(row.equipment) <= {self.things}:
            return False
        return self.position is None or set(row.positions) == {self.position}

    @property
    def words(self) -> tuple[str, str, str]:
        """Say each of the three."""
        return (
            "any time" if self.minutes is None else f"{self.minutes} minutes",
            "with anything" if self.things is None else f"with {self.things}",
            "any position" if self.position is None else f"only {self.position}",
        )

    def next_minutes(self) -> Filters:
        """Go on to more minutes; after the most, to any time."""
        return replace(self, minutes=_after(self.minutes, MINUTES))

    def next_things(self, rows: Iterable[Row]) -> Filters:
        """Go on to the next thing that routines need, those needed most often first."""
        counts = Counter(thing for row in rows for thing in row.equipment)
        return replace(self, things=_after(self.things, (NOTHING, *(thing for thing, _ in counts.most_common()))))

    def next_position(self, rows: Iterable[Row]) -> Filters:
        """Go on to the next position that some routine keeps to."""
        only = Counter(row.positions[0] for row in rows if len(set(row.positions)) == 1)
        return replace(self, position=_after(self.position, tuple(position for position, _ in only.most_common())))


def _after(value: T | None, values: Sequence[T]) -> T | None:
    """Give the value after this one; `None` after the last, the first after `None`."""
    if value is None or value not in values:
        return values[0] if values else None
    place = values.index(value) + 1
    return values[place] if place < len(values) else None
