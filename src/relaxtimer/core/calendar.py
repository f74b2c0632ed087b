"""A calendar of practice, readable without colour: a row a week, from Monday to Sunday."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from relaxtimer.core.days import WEEK, Day, monday_of
from relaxtimer.core.duration import Milliseconds

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DONE, NOT_DONE, TO_COME = "●", "·", " "


def calendar(days: Mapping[Day, Milliseconds], today: Day, weeks: int) -> Iterator[str]:
    """Draw the last weeks, the latest at the bottom; days without practice are as quiet as those with it."""
    yield f"  {' '.join(_DAYS)}"
    for monday in _mondays(today, weeks):
        marks = (TO_COME if day > today else DONE if day in days else NOT_DONE for day in range(monday, monday + WEEK))
        yield "  " + "  ".join(marks).rstrip()


def weeks_of(days: Mapping[Day, Milliseconds], today: Day, weeks: int) -> tuple[tuple[Day, Milliseconds], ...]:
    """Sum up the last weeks, each with its Monday, the latest last."""
    return tuple(
        (monday, sum(days.get(day, 0) for day in range(monday, monday + WEEK))) for monday in _mondays(today, weeks)
    )


def _mondays(today: Day, weeks: int) -> list[Day]:
    last = monday_of(today)
    return [last - WEEK * ago for ago in reversed(range(weeks))]
