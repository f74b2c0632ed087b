"""Moments as the record writes them."""

from __future__ import annotations

from datetime import date, datetime


def now() -> datetime:
    """Give the time, with the offset of the place."""
    return datetime.now().astimezone()


def written(moment: datetime) -> str:
    """Write a moment, to the second."""
    return moment.isoformat(timespec="seconds")


def read(text: str) -> datetime | None:
    """Read a moment; `None` where it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.astimezone()


def day_of(moment: datetime) -> int:
    """Give the day of a moment as a whole number."""
    return moment.date().toordinal()


def day_written(day: int) -> str:
    """Write a day: `2026-11-23`."""
    return date.fromordinal(day).isoformat()
