"""How long a routine is, by arithmetic alone: what `compile` lays out, without laying it out."""

from __future__ import annotations

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.routine import Item, Routine, Step


def length(routine: Routine) -> Milliseconds:
    """Give the length of a routine as it is written; the rest after its last step is not counted."""
    whole, last_rest = _with_last_rest(routine.items)
    return whole - last_rest


def _with_last_rest(items: tuple[Item, ...]) -> tuple[Milliseconds, Milliseconds]:
    """Give the length of items, and how much of it is the rest that they end in."""
    whole = last_rest = 0
    for item in items:
        if isinstance(item, Step):
            sides = 2 if item.two_sided else 1
            whole += item.prepare + sides * item.lasting.duration + (sides - 1) * item.switch + item.rest
            last_rest = item.rest
            continue
        inner, last_rest = _with_last_rest(item.items)
        whole += inner
        if item.rounds > 1 or item.rest:
            whole += (item.rounds - 1) * (inner + item.rest) - last_rest
            last_rest = 0
    return whole, last_rest
