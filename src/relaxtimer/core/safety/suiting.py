"""A routine made to suit a person: steps left out or replaced for their conditions, each within its own time.

The rules. A step that is against a condition is replaced by what it names for that condition; that by what it names
itself; else by something quiet, in the same position where that suits; else by a rest. A replacement takes the whole
slot of its step: what it does not fill is more time to get into place, so that totals and the starts of all steps are
as before. No step that is against a condition is ever left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.body import QUIET, Kind, Position
from relaxtimer.core.conditions import Condition
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.lasting import Breaths, Hold, Lasting, Parts, Repetitions
from relaxtimer.core.routine import Item, Repeat, Routine, Sounds, Step
from relaxtimer.core.safety.reasons import Today, in_order
from relaxtimer.core.safety.rules import holds_breath

Find = Callable[[str], Step | None]
"""Finds an exercise of the library by its id, as a step; `None` where there is none."""

# What is quiet enough to take the place of anything, by the position one is in; the first that suits.
_QUIET: dict[Position, tuple[str, ...]] = {
    Position.STANDING: ("long-exhale-breathing",),
    Position.WALKING: ("long-exhale-breathing",),
    Position.SITTING: ("long-exhale-breathing",),
    Position.KNEELING: ("long-exhale-breathing", "side-lying-rest"),
    Position.HANDS_AND_KNEES: ("side-lying-rest",),
    Position.SUPINE: ("diaphragmatic-crook", "constructive-rest"),
    Position.SIDE_LYING: ("side-lying-rest",),
    Position.PRONE: ("side-lying-rest",),
}
_DEEPEST = 6
_SHORTEST_SIDE: Milliseconds = 5 * SECOND
REST = "Rest"


class Change(Struct, frozen=True):
    """A step that is done otherwise: its number from 1, its name, what is done in place, and why, in words.

    `chosen` tells that the exercise or the reason itself names what is done in place. Without `instead` the step
    stays, with `ways` of doing it.
    """

    number: int
    name: str
    reasons: tuple[str, ...]
    instead: str = ""
    ways: tuple[str, ...] = ()
    chosen: bool = False


class Suited(Struct, frozen=True):
    """A routine as it suits a person, what was changed, and how much of its work is left.

    `kept` and `whole` are work in milliseconds; what was replaced by something chosen for the reason is kept.
    `against` are the conditions that the whole routine is not for.
    """

    routine: Routine
    changes: tuple[Change, ...] = ()
    kept: Milliseconds = 1
    whole: Milliseconds = 1
    against: tuple[Condition, ...] = ()

    @property
    def mostly_left(self) -> bool:
        """Whether the routine is for this person, and at least half of its work is left."""
        return not self.against and 2 * self.kept >= self.whole


def suited(routine: Routine, today: Today, find: Find) -> Suited:
    """Make a routine suit a person with what holds for them today."""
    if not today:
        return Suited(routine)
    suiting = _Suiting(today, find, in_order(today.conditions & routine.avoid))
    items = tuple(suiting.item(item, 1) for item in routine.items)
    return Suited(
        _with(routine, items) if suiting.changes else routine,
        tuple(suiting.changes),
        suiting.kept,
        suiting.whole,
        in_order(today.conditions & (routine.avoid | routine.instead.keys())),
    )


def _with(routine: Routine, items: tuple[Item, ...]) -> Routine:
    """Give a routine with other items, and what these need in place of what only the others needed."""
    made = replace(routine, items=items)
    before, now = ({thing for step in each.steps for thing in step.equipment} for each in (routine, made))
    kept = [thing for thing in routine.equipment if thing not in before or thing in now]
    new = [thing for step in made.steps for thing in step.equipment]
    return replace(made, equipment=tuple(dict.fromkeys((*kept, *new))))


class _Suiting:
    """Goes through the items of a routine; `avoided` are the conditions under which nothing physical of it is done."""

    def __init__(self, today: Today, find: Find, avoided: tuple[Condition, ...]) -> None:
        self.changes: list[Change] = []
        self.kept: Milliseconds = 0
        self.whole: Milliseconds = 0
        self._today = today
        self._avoided = tuple(condition.words for condition in avoided)
        self._find = find
        self._number = 0

    def item(self, item: Item, rounds: int) -> Item:
        """Give an item as it suits; `rounds` is how often it comes."""
        if isinstance(item, Repeat):
            return replace(item, items=tuple(self.item(each, rounds * item.rounds) for each in item.items))
        self._number += 1
        work = rounds * work_of(item)
        self.whole += work
        reasons = self._reasons(item)
        if not reasons:
            self.kept += work
            return self._worded(item, item)
        other, chosen = self._substitute(item)
        self.kept += work if chosen else 0
        self.changes.append(
            Change(self._number, item.name, reasons, other.name, self._today.ways(other), chosen=chosen)
        )
        return in_slot(item, self._worded(other, item))

    def _reasons(self, step: Step) -> tuple[str, ...]:
        avoided = self._avoided if step.kind not in QUIET or holds_breath(step) else ()
        return tuple(dict.fromkeys((*self._today.reasons(step), *avoided)))

    def _worded(self, step: Step, original: Step) -> Step:
        """Say first how somebody with these conditions does it."""
        ways = self._today.ways(step)
        if not ways:
            return step
        if step is original:
            reasons = tuple(condition.words for condition in self._today.adapting(step))
            self.changes.append(Change(self._number, step.name, reasons, ways=ways))
        return replace(step, say=(*ways, *step.say), show=(*ways, *step.show) if step.show else ())

    def _substitute(self, step: Step) -> tuple[Step, bool]:
        """Give what is done in the place of a step, and whether that was chosen for the reason."""
        named = next(self._named(step, step, frozenset(), _DEEPEST), None)
        if named is not None:
            return named, True
        for id_ in _QUIET[step.position]:
            quiet = self._find(id_)
            placed = None if quiet is None else _placed(quiet, step)
            if placed is not None and self._suits(placed, step) and not placed.equipment:
                return placed, False
        return _rest(step), False

    def _named(self, naming: Step, step: Step, seen: frozenset[str], deep: int) -> Iterator[Step]:
        """Yield what is named for the reasons, and what that names, where it suits and fits in the place of `step`."""
        for id_ in self._today.named(naming):
            other = None if id_ in seen or not deep else self._find(id_)
            if other is None:
                continue
            if self._suits(other, step):
                yield other
            else:
                yield from self._named(other, step, seen | {id_}, deep - 1)

    def _suits(self, other: Step, step: Step) -> bool:
        physical = self._avoided and other.kind not in QUIET
        return not physical and not self._today.reasons(other) and fits(other, work_of(step))


def _placed(quiet: Step, step: Step) -> Step:
    """Do something quiet in the position that one is in, where breathing is all it is."""
    return replace(quiet, position=step.position) if quiet.kind is Kind.BREATHING else quiet


def _rest(step: Step) -> Step:
    """Give a rest in the place of a step: on the side where that is near the floor, for nobody may not lie there."""
    return Step(
        name=REST,
        kind=Kind.RELAXATION,
        position=Position.SIDE_LYING if step.position.on_floor else step.position,
        lasting=Hold(work_of(step)),
        say=("Rest here, in any way that is easy.", "Breathe as you like."),
    )


def work_of(step: Step) -> Milliseconds:
    """Give how long the work of a step is, both sides and the change between them included."""
    return step.lasting.duration * 2 + step.switch if step.two_sided else step.lasting.duration


def fits(other: Step, slot: Milliseconds) -> bool:
    """Tell whether a step can be done within a time, both of its sides alike where it has two."""
    sides, switch = (2, other.switch) if other.two_sided else (1, 0)
    return slot >= switch + sides * max(_least(other.lasting), _SHORTEST_SIDE)


def in_slot(step: Step, other: Step) -> Step:
    """Put another step, which fits, into the time of a step; what it does not fill is time to get into place."""
    slot = work_of(step)
    each = (slot - other.switch) // 2 // SECOND * SECOND if other.two_sided else slot
    done = replace(other, lasting=_lasting(other.lasting, each))
    return replace(
        done,
        prepare=step.prepare + slot - work_of(done),
        rest=step.rest,
        sounds=Sounds(profile=step.sounds.profile),
        volume=step.volume,
        optional=step.optional,
        priority=step.priority,
        figured=0,
    )


def _least(lasting: Lasting) -> Milliseconds:
    match lasting:
        case Breaths() | Repetitions():
            return lasting.pattern.duration
        case Parts():
            return lasting.least
        case _:
            return 0


def _lasting(lasting: Lasting, duration: Milliseconds) -> Lasting:
    """Give a way of lasting that takes this long, or less: whole cycles only, and never longer than it may be."""
    match lasting:
        case Hold(longest=longest, breath=breath):
            return Hold(duration if longest is None else min(duration, max(longest, lasting.duration)), breath=breath)
        case Breaths() | Repetitions():
            count = min(duration, max(lasting.most, lasting.duration)) // lasting.pattern.duration
            return replace(lasting, count=count, shortest=None, longest=None)
        case Parts():
            return lasting.fitted(duration)
        case _:
            return Hold(duration)
