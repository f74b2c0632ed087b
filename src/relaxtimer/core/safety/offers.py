"""Which routines to offer in the place of one that does not suit. The map by conditions: `docs/content.md` 6.1."""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.core.conditions import Condition
from relaxtimer.core.routine import Routine
from relaxtimer.core.safety.reasons import Conditions

_QUIET = ("resonance-breathing", "body-scan")
_FOR: dict[Condition, tuple[str, ...]] = {
    Condition.SURGERY: _QUIET,
    Condition.FEVER: _QUIET,
    Condition.ACUTE_SPASM: ("acute-spasm-calm", *_QUIET),
    Condition.CLOT: _QUIET,
    Condition.HEART: ("resonance-breathing", "desk-reset"),
    Condition.LUNGS: ("resonance-breathing", "desk-reset"),
    Condition.LEG_PAIN: ("acute-spasm-calm", "easy-walk", "resonance-breathing"),
    Condition.PREGNANCY: ("desk-reset", "walking-prep", "resonance-breathing", "easy-walk"),
    Condition.BLEEDING: ("lower-back-quick", "desk-reset", "mcgill-stability"),
    Condition.OSTEOPOROSIS: ("lower-back-quick", "desk-reset", "mcgill-stability"),
}
# About moving with a clot a clinician is asked first: `docs/content.md` 2.3.
_STILL = frozenset({Condition.CLOT})
_ANYBODY = ("desk-reset", "easy-walk", "resonance-breathing", "body-scan")


def to_offer(routine: Routine, conditions: Conditions) -> tuple[str, ...]:
    """Give the ids of routines that may suit better, best first; whoever asks tries whether they do."""
    found = (id_ for id_ in dict.fromkeys(_all(routine, conditions)) if id_ != routine.id)
    return tuple(id_ for id_ in found if id_ in _QUIET or not conditions & _STILL)


def _all(routine: Routine, conditions: Conditions) -> Iterator[str]:
    # The conditions that leave least come first, so that what is open with all of them is found early.
    strictest = [each for each in (*_FOR, *Condition) if each in conditions]
    yield from (routine.instead[each] for each in dict.fromkeys(strictest) if each in routine.instead)
    yield from (id_ for each in strictest for id_ in _FOR.get(each, ()))
    yield from _ANYBODY
