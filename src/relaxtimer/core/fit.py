"""A routine for the minutes a person has.

The rules. Holds shrink or grow first, all by the same share of the room they have between `shortest` and `longest`;
repetitions and breaths stay whole. None shrinks so far that its words have no time. Where that is not enough, units
are left out, in the order of `units.py`. A prepare never shrinks, and grows where what was left out had brought the
body into position.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.body import turn_time
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.elastic import Elastic, Elasticity
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
    whole = _Whole(routine)
    shortest, longest = whole.possible()
    if not shortest <= target <= longest:
        raise CannotFitError(shortest, longest)
    left_out = _least_left_out(whole, target)
    names = tuple(dict.fromkeys(step.name for place, step in enumerate(routine.steps) if place in left_out))
    kept, elastic = whole.without(left_out)
    return Fitted(_stretched(kept, elastic, min(target, whole.range(left_out)[1])), names)


def possible(routine: Routine) -> tuple[Milliseconds, Milliseconds]:
    """Give the shortest and the longest a routine can be made."""
    return _Whole(routine).possible()


class _Whole:
    """A routine of which steps, by their places, may be left out."""

    def __init__(self, routine: Routine) -> None:
        self.routine = routine
        self._elasticity = Elasticity()

    def possible(self) -> tuple[Milliseconds, Milliseconds]:
        """Give the shortest and the longest it can be made."""
        shortest, longest = self.range(frozenset())
        return min(self.range(together(in_order(self.routine)))[0], shortest), longest

    def range(self, out: frozenset[int]) -> tuple[Milliseconds, Milliseconds]:
        """Give how short and how long it can be without some steps."""
        kept, elastic = self.without(out)
        now = length(kept)
        return (
            now - sum(each.room(-1) * each.times for each in elastic),
            now + sum(each.room(1) * each.times for each in elastic),
        )

    def without(self, out: frozenset[int]) -> tuple[Routine, list[Elastic]]:
        """Leave steps out; give what is left, and its steps."""
        kept = _without(self.routine, out)
        return kept, self._elasticity.of(kept, out)


# What is left out


def _least_left_out(whole: _Whole, target: Milliseconds) -> frozenset[int]:
    """Give as few units as make the routine short enough, or what comes nearest where that makes it too short."""
    units = in_order(whole.routine)
    count = bisect_left(range(len(units)), x=True, key=lambda count: whole.range(together(units[:count]))[0] <= target)
    out = together(units[:count])
    for unit in units[:count][::-1][:MOST_PUT_BACK]:
        if whole.range(out - unit.places)[0] <= target:
            out -= unit.places
    least, most = whole.range(out)
    return out if least <= target <= most else _nearest(whole, target, units, (most, out))


def _nearest(
    whole: _Whole, target: Milliseconds, units: list[Unit], found: tuple[Milliseconds, frozenset[int]]
) -> frozenset[int]:
    """Give what meets the target, or else comes nearest below it, of everything that may be left out."""
    for out in combined(units):
        least, most = whole.range(out)
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


def _stretched(routine: Routine, elastic: list[Elastic], target: Milliseconds) -> Routine:
    """Give every step its share of the time to gain or lose; holds take exactly what whole cycles leave over."""
    missing = target - length(routine)
    if not missing:
        return routine
    room = sum(each.room(missing) * each.times for each in elastic)
    steps = {}
    for place, each in enumerate(elastic):
        wanted = each.step.lasting.duration + missing * each.room(missing) // max(room, 1)
        steps[place] = replace(each.step, lasting=each.step.lasting.fitted(_whole(wanted, each)))
    return _topped_up(_rebuilt(routine, steps), [each.times for each in elastic], target)


def _whole(wanted: Milliseconds, each: Elastic) -> Milliseconds:
    """Round down to whole seconds, but not below the least."""
    return max(wanted // SECOND * SECOND, each.least)


def _topped_up(routine: Routine, times_each: list[int], target: Milliseconds) -> Routine:
    """Give what rounding left over to whole cycles, by turns, and then to holds, those that count once first."""
    missing = target - length(routine)
    steps = dict(enumerate(routine.steps))
    missing -= _one_more_each(steps, times_each, missing)
    exact = [place for place, step in steps.items() if isinstance(step.lasting, Hold | Parts)]
    for grain in (SECOND, 1):
        for place in sorted(exact, key=times_each.__getitem__):
            now, times = steps[place].lasting, times_each[place]
            more = min(missing // times, now.most - now.duration) // grain * grain
            if more > 0:
                steps[place] = replace(steps[place], lasting=now.fitted(now.duration + more))
                missing -= more * times
    return _rebuilt(routine, steps)


def _one_more_each(steps: dict[int, Step], times_each: list[int], missing: Milliseconds) -> Milliseconds:
    """Give one cycle more to each step that has room and time for it, round after round; give the time that took."""
    left, before = missing, missing + 1
    while left < before:
        before = left
        for place, times in enumerate(times_each):
            now = steps[place].lasting
            if isinstance(now, Repetitions | Breaths) and now.pattern.duration * times <= left:
                more = now.fitted(now.duration + now.pattern.duration)
                left -= (more.duration - now.duration) * times
                steps[place] = replace(steps[place], lasting=more)
    return missing - left
