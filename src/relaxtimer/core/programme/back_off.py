"""When to do less: the table of `docs/content.md` 5.4, as what holds today and why."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from relaxtimer.core.days import WEEK, Day, ago
from relaxtimer.core.programme.progression import TOO_MANY
from relaxtimer.core.programme.readings import Reading, flare_ups, risen, usual

_SETTLED = 1
_THREE = 3
_FORTNIGHT = 2 * WEEK


class Dose(StrEnum):
    """How much today."""

    FULL = "full"
    HALF = "half"
    SHORT = "short"
    STOP = "stop"


class Advice(Struct, frozen=True):
    """What holds today, with its reason in a sentence; `back_a_week` where the plan goes back by one."""

    dose: Dose
    reason: str = ""
    back_a_week: bool = False


def advice(readings: Sequence[Reading], today: Day) -> Advice:
    """Give what holds today, from the readings up to now in the order of their days."""
    flares = [day for day in flare_ups(readings) if day <= today]
    if sum(today - day < _FORTNIGHT for day in flares) >= _THREE:
        return Advice(Dose.STOP, "Three flare-ups in 14 days: stop the plan and see a clinician.")
    if not flares:
        return Advice(Dose.FULL)
    last = flares[-1]
    settled = _settled(readings, last)
    if settled is None and today - last > WEEK and _told_since(readings, last):
        return Advice(Dose.STOP, "Pain stayed two points higher for over 7 days: stop the plan and see a clinician.")
    back = sum(today - day < WEEK for day in flares) >= TOO_MANY
    if settled is None or today <= settled:
        rise = risen(readings, last)
        reason = f"Pain was {rise} higher {ago(today - last)}: the short one today, no ball or roller."
        return Advice(Dose.SHORT, reason, back)
    if today == settled + 1:
        return Advice(Dose.HALF, "Back to usual for a day: about half today, all of it tomorrow.", back)
    return Advice(Dose.FULL, "Two flare-ups in 7 days: the plan goes no further for now." if back else "", back)


def _settled(readings: Sequence[Reading], flare: Day) -> Day | None:
    """Give the first day after a flare-up that began within a point of what was usual before it."""
    before = usual(readings, flare)
    own = next((reading.start for reading in readings if reading.day == flare), None)
    level = before if before is not None else own
    return next(
        (
            reading.day
            for reading in readings
            if reading.day > flare and reading.start is not None and level is not None
            and reading.start <= level + _SETTLED
        ),
        None,
    )  # fmt: skip


def _told_since(readings: Sequence[Reading], flare: Day) -> bool:
    """Tell whether anything was told after the week of a flare-up: silence is no pain that lasts."""
    return any(reading.day > flare + WEEK and reading.start is not None for reading in readings)
