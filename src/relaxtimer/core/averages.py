"""What has changed over the weeks: averages of seven days against the first seven. Sources: `docs/content.md` 5.6.

A change is called meaningful at 2 points, or at 30 % of where it began, and never for less. Where it began at 2 or
less a fall of that size is not possible in a useful way, and no word is given for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from relaxtimer.core.days import WEEK, Day

POINTS = 2
PERCENT = Fraction(30, 100)
_LOW = 2


class Rated(Struct, frozen=True):
    """A rating of a day, 0 to 10."""

    day: Day
    value: int


class Average(Struct, frozen=True):
    """An average with how many ratings it is of."""

    value: Fraction
    count: int


class Meaning(StrEnum):
    """What a change of an average means."""

    LOWER = "meaningfully lower"
    HIGHER = "meaningfully higher"
    NOISE = "within normal noise"
    LOW_START = "began too low to tell"


class Course(Struct, frozen=True):
    """The first seven days and the last seven; `last` and `meaning` are `None` while there is nothing to compare."""

    first: Average
    last: Average | None = None
    meaning: Meaning | None = None

    @property
    def change(self) -> Fraction | None:
        """By how much the average moved."""
        return None if self.last is None else self.last.value - self.first.value


def course(ratings: Sequence[Rated], today: Day) -> Course | None:
    """Compare the last seven days, today among them, with the first seven; `None` without any rating.

    The two are compared once they do not overlap, and where something was rated in the last seven.
    """
    if not ratings:
        return None
    begun = min(rated.day for rated in ratings)
    first = _average([rated.value for rated in ratings if rated.day < begun + WEEK])
    recent = [rated.value for rated in ratings if today - WEEK < rated.day <= today]
    if not recent or today - WEEK + 1 < begun + WEEK:
        return Course(first)
    last = _average(recent)
    return Course(first, last, meaning(first.value, last.value))


def _average(values: Sequence[int]) -> Average:
    return Average(Fraction(sum(values), len(values)), len(values))


def meaning(first: Fraction, last: Fraction) -> Meaning:
    """Say what it means that an average moved."""
    change = last - first
    if first <= _LOW and change < POINTS:
        return Meaning.LOW_START
    if abs(change) < POINTS and abs(change) < first * PERCENT:
        return Meaning.NOISE
    return Meaning.LOWER if change < 0 else Meaning.HIGHER
