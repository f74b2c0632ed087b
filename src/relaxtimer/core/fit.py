"""A routine for the minutes a person has.

The rules. Holds shrink or grow first, all by the same share of the room they have between `shortest` and `longest`;
repetitions and breaths stay whole. Where that is not enough, units are left out, in the order of `units.py`. A prepare
never shrinks, and grows where what was left out had brought the body into position.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.body import turn_time
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.lasting import Breaths, Hold, Parts, Repetitions
from relaxtimer.core.length import length
from relaxtimer.core.routine import Item, Repeat, Routine, Step
from relaxtimer.core.units import Unit, combined, in_order, together

# How many of the units left out are tried again one by one, those that go last first.
MOST_PUT_BACK = 24


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
    everything = together(in_order(routine))
    return min(_range(_without(routine, everything))[0], _range(routine)[0]), _range(routine)[1]


def _range(routine: Routine) -> tuple[Milliseconds, Milliseconds]:
    now = length(routine)
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
    units = in_order(routine)
    count = bisect_left(
        range(len(units)), x=True, key=lambda count: _range(_without(routine, together(units[:count])))[0] <= target
    )
    out = together(units[:count])
    for unit in units[:count][::-1][:MOST_PUT_BACK]:
        if _range(_without(routine, out - unit.places))[0] <= target:
            out -= unit.places
    least, most = _range(_without(routine, out))
    return out if least <= target <= most else _nearest(routine, target, units, (most, out))


def _nearest(
    routine: Routine, target: Milliseconds, units: list[Unit], found: tuple[Milliseconds, frozenset[int]]
) -> frozenset[int]:
    """Give what meets the target, or else comes nearest below it, of everything that may be left out."""
    for out in combined(units):
        least, most = _range(_without(routine, out))
        if least <= target <= most:
            return out
        if found[0] < most <= target:
            found = (most, out)
    return found[1]


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
    missing = target - length(routine)
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
    missing = target - length(routine)
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
