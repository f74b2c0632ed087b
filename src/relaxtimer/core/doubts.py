"""What a careful reader would ask about a routine that has no mistakes: too little time, too long a hold, no way up.

Each rule takes a timeline and yields doubts. The limits come from the dosing rules in `docs/content.md`: a stretch 10 to
60 seconds, one spot of a massage 120 seconds at most, a breath held for long 8 times at most.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from relaxtimer.core.body import Kind, Position, Side, turn_time
from relaxtimer.core.conditions import Condition
from relaxtimer.core.cues import announcement, sentence
from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds, in_words
from relaxtimer.core.pattern import Breath, Motion, Tempo
from relaxtimer.core.routine import Step, with_side
from relaxtimer.core.segment import Occurrence, Phase, Segment
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES, SHORTEST_TO_INSTRUCT, speaking_time, time_for_words
from relaxtimer.core.timeline import Timeline

LONGEST_STRETCH: Milliseconds = MINUTE
LONGEST_ON_ONE_SPOT: Milliseconds = 2 * MINUTE
LONG_BREATH_HOLD: Milliseconds = 5 * SECOND
MOST_LONG_BREATH_HOLDS = 8
MOST_TIMES_DOWN = 2
# From lying on one side to lying on the other, without hurry. Our own estimate, as those of `turn_time`.
TURN_OVER: Milliseconds = 8 * SECOND
WAY_UP = "log-roll-up"

_HOLD_CODES = (Condition.PREGNANCY, Condition.HEART, Condition.LUNGS, Condition.EYES, Condition.PANIC)
_BODY = "side|hand|arm|elbow|wrist|shoulder|ear|knee|leg|foot|heel|ankle|shin|calf|thigh|hip|buttock"
_NAMED_SIDE = re.compile(rf"\b(?:the|your) (left|right) (?:{_BODY})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is allowed, but hardly meant: `step` as steps are counted from 1, `None` for the whole routine."""

    step: int | None
    message: str


_Rule: TypeAlias = Callable[[Timeline], Iterable[Doubt]]


def doubts(timeline: Timeline) -> tuple[Doubt, ...]:
    """Give every doubt about a routine, step by step, those about the whole of it last; each only once."""
    found = dict.fromkeys(doubt for rule in _RULES for doubt in rule(timeline))
    return tuple(sorted(found, key=lambda doubt: timeline.steps + 1 if doubt.step is None else doubt.step))


def _about(number: int, message: str) -> Doubt:
    return Doubt(number, f"step {number}: {message}")


def _each_step(timeline: Timeline) -> Iterator[Occurrence]:
    """Yield the first time that each step comes up."""
    seen: set[int] = set()
    for occurrence in timeline.occurrences:
        if occurrence.number not in seen:
            seen.add(occurrence.number)
            yield occurrence


def _work(timeline: Timeline, occurrence: Occurrence) -> list[Segment]:
    own = timeline.segments[occurrence.first : occurrence.last + 1]
    return [segment for segment in own if segment.phase is Phase.WORK]


# Getting about


def _no_way_up(timeline: Timeline) -> Iterator[Doubt]:
    last = timeline.segments[-1]
    if last.step.ends_in.on_floor and not timeline.routine.after:
        yield Doubt(
            None,
            f"it ends {_where(last)}, and nothing says how to get up; say it in `after`, or end with {WAY_UP}",
        )


def _often_down(timeline: Timeline) -> Iterator[Doubt]:
    floor = [occurrence.step.position.on_floor for occurrence in timeline.occurrences]
    times = sum(now and not before for before, now in zip([False, *floor], floor, strict=False))
    if times > MOST_TIMES_DOWN:
        yield Doubt(None, f"it goes down to the floor {times} times; keep the steps on the floor together")


def _hurried_turn(timeline: Timeline) -> Iterator[Doubt]:
    told = set()
    for before, now in zip(timeline.occurrences, timeline.occurrences[1:], strict=False):
        work = _work(timeline, now)[0]
        needed = turn_time(before.step.ends_in, now.step.position)
        given = work.start - before.end
        if given < needed and now.number not in told:
            told.add(now.number)
            yield _about(
                now.number,
                f"{_seconds(given)} to get from {before.step.ends_in.words} to {now.step.position.words};"
                f" give it a prepare of {_seconds(needed)} or more",
            )


