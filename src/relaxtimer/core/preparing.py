"""More time to get into place, for whoever moves slowly."""

from __future__ import annotations

from msgspec.structs import replace

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.routine import Item, Repeat, Routine


def prepared(routine: Routine, times: float) -> Routine:
    """Give the routine with its times to get into place, before a step and between its sides, so many times as long.

    They are whole seconds, as a person counts them; nothing else changes.
    """
    return routine if times == 1 else replace(routine, items=tuple(_slower(item, times) for item in routine.items))


def _slower(item: Item, times: float) -> Item:
    if isinstance(item, Repeat):
        return replace(item, items=tuple(_slower(each, times) for each in item.items))
    return replace(item, prepare=_times(item.prepare, times), switch=_times(item.switch, times))


def _times(duration: Milliseconds, times: float) -> Milliseconds:
    return -int(-duration * times // SECOND) * SECOND
