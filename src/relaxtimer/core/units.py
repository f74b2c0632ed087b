"""Which steps of a routine may be left out, together with which others, and in what order.

The rules. A unit is a step, a whole block, or one-sided steps with their partners, so that no side is ever left out
alone. Optional units go first, then two-sided ones, of each the low priorities and the later ones first. The quiet
steps at the end always stay, and so does the last step.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from relaxtimer.core.body import QUIET, Sides
from relaxtimer.core.routine import Item, Routine, Step, steps_of

ONE_SIDE = frozenset({Sides.LEFT, Sides.RIGHT})
# Of up to so many units every combination is tried, where leaving out by priority alone meets nothing.
MOST_COMBINED = 8


class Unit(Struct, frozen=True):
    """Steps (by their place) that are left out together or not at all."""

    places: frozenset[int]
    optional: bool
    priority: int


def in_order(routine: Routine) -> list[Unit]:
    """Give the units that may go, those that go first first; something to do always stays."""
    steps = routine.steps
    units = [unit for unit in _units(routine) if not unit.places & _kept(steps)]
    return sorted(units, key=lambda unit: (not unit.optional, unit.priority, -min(unit.places)))


def together(units: list[Unit]) -> frozenset[int]:
    """Give the places of all of them."""
    return frozenset[int]().union(*(unit.places for unit in units))


def _kept(steps: tuple[Step, ...]) -> frozenset[int]:
    """Give the places of the steps that always stay: the last, and all quiet ones at the end."""
    first = len(steps) - 1
    while first and steps[first - 1].kind in QUIET and steps[first].kind in QUIET:
        first -= 1
    return frozenset(range(first, len(steps)))


def _units(routine: Routine) -> list[Unit]:
    one_sided = frozenset(place for place, step in enumerate(routine.steps) if step.sides in ONE_SIDE)
    pairs = [_unit(routine.steps, places) for places in _pairs(routine.steps)]

    def whole(unit: Unit) -> bool:
        """Tell whether every one-sided step of a block has its partner in the block."""
        return unit.places & one_sided <= together([pair for pair in pairs if pair.places <= unit.places])

    return pairs + [unit for unit in _own(routine.items, 0) if whole(unit)]


def _pairs(steps: tuple[Step, ...]) -> Iterator[frozenset[int]]:
    """Yield the one-sided steps that belong together; one without a partner belongs to nothing, and so stays.

    Those of the same exercise or name are partners; else two that follow each other, of the same kind and position.
    """
    alike: dict[str, list[int]] = {}
    for place, step in enumerate(steps):
        if step.sides in ONE_SIDE:
            alike.setdefault(step.id or step.name, []).append(place)
    single: list[int] = []
    for places in alike.values():
        if {steps[place].sides for place in places} == ONE_SIDE:
            yield frozenset(places)
        else:
            single += places
    single.sort()
    while len(single) > 1:
        before, after = single[0], single[1]
        if after == before + 1 and _mirrored(steps[before], steps[after]):
            yield frozenset(single[:2])
            del single[0]
        del single[0]


def _mirrored(one: Step, other: Step) -> bool:
    return one.sides is not other.sides and (one.kind, one.position) == (other.kind, other.position)


def _unit(steps: tuple[Step, ...], places: frozenset[int]) -> Unit:
    own = [steps[place] for place in places]
    return Unit(places, all(step.optional for step in own), max(step.priority for step in own))


def _own(items: tuple[Item, ...], place: int) -> Iterator[Unit]:
    for item in items:
        if isinstance(item, Step):
            if (item.optional and item.sides not in ONE_SIDE) or item.two_sided:
                yield Unit(frozenset({place}), item.optional, item.priority)
            place += 1
            continue
        count = sum(1 for _ in steps_of(item.items))
        if item.optional:
            yield Unit(frozenset(range(place, place + count)), optional=True, priority=item.priority)
        yield from _own(item.items, place)
        place += count


def combined(units: list[Unit]) -> Iterator[frozenset[int]]:
    """Yield everything that may be left out, the least first, where the units are few: the number doubles with each."""
    if len(units) <= MOST_COMBINED:
        for size in range(len(units) + 1):
            for some in combinations(units, size):
                yield together(list(some))
