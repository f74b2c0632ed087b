"""How much the back got in the way, week by week: two questions of our own, 0 to 10, from Sunday on.

A week is compared with the first as other averages are (`averages.py`).
"""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.asking.numbers import Asked, Numbers
from relaxtimer.core.days import WEEK, Day, monday_of
from relaxtimer.core.ratings import MOST

_TITLE = "The last seven days"
_ENDS = ("not at all", "all of the time")
QUESTIONS = (
    Asked(f"{_TITLE}: activity", "How much did your back get in the way of what you do?", _ENDS),
    Asked(f"{_TITLE}: sleep", "How much did your back get in the way of sleep?", _ENDS),
)
# Somebody who begins on a Friday has no week to tell of on Sunday, and who answered on a Wednesday has told of most.
_LEAST = 4


class Impact(Struct, frozen=True):
    """The answers of one day, 0 to 10; `None` for what was skipped. Raises `ValueError` out of 0 to 10."""

    day: Day
    activity: int | None = None
    sleep: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is not on the scale."""
        if any(value is not None and not 0 <= value <= MOST for value in (self.activity, self.sleep)):
            message = "an impact is a whole number from 0 to 10"
            raise ValueError(message)


def asks_of_the_week() -> Numbers:
    """Ask for the impact of the last seven days."""
    return Numbers(QUESTIONS, ("Asked once a week.",))


def is_due(today: Day, first: Day | None, last: Day | None) -> bool:
    """Tell whether to ask: a Sunday has come since the `last` answers, or since the `first` practice without any."""
    since = first if last is None else last
    if since is None:
        return False
    sunday = monday_of(today + 1) - 1
    return since < sunday and today - since >= (WEEK - 1 if last is None else _LEAST)
