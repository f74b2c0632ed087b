"""What a careful reader would ask about a routine that has no mistakes: too little time, too long a hold, no way up.

Each rule takes a timeline and yields doubts. The limits come from the dosing rules in `docs/content.md`: a stretch 10
to 60 seconds, one spot of a massage 120 seconds at most, a breath held for long 8 times at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from msgspec.structs import fields, replace

from relaxtimer.core.body import Kind, Position, Side, turn_time
from relaxtimer.core.conditions import Condition
from relaxtimer.core.doubt import Doubt, in_seconds, steps_once, work_of
from relaxtimer.core.doubts_about_words import named_side, too_many_words, too_many_words_of_a_part
from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds, in_words
from relaxtimer.core.lasting import Hold
from relaxtimer.core.pattern import Breath, Motion, Tempo
from relaxtimer.core.pressure import too_hard
from relaxtimer.core.routine import Exercise, Routine, Step
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.timeline import Timeline

LONGEST_STRETCH: Milliseconds = MINUTE
LONGEST_ON_ONE_SPOT: Milliseconds = 2 * MINUTE
LONG_BREATH_HOLD: Milliseconds = 5 * SECOND
MOST_LONG_BREATH_HOLDS = 8
MOST_TIMES_DOWN = 2
# Slower than two a minute; and far more than any of the bundled steps. Our own estimates.
LONGEST_BREATH: Milliseconds = 30 * SECOND
LONGEST_MOVEMENT: Milliseconds = 10 * MINUTE
# Below this a fraction of a second is hardly meant.
SHORT_WORK: Milliseconds = 10 * SECOND
# From lying on one side to lying on the other, without hurry. Our own estimate, as those of `turn_time`.
TURN_OVER: Milliseconds = 8 * SECOND
WAY_UP = "log-roll-up"

_MOVEMENT = frozenset({Kind.MOBILITY, Kind.STABILISATION})
_HOLD_CODES = (Condition.PREGNANCY, Condition.HEART, Condition.LUNGS, Condition.EYES, Condition.PANIC)
_Rule: TypeAlias = Callable[[Timeline], Iterable[Doubt]]


def doubts(timeline: Timeline) -> tuple[Doubt, ...]:
    """Give every doubt about a routine, step by step, those about the whole of it last."""
    found = [doubt for rule in (*_RULES, *_RULES_OF_ONE) for doubt in rule(timeline)]
    found.sort(key=lambda doubt: timeline.steps + 1 if doubt.step is None else doubt.step)
    return tuple(
        doubt if doubt.step is None else replace(doubt, message=f"step {doubt.step}: {doubt.message}")
        for doubt in found
    )


def doubts_of_exercise(exercise: Exercise) -> tuple[str, ...]:
    """Give the doubts about an exercise of the library: those that do not hang on the routine it is used in."""
    step = Step(**{field.name: getattr(exercise, field.name) for field in fields(exercise)})
    timeline = Timeline.of(Routine(id="", name=exercise.name, items=(step,)))
    return tuple(doubt.message for rule in _RULES_OF_ONE for doubt in rule(timeline))


# Getting about


def _no_way_up(timeline: Timeline) -> Iterator[Doubt]:
    last = timeline.segments[-1]
    if last.step.ends_in.on_floor and not timeline.routine.after:
        where = last.step.ends_in.words
        yield Doubt(None, f"it ends {where}, and nothing says how to get up; say it in `after`, or end with {WAY_UP}")


def _often_down(timeline: Timeline) -> Iterator[Doubt]:
    down = [occurrence.step.position.on_floor for occurrence in timeline.occurrences]
    left_down = [False, *(occurrence.step.ends_in.on_floor for occurrence in timeline.occurrences)]
    times = sum(now and not before for before, now in zip(left_down, down, strict=False))
    if times > MOST_TIMES_DOWN:
        yield Doubt(None, f"it goes down to the floor {times} times; keep the steps on the floor together")


def _hurried_turn(timeline: Timeline) -> Iterator[Doubt]:
    told = set()
    for before, now in zip(timeline.occurrences, timeline.occurrences[1:], strict=False):
        work = work_of(timeline, now)[0]
        needed = turn_time(before.step.ends_in, now.step.position)
        given = work.start - before.end
        if given < needed and now.number not in told:
            told.add(now.number)
            yield Doubt(
                now.number,
                f"{in_seconds(given)} to get from {before.step.ends_in.words} to {now.step.position.words};"
                f" give it a prepare of {in_seconds(needed)} or more",
            )


def _hurried_turn_over(timeline: Timeline) -> Iterator[Doubt]:
    for step in steps_once(timeline):
        if step.step.two_sided and step.step.position is Position.SIDE_LYING and step.step.switch < TURN_OVER:
            yield Doubt(
                step.number,
                f"{in_seconds(step.step.switch)} to turn over to the other side;"
                f" give it a switch of {in_seconds(TURN_OVER)} or more",
            )


# Amounts


def _unequal_sides(timeline: Timeline) -> Iterator[Doubt]:
    worked: dict[str, dict[Side, Milliseconds]] = {}
    steps: dict[str, Segment] = {}
    for segment in timeline.segments:
        if segment.phase is Phase.WORK and segment.side is not None:
            key = segment.step.id or segment.step.name
            steps.setdefault(key, segment)
            sides = worked.setdefault(key, dict.fromkeys(Side, 0))
            sides[segment.side] += segment.duration
    for key, sides in worked.items():
        left, right = sides[Side.LEFT], sides[Side.RIGHT]
        if left != right:
            yield Doubt(
                steps[key].number,
                f"{steps[key].step.name}: {in_words(left)} on the left and {in_words(right)} on the right in all",
            )


def _long_hold(timeline: Timeline) -> Iterator[Doubt]:
    for step in steps_once(timeline):
        longest = max((s.duration for s in work_of(timeline, step) if _held(s)), default=0)
        if step.step.kind is Kind.STRETCH and longest > LONGEST_STRETCH:
            yield Doubt(step.number, f"a stretch held for {in_words(longest)}; 10 to 60 seconds at a time are enough")
        if step.step.kind is Kind.SELF_MASSAGE and longest > LONGEST_ON_ONE_SPOT:
            yield Doubt(
                step.number, f"{in_words(longest)} on one spot; 30 to 60 seconds are usual, 2 minutes are the most"
            )


def _long_movement(timeline: Timeline) -> Iterator[Doubt]:
    for step in steps_once(timeline):
        work = [each for each in work_of(timeline, step) if not each.waits]
        longest = sum(each.duration for each in work if each.side is work[0].side)
        if step.step.kind in _MOVEMENT and step.step.position is not Position.WALKING and longest > LONGEST_MOVEMENT:
            yield Doubt(step.number, f"{in_words(longest)} of one movement; a few minutes at a time are enough")


def _hard_pressure(timeline: Timeline) -> Iterator[Doubt]:
    for step in steps_once(timeline):
        if words := too_hard(step.step):
            yield Doubt(step.number, f"“{words}” is harder than self-massage needs; five out of ten are the most")


def _minutes_with_a_point(timeline: Timeline) -> Iterator[Doubt]:
    for step in steps_once(timeline):
        lasting = step.step.lasting
        if isinstance(lasting, Hold) and lasting.duration < SHORT_WORK and lasting.duration % SECOND:
            yield Doubt(
                step.number,
                f"{in_seconds(lasting.duration)} of work; minutes and seconds are written with a colon, as 1:30",
            )


def _held(segment: Segment) -> bool:
    return not segment.waits and not isinstance(segment.paced, Tempo)


# Breath


def _held_breath(timeline: Timeline) -> Iterator[Doubt]:
    routine = timeline.routine
    for step in steps_once(timeline):
        known = {*step.step.avoid, *step.step.adapt, *step.step.instead, *routine.avoid, *routine.instead}
        missing = [code.value for code in _HOLD_CODES if code not in known]
        if missing and not step.step.cautions and any(_hold(segment) for segment in work_of(timeline, step)):
            yield Doubt(
                step.number,
                f"the breath is held; say what those with {', '.join(missing)} do: `avoid`, `adapt` or `instead`",
            )


def _many_held_breaths(timeline: Timeline) -> Iterator[Doubt]:
    for step in steps_once(timeline):
        for segment in work_of(timeline, step):
            if _hold(segment) >= LONG_BREATH_HOLD and segment.cycles > MOST_LONG_BREATH_HOLDS:
                yield Doubt(
                    step.number,
                    f"{segment.cycles} breaths held for {in_seconds(_hold(segment))};"
                    f" {MOST_LONG_BREATH_HOLDS} in a row are the most",
                )


def _slow_breath(timeline: Timeline) -> Iterator[Doubt]:
    for step in steps_once(timeline):
        paced = (each.paced for each in work_of(timeline, step))
        slowest = max((each.duration for each in paced if isinstance(each, Breath)), default=0)
        if slowest > LONGEST_BREATH:
            yield Doubt(step.number, f"one breath of {in_words(slowest)}; 10 to 20 seconds are slow already")


def _hold(segment: Segment) -> Milliseconds:
    """Give how long the breath is held in one breath of a segment."""
    if not isinstance(segment.paced, Breath):
        return 0
    return max((phase.duration for phase in segment.paced.phases if phase.motion is Motion.HOLD), default=0)


_RULES: tuple[_Rule, ...] = (
    _hurried_turn,
    _hurried_turn_over,
    too_many_words,
    too_many_words_of_a_part,
    _unequal_sides,
    _no_way_up,
    _often_down,
)
_RULES_OF_ONE: tuple[_Rule, ...] = (
    named_side,
    _minutes_with_a_point,
    _long_hold,
    _hard_pressure,
    _held_breath,
    _many_held_breaths,
    _slow_breath,
    _long_movement,
)
