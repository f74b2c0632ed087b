"""The last day that a routine or a plan is meant for. Days are texts such as `2026-12-31`: as dates compare."""

from __future__ import annotations

from typing import Protocol

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Meant(Protocol):
    """A routine or a plan."""

    @property
    def until(self) -> str:
        """The last day it is meant for; empty where there is none."""
        ...


def is_over(meant: Meant, today: str) -> bool:
    """Tell whether the last day of something, if it has one, is before today."""
    return bool(meant.until) and meant.until < today


def notice_of_last_day(meant: Meant, today: str) -> str:
    """Say that something was meant until a day before today; nothing where it was not."""
    return f"This was meant until {in_full(meant.until)}." if is_over(meant, today) else ""


def in_full(day: str) -> str:
    """Write a day as `31 December 2026`."""
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {int(year)}"
