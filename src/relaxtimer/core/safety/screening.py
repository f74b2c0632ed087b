"""When the warning signs are asked for, and what an answer holds for. Days are whole numbers."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from relaxtimer.core.days import Day
from relaxtimer.core.routine import Routine
from relaxtimer.core.safety.levels import stays_open
from relaxtimer.core.safety.red_flags import BLOCKING, Level, level_of

EVERY: Day = 14
"""Days after which the signs are asked for again: `docs/content.md` 2.1."""
SPASM_ROUTINE = "acute-spasm-calm"


class Screening(Struct, frozen=True):
    """Answers of a day. Of an emergency the level alone is kept, so `yes` and `checked` hold 6 to 9 at the most.

    `checked` are the signs that a clinician has looked at, as the person says.
    """

    day: Day
    level: Level
    yes: tuple[int, ...] = ()
    checked: tuple[int, ...] = ()

    @classmethod
    def of(cls, day: Day, yes: tuple[int, ...], checked: tuple[int, ...] = ()) -> Screening:
        """Make the answers of a day from the numbers of the signs that apply. Nothing else of an emergency is kept."""
        level = level_of(yes, checked)
        if level is Level.EMERGENCY:
            return cls(day, level)
        return cls(day, level, tuple(sorted(yes)), tuple(sorted(set(checked) & set(yes))))


class Occasion(StrEnum):
    """Why the signs are asked for now, as a sentence begins."""

    FIRST = "Before the first session"
    SPASM = "Before this routine, each time"
    PAIN_ROSE = "Pain rose by two or more"
    BLOCKED = "The last answers keep this routine closed"
    AGAIN = "The last answers are two weeks old"


def occasion(last: Screening | None, today: Day, routine: Routine, *, pain_rose: bool) -> Occasion | None:
    """Tell why the signs are to be asked for before a routine; `None` where the last answers hold.

    `pain_rose` tells that pain rose by two or more since they were answered. A routine of quiet breathing that stays
    open is not held up by answers that only grew old.
    """
    if last is None:
        return Occasion.FIRST
    if last.level in BLOCKING:
        return None if stays_open(last.level, routine) else Occasion.BLOCKED
    if pain_rose:
        return Occasion.PAIN_ROSE
    if routine.id == SPASM_ROUTINE:
        return Occasion.SPASM
    return Occasion.AGAIN if today - last.day >= EVERY or today < last.day else None


def blocks(last: Screening | None, routine: Routine) -> bool:
    """Tell whether a routine may not be done, as the last answers are."""
    return last is not None and not stays_open(last.level, routine)