def _hurried_turn_over(timeline: Timeline) -> Iterator[Doubt]:
    for step in _each_step(timeline):
        if step.step.two_sided and step.step.position is Position.SIDE_LYING and step.step.switch < TURN_OVER:
            yield _about(
                step.number,
                f"{_seconds(step.step.switch)} to turn over to the other side;"
                f" give it a switch of {_seconds(TURN_OVER)} or more",
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
            yield _about(
                steps[key].number,
                f"{steps[key].step.name}: {in_words(left)} on the left and {in_words(right)} on the right in all",
            )


def _long_hold(timeline: Timeline) -> Iterator[Doubt]:
    for step in _each_step(timeline):
        longest = max((s.duration for s in _work(timeline, step) if _held(s)), default=0)
        if step.step.kind is Kind.STRETCH and longest > LONGEST_STRETCH:
            yield _about(step.number, f"a stretch held for {in_words(longest)}; 10 to 60 seconds at a time are enough")
        if step.step.kind is Kind.SELF_MASSAGE and longest > LONGEST_ON_ONE_SPOT:
            yield _about(
                step.number, f"{in_words(longest)} on one spot; 30 to 60 seconds are usual, 2 minutes are the most"
            )


def _held(segment: Segment) -> bool:
    return not segment.waits and not isinstance(segment.pattern, Tempo)


# Breath


def _held_breath(timeline: Timeline) -> Iterator[Doubt]:
    routine = timeline.routine
    for step in _each_step(timeline):
        known = {*step.step.avoid, *step.step.adapt, *step.step.instead, *routine.avoid, *routine.instead}
        missing = [code.value for code in _HOLD_CODES if code not in known]
        if missing and not step.step.cautions and any(_hold(segment) for segment in _work(timeline, step)):
            yield _about(
                step.number,
                f"the breath is held; say what those with {', '.join(missing)} do: `avoid`, `adapt` or `instead`",
            )


def _many_held_breaths(timeline: Timeline) -> Iterator[Doubt]:
    for step in _each_step(timeline):
        for segment in _work(timeline, step):
            if _hold(segment) >= LONG_BREATH_HOLD and segment.cycles > MOST_LONG_BREATH_HOLDS:
                yield _about(
                    step.number,
                    f"{segment.cycles} breaths held for {_seconds(_hold(segment))};"
                    f" {MOST_LONG_BREATH_HOLDS} in a row are the most",
                )


def _hold(segment: Segment) -> Milliseconds:
    """Give how long the breath is held in one breath of a segment."""
    if not isinstance(segment.pattern, Breath):
        return 0
    return max((phase.duration for phase in segment.pattern.phases if phase.motion is Motion.HOLD), default=0)


# Words


def _named_side(timeline: Timeline) -> Iterator[Doubt]:
    for step in _each_step(timeline):
        if not step.step.two_sided:
            continue
        for words in _all_words(step.step):
            if found := _NAMED_SIDE.search(words):
                yield _about(
                    step.number,
                    f"both sides hear “{found[0]}”; write {{side}} or {{other_side}} where a side is meant",
                )
                break


def _all_words(step: Step) -> Iterator[str]:
    yield from step.say
    yield from step.show
    yield from (step.breath_cue, step.easier, step.harder, step.mistake)


def _too_many_words(timeline: Timeline) -> Iterator[Doubt]:
    told: set[int] = set()
    for occurrence in timeline.occurrences:
        if occurrence.number in told or (occurrence.round is not None and occurrence.round.n > 1):
            continue
        words, time = _words_and_time(timeline, occurrence)
        if words > time:
            told.add(occurrence.number)
            yield _about(
                occurrence.number, f"{_seconds(words)} of words in {_seconds(time)}; say less, or give it more prepare"
            )


def _words_and_time(timeline: Timeline, occurrence: Occurrence) -> tuple[Milliseconds, Milliseconds]:
    """Give how long the words of a step take, and the time there is for them: the prepare, and the first of the work.

    After a prepare too short for more than the name, what counts are the sentences, in the work alone.
    """
    first, work = timeline.segments[occurrence.first], _work(timeline, occurrence)[0]
    before = timeline.segments[occurrence.first - 1].step.ends_in if occurrence.first else None
    time = time_for_words(work.duration) if not work.waits else work.duration
    sentences = [with_side(words, first.side) for words in (*occurrence.step.say, occurrence.step.breath_cue) if words]
    said = _spoken([*sentences, _part_words(work)])
    if first.phase is not Phase.PREPARE or first.duration < SHORTEST_TO_INSTRUCT:
        return said, time
    return _spoken([announcement(first, before)]) + said, work.start - first.start + time


def _too_many_words_of_a_part(timeline: Timeline) -> Iterator[Doubt]:
    for step in _each_step(timeline):
        told = set()
        for segment in _work(timeline, step)[1:]:
            words = _spoken([_part_words(segment)])
            if segment.part is None or segment.waits or segment.part.name in told:
                continue
            time = segment.part.prepare + time_for_words(segment.duration)
            if words > time:
                told.add(segment.part.name)
                yield _about(
                    step.number, f"{_seconds(words)} of words in {_seconds(time)} for the part {segment.part.name}"
                )


def _part_words(segment: Segment) -> str:
    if segment.part is None:
        return ""
    return f"{sentence(segment.part.name)} {with_side(segment.part.say, segment.side)}"


def _spoken(texts: list[str]) -> Milliseconds:
    """Give how long texts take to say, one after the other."""
    lengths = [speaking_time(text) for text in texts if text]
    return sum(lengths) + PAUSE_BETWEEN_SENTENCES * max(len(lengths) - 1, 0)


def _seconds(duration: Milliseconds) -> str:
    return f"{duration / SECOND:.1f}".removesuffix(".0") + " s"


def _where(segment: Segment) -> str:
    return segment.step.position.words


_RULES: tuple[_Rule, ...] = (
    _hurried_turn,
    _hurried_turn_over,
    _too_many_words,
    _too_many_words_of_a_part,
    _named_side,
    _unequal_sides,
    _long_hold,
    _held_breath,
    _many_held_breaths,
    _no_way_up,
    _often_down,
)
