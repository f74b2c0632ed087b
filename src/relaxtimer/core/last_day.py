"""The last day that a routine is meant for. Days are texts such as `2026-12-31`, today among them: as dates compare."""

from __future__ import annotations

from relaxtimer.core.routine import Routine

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def is_over(routine: Routine, today: str) -> bool:
    """Tell whether the last day of a routine, if it has one, is before today."""
    return bool(routine.until) and routine.until < today


def notice_of_last_day(routine: Routine, today: str) -> str:
    """Say that a routine was meant until a day before today; nothing where it was not."""
    return f"This was meant until {in_full(routine.until)}." if is_over(routine, today) else ""


def in_full(day: str) -> str:
    """Write a day as `31 December 2026`."""
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {int(year)}"
