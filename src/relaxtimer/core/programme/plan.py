"""A plan of weeks: what each day holds. The four-week programme, or what a physiotherapist has prescribed."""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.days import WEEK
from relaxtimer.core.duration import Milliseconds

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class PlanDay(Struct, frozen=True):
    """What a day holds: routines in their order, and a walk in milliseconds; nothing on a day of rest."""

    routines: tuple[str, ...] = ()
    walk: Milliseconds = 0


class PlanWeek(Struct, frozen=True):
    """A week, from Monday to Sunday. Raises `ValueError` where it has not seven days."""

    name: str
    days: tuple[PlanDay, ...]

    def __post_init__(self) -> None:
        """Refuse a week that is none."""
        if len(self.days) != WEEK:
            message = "a week has seven days"
            raise ValueError(message)

    @property
    def routines(self) -> frozenset[str]:
        """Every routine of the week."""
        return frozenset(name for day in self.days for name in day.routines)

    @property
    def planned(self) -> int:
        """On how many days there is something to do."""
        return sum(1 for day in self.days if day.routines)


class Plan(Struct, frozen=True, kw_only=True):
    """A plan; `id` is its name on the command line, `until` the last day it is meant for, as a text.

    Raises `ValueError` without weeks.
    """

    id: str
    name: str
    weeks: tuple[PlanWeek, ...]
    summary: str = ""
    author: str = ""
    source: str = ""
    frequency: str = ""
    until: str = ""
    after: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a plan in which nothing happens."""
        if not self.weeks:
            message = "a plan has at least one week"
            raise ValueError(message)

    def week(self, number: int) -> PlanWeek:
        """Give a week by its number from 1; after the last one it is the last that goes on."""
        return self.weeks[min(number, len(self.weeks)) - 1]
