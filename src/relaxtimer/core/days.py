"""Days as whole numbers, counted as `datetime.date.toordinal` does, so that they can be added and compared."""

from __future__ import annotations

from typing import TypeAlias

Day: TypeAlias = int
WEEK = 7
_MONDAY_ONE = 1  # day 1 of that count, 1 January of the year 1, was a Monday


def weekday(day: Day) -> int:
    """Give the day of the week: 0 for Monday to 6 for Sunday."""
    return (day - _MONDAY_ONE) % WEEK


def monday_of(day: Day) -> Day:
    """Give the Monday of a day's week."""
    return day - weekday(day)


def ago(days: int) -> str:
    """Say how many days ago something was."""
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago"
