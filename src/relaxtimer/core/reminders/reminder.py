"""When to be reminded, and the command that then tells it."""

from __future__ import annotations

from msgspec import Struct

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOURS, _MINUTES = 24, 60
NAME = "relaxtimer-reminder"
WORDS = "Time for your back: relaxtimer today"


class Reminder(Struct, frozen=True):
    """A time of the day on some days, 0 for Monday; `command` is a program with its arguments.

    Raises `ValueError` for a time or a day that is none.
    """

    hour: int
    minute: int
    days: tuple[int, ...]
    command: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what no clock shows."""
        clock = 0 <= self.hour < _HOURS and 0 <= self.minute < _MINUTES
        if not (clock and self.days and set(self.days) <= set(range(len(DAYS)))):
            message = "a reminder has a time of the day and days of the week"
            raise ValueError(message)

    @property
    def time(self) -> str:
        """The time as `07:30`."""
        return f"{self.hour:02}:{self.minute:02}"

    @property
    def every_day(self) -> bool:
        """Whether it is for each day."""
        return len(self.days) == len(DAYS)

    @property
    def when(self) -> str:
        """The time and the days in words."""
        return f"at {self.time} {'every day' if self.every_day else 'on ' + ', '.join(DAYS[day] for day in self.days)}"
