"""The first hour after getting up. Times of the day are minutes after midnight."""

from __future__ import annotations

HOUR = 60
_DAY = 24 * HOUR


def minutes_of(time: str) -> int:
    """Give a time of the day such as 6:30 in minutes after midnight."""
    hours, minutes = time.split(":")
    return int(hours) * HOUR + int(minutes)


def is_morning(now: int, get_up: str | None) -> bool:
    """Tell whether it is within an hour of getting up; never where nobody said when that is."""
    return get_up is not None and (now - minutes_of(get_up)) % _DAY < HOUR
