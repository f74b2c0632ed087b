"""A routine for the minutes a person has.

The rules. Holds shrink or grow first, all by the same share of the room they have between `shortest` and `longest`;
repetitions and breaths stay whole. Where that is not enough, units are left out: optional ones first, then two-sided
ones, of each the low priorities and the later ones first. A unit is a step, a whole block, or all one-sided steps of
the same exercise, so that no side is ever left out alone. The quiet steps at the end always stay, and so does the
last step. A prepare never shrinks, and grows where what was left out had brought the body into position.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.body import QUIET, Sides, turn_time
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.lasting import Breaths, Hold, Parts, Repetitions
from relaxtimer.core.length import length
from relaxtimer.core.routine import Item, Repeat, Routine, Step

# How many of the units left out are tried again one by one, where leaving all of them out makes a routine too short.
MOST_PUT_BACK = 12


class CannotFitError(Exception):
    """The routine cannot be made that long; `shortest` and `longest` (milliseconds) are what it can be."""

    def __init__(self, shortest: Milliseconds, longest: Milliseconds) -> None:
        """Say how short and how long it can be."""
        super().__init__(f"from {shortest} to {longest} ms")
        self.shortest = shortest
        self.longest = longest


class Fitted(Struct, frozen=True):
    """A routine made to fit, and the names of the steps that were left out."""

    routine: Routine
    left_out: tuple[str, ...]


class _Unit(Struct, frozen=True):
    """Steps (by their place) that are left out together or not at all."""

    places: frozenset[int]
    optional: bool
    priority: int


def fit(routine: Routine, target: Milliseconds) -> Fitted:
    """Give the routine in at most this time, and exactly this time where its holds allow it.

    Raises `CannotFitError` where it can be neither that short nor that long.
    """
    shortest, longest = possible(routine)
    if not shortest <= target <= longest:
        raise CannotFitError(shortest, longest)
    left_out = _least_left_out(routine, target)
    kept = _without(routine, left_out)
    names = tuple(dict.fromkeys(step.name for place, step in enumerate(routine.steps) if place in left_out))
    return Fitted(_stretched(kept, min(target, _range(kept)[1])), names)


def possible(routine: Routine) -> tuple[Milliseconds, Milliseconds]:
    """Give the shortest and the longest a routine can be made."""
    everything = _together(_in_order(routine))
    return min(_range(_without(routine, everything))[0], _range(routine)[0]), _range(routine)[1]


def total(routine: Routine) -> Milliseconds:
    """Give the length of a routine as it is written."""
    return length(routine)


def _range(routine: Routine) -> tuple[Milliseconds, Milliseconds]:
    now = total(routine)
    steps = list(_with_times(routine.items))
    return (
        now - sum((step.lasting.duration - step.lasting.least) * times for step, times in steps),
        now + sum((step.lasting.most - step.lasting.duration) * times for step, times in steps),
    )


def _with_times(items: tuple[Item, ...], times: int = 1) -> Iterator[tuple[Step, int]]:
    """Yield each step with how often its length counts: once for each side in each round."""
    for item in items:
        if isinstance(item, Step):
            yield item, times * (2 if item.two_sided else 1)
        else:
            yield from _with_times(item.items, times * item.rounds)


# What is left out


def _least_left_out(routine: Routine, target: Milliseconds) -> frozenset[int]:
    """Give as few units as make the routine short enough, or what comes nearest where that makes it too short."""
    units = _in_order(routine)
    count = bisect_left(
        range(len(units)), x=True, key=lambda count: _range(_without(routine, _together(units[:count])))[0] <= target
    )
    way = _together(units[:count])
    put_back = [way - unit.places for unit in units[max(count - MOST_PUT_BACK, 0) : count]]
    fitting = [(out, *_range(_without(routine, out))) for out in (*put_back, way)]
    for out, least, most in fitting:
        if least <= target <= most:
            return out
    return max((each for each in fitting if each[1] <= target), key=lambda each: each[2], default=fitting[0])[0]


def _in_order(routine: Routine) -> list[_Unit]:
    """Give the units that may go, those that go first first; something to do always stays."""
    steps = routine.steps
    units = [unit for unit in _units(routine) if not unit.places & _kept(steps)]
    return sorted(units, key=lambda unit: (not unit.optional, unit.priority, -min(unit.places)))


def _together(units: list[_Unit]) -> frozenset[int]:
    return frozenset[int]().union(*(unit.places for unit in units))


def _kept(steps: tuple[Step, ...]) -> frozenset[int]:
    """Give the places of the steps that always stay: the last, and all quiet ones at the end."""
    first = len(steps) - 1
    while first and steps[first - 1].kind in QUIET and steps[first].kind in QUIET:
        first -= 1
    return frozenset(range(first, len(steps)))


def _units(routine: Routine) -> list[_Unit]:
    one_sided: dict[str, list[int]] = {}
    for place, step in enumerate(routine.steps):
        if step.sides in {Sides.LEFT, Sides.RIGHT}:
            one_sided.setdefault(step.id or step.name, []).append(place)
    pairs = [_unit(routine.steps, frozenset(places)) for places in one_sided.values()]
    taken = frozenset[int]().union(*(pair.places for pair in pairs))
    return pairs + [unit for unit in _own(routine.items, 0) if not unit.places & taken]


def _unit(steps: tuple[Step, ...], places: frozenset[int]) -> _Unit:
    own = [steps[place] for place in places]
    return _Unit(places, all(step.optional for step in own), max(step.priority for step in own))


def _own(items: tuple[Item, ...], place: int) -> Iterator[_Unit]:
    for item in items:
        if isinstance(item, Step):
            if item.optional or item.two_sided:
                yield _Unit(frozenset({place}), item.optional, item.priority)
            place += 1
            continue
        count = sum(1 for _ in _with_times(item.items))
        if item.optional:
            yield _Unit(frozenset(range(place, place + count)), optional=True, priority=item.priority)
        yield from _own(item.items, place)
        place += count


def _without(routine: Routine, out: frozenset[int]) -> Routine:
    """Leave steps out, and give those that follow the time to get into place that went with them."""
    if not out:
        return routine
    prepares: dict[int, Milliseconds] = {}
    before: Step | None = None
    carried: Step | None = None
    for place, step in enumerate(routine.steps):
        if place in out:
            if carried is None or carried.position is not step.position:
                carried = step
            continue
        prepares[place] = _prepare(before, carried, step)
        before, carried = step, None
    return _rebuilt(routine, {place: replace(routine.steps[place], prepare=time) for place, time in prepares.items()})


def _prepare(before: Step | None, left_out: Step | None, step: Step) -> Milliseconds:
    if left_out is None or (before is not None and before.ends_in is step.position):
        return step.prepare
    needed = turn_time(before.ends_in, step.position) if before is not None else 0
    inherited = left_out.prepare if left_out.position is step.position else 0
    return max(step.prepare, needed, inherited)


def _rebuilt(routine: Routine, steps: Mapping[int, Step]) -> Routine:
    """Put steps in their places; a place that has none is left out, and with it a block that has nothing left."""
    places = iter(range(len(routine.steps)))

    def rebuilt(items: tuple[Item, ...]) -> tuple[Item, ...]:
        new: list[Item] = []
        for item in items:
            if isinstance(item, Repeat):
                if inner := rebuilt(item.items):
                    new.append(replace(item, items=inner))
            elif (place := next(places)) in steps:
                new.append(steps[place])
        return tuple(new)

    return replace(routine, items=rebuilt(routine.items))


# How the time is shared


def _stretched(routine: Routine, target: Milliseconds) -> Routine:
    """Give every step its share of the time to gain or lose; holds take exactly what whole cycles leave over."""
    missing = target - total(routine)
    if not missing:
        return routine
    counted = list(_with_times(routine.items))
    room = sum(_room(step, missing) * times for step, times in counted)
    steps = {}
    for place, (step, _) in enumerate(counted):
        wanted = step.lasting.duration + missing * _room(step, missing) // max(room, 1)
        steps[place] = replace(step, lasting=step.lasting.fitted(_whole(wanted, step)))
    return _topped_up(_rebuilt(routine, steps), target)


def _room(step: Step, missing: Milliseconds) -> Milliseconds:
    lasting = step.lasting
    return lasting.most - lasting.duration if missing > 0 else lasting.duration - lasting.least


def _whole(wanted: Milliseconds, step: Step) -> Milliseconds:
    """Round down to whole seconds, but not below the least."""
    return max(wanted // SECOND * SECOND, step.lasting.least)


def _topped_up(routine: Routine, target: Milliseconds) -> Routine:
    """Give what rounding left over to whole cycles, by turns, and then to holds, those that count once first."""
    missing = target - total(routine)
    counted = list(enumerate(_with_times(routine.items)))
    steps = {place: step for place, (step, _) in counted}
    missing -= _one_more_each(steps, counted, missing)
    elastic = [(place, step, times) for place, (step, times) in counted if isinstance(step.lasting, Hold | Parts)]
    for grain in (SECOND, 1):
        for place, step, times in sorted(elastic, key=lambda each: each[2]):
            now = steps[place].lasting
            more = min(missing // times, now.most - now.duration) // grain * grain
            if more > 0:
                steps[place] = replace(step, lasting=now.fitted(now.duration + more))
                missing -= more * times
    return _rebuilt(routine, steps)


def _one_more_each(
    steps: dict[int, Step], counted: list[tuple[int, tuple[Step, int]]], missing: Milliseconds
) -> Milliseconds:
    """Give one cycle more to each step that has room and time for it, round after round; give the time that took."""
    left, before = missing, missing + 1
    while left < before:
        before = left
        for place, (_, times) in counted:
            now = steps[place].lasting
            if isinstance(now, Repetitions | Breaths) and now.pattern.duration * times <= left:
                more = now.fitted(now.duration + now.pattern.duration)
                left -= (more.duration - now.duration) * times
                steps[place] = replace(steps[place], lasting=more)
    return missing - left
