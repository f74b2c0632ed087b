"""When to move on to the next week: the four rules of `docs/content.md` 5.3, each with its reason.

Two flare-ups take a plan back by a week, 5.4. Where they did not, as in the first week, they keep it where it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from relaxtimer.core.programme.readings import ROSE, Reading

ENOUGH_DAYS = 4
TOO_MANY = 2
"""Flare-ups in seven days after which a plan goes no further."""


class Week(Struct, frozen=True):
    """A week of the plan as it was done: on how many of its days, the pain told in it, and the usual morning before it.

    `answers_changed` tells that an answer to the warning signs is another than at its beginning; `flare_ups` counts
    its days that left more pain.
    """

    days_done: int
    readings: tuple[Reading, ...] = ()
    usual: float | None = None
    answers_changed: bool = False
    flare_ups: int = 0


class Progress(Struct, frozen=True):
    """Whether to move on; `reasons` say why not, a sentence each."""

    moves_on: bool
    reasons: tuple[str, ...] = ()


def progress(week: Week) -> Progress:
    """Tell whether all rules are met."""
    found = (_days(week), _pain(week.readings), _mornings(week), _answers(week), _flare_ups(week))
    reasons = tuple(filter(None, found))
    return Progress(not reasons, reasons)


def _days(week: Week) -> str:
    if week.days_done >= ENOUGH_DAYS:
        return ""
    return f"{week.days_done} of the planned days were done; {ENOUGH_DAYS} are enough to move on."


def _pain(readings: Sequence[Reading]) -> str:
    before = [reading.before for reading in readings if reading.before is not None]
    after = [reading.after for reading in readings if reading.after is not None]
    if not before or not after or sum(after) * len(before) <= sum(before) * len(after):
        return ""
    return "Pain after sessions was higher than before them, on average."


def _mornings(week: Week) -> str:
    usual = week.usual
    if usual is None or not any(
        reading.morning is not None and reading.morning >= usual + ROSE for reading in week.readings
    ):
        return ""
    return "A morning was two or more above the usual one."


def _flare_ups(week: Week) -> str:
    return "Two flare-ups in 7 days." if week.flare_ups >= TOO_MANY else ""


def _answers(week: Week) -> str:
    return "An answer to the warning signs has changed." if week.answers_changed else ""
