"""The cues of a timeline: what is said, sounded or flashed, and when.

The rules. A step is announced where it starts: its name, its side, its round, its position where that changes. The
words follow one sentence at a time, as many as fit into the prepare, however short that is, the others from the start
of the work; none lies across that start. The breath cue comes once, last; later rounds have the announcement alone.
Then quiet: half-time, three marks before the end, the change of sides, the phases of breath or tempo, the next step
during a rest, the end. By when words are best over is told in `due.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from relaxtimer.core.body import Position
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.pattern import Breath, Motion, Pattern
from relaxtimer.core.routine import Routine, with_side
from relaxtimer.core.segment import Phase, Round, Segment
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES, speaking_time

MARKS_BEFORE_END = 3
# Shorter stretches have no half-time and no marks before the end: they would be nothing but ticks.
SHORTEST_WITH_HALF: Milliseconds = 10 * SECOND
SHORTEST_WITH_MARKS: Milliseconds = 6 * SECOND


class CueKind(StrEnum):
    """What a cue is; also the names of the events that sounds are given to."""

    LEAD_IN = "lead-in"
    STEP = "step"
    INSTRUCTION = "instruction"
    BEGIN = "begin"
    BREATH_CUE = "breath-cue"
    PART = "part"
    HALF = "half"
    ENDING = "ending"
    SWITCH = "switch"
    READY = "ready"
    BREATH_IN = "breath-in"
    BREATH_HOLD = "breath-hold"
    BREATH_OUT = "breath-out"
    BREATH_REST = "breath-rest"
    TEMPO_UP = "tempo-up"
    TEMPO_HOLD = "tempo-hold"
    TEMPO_DOWN = "tempo-down"
    TEMPO_REST = "tempo-rest"
    REST = "rest"
    NEXT = "next"
    END = "end"


_BREATH = {
    Motion.IN: CueKind.BREATH_IN,
    Motion.HOLD: CueKind.BREATH_HOLD,
    Motion.OUT: CueKind.BREATH_OUT,
    Motion.REST: CueKind.BREATH_REST,
}
_TEMPO = {
    Motion.UP: CueKind.TEMPO_UP,
    Motion.HOLD: CueKind.TEMPO_HOLD,
    Motion.DOWN: CueKind.TEMPO_DOWN,
    Motion.REST: CueKind.TEMPO_REST,
}
# The sentences of a step, as against its name, its sounds and its marks.
WORDS = frozenset({CueKind.INSTRUCTION, CueKind.BREATH_CUE})


class Cue(Struct, frozen=True):
    """Something that happens at one moment.

    `at` is in milliseconds from the start, `text` is said and shown, `segment` is the index of its segment.
    """

    at: Milliseconds
    kind: CueKind
    text: str | None = None
    segment: int = 0


def cues_of(segments: Sequence[Segment], routine: Routine) -> tuple[Cue, ...]:
    """Give every cue of a timeline in the order they come."""
    found: list[Cue] = []
    first = 0
    while first < len(segments):
        occurrence = segments[first].occurrence
        last = first
        while last + 1 < len(segments) and segments[last + 1].occurrence == occurrence:
            last += 1
        before = segments[first - 1].step.ends_in if first else None
        found.extend(cues_of_step(segments, range(first, last + 1), before))
        first = last + 1
    total = segments[-1].end if segments else 0
    found.append(Cue(total, CueKind.END, " ".join(["Finished.", *routine.after]), len(segments) - 1))
    return tuple(sorted(found, key=lambda cue: cue.at))


def announcement(segment: Segment, before: Position | None) -> str:
    """Give what is said where a step starts: name, side, round, and the position where it is another than before."""
    step = segment.step
    words = [sentence(step.name)]
    if segment.side is not None:
        words.append(f"{segment.side.value.capitalize()} side{' first' if step.two_sided else ''}.")
    if segment.round is not None and segment.round.of > 1:
        words.append(_round(segment.round))
    if step.position is not before:
        words.append(f"{step.position.words.capitalize()}.")
    return " ".join(words)


def sentence(words: str) -> str:
    """End words with a full stop where they have no mark of their own."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _round(round_: Round) -> str:
    return f"Round {round_.n} of {round_.of}."


def cues_of_step(segments: Sequence[Segment], indices: range, before: Position | None) -> Iterator[Cue]:
    """Yield the cues of one time that a step comes up, in no order; `before` is the position one comes from."""
    first = segments[indices[0]]
    yield Cue(first.start, CueKind.STEP, announcement(first, before), indices[0])
    yield from _words(segments, indices, before)
    for index in indices:
        segment = segments[index]
        if segment.phase is Phase.SWITCH:
            yield Cue(segment.start, CueKind.SWITCH, _switch(segment), index)
        elif segment.phase is Phase.REST:
            yield from _rest(segments, index)
        elif segment.phase is Phase.WORK:
            yield from _work(segments, index)
        elif segment.part is not None:
            yield Cue(segment.start, CueKind.PART, part_words(segment), index)
    yield from chain.from_iterable(_side(segments, side) for side in _sides(segments, indices))


def _words(segments: Sequence[Segment], indices: range, before: Position | None) -> Iterator[Cue]:
    """Lay the sentences of a step into its prepare and the start of its work, never over the work of the other side.

    One for which that leaves no time is laid as late as it can be over in time, so that a quick voice may still say it
    and the arrangement of any other tells that it is left out.
    """
    first = segments[indices[0]]
    if first.round is not None and first.round.n > 1:
        return
    work = next(index for index in indices if segments[index].phase is Phase.WORK)
    until = until_of_words([segments[index] for index in indices])
    stops = tuple(_stops(segments[indices[0] : work + 1]))
    at = first.start + speaking_time(announcement(first, before)) + PAUSE_BETWEEN_SENTENCES
    latest = min(at, until - 1)
    for kind, text in _sentences(first):
        length = speaking_time(text)
        for stop, after in stops:
            if at < after and at + length > stop:
                at = after
        latest = at if at < until else max(latest, until - max(length, 1))
        yield Cue(latest, kind, text, max(index for index in indices if segments[index].start <= latest))
        at += length + PAUSE_BETWEEN_SENTENCES


def _stops(own: Sequence[Segment]) -> Iterator[tuple[Milliseconds, Milliseconds]]:
    """Yield from when to when no sentence is: while the first part is named, and as the work (the last) begins."""
    work = own[-1]
    named = next((segment for segment in own if segment.part is not None), None)
    if named is not None:
        yield named.start, named.start + speaking_time(part_words(named)) + PAUSE_BETWEEN_SENTENCES
    if named is not work:
        yield work.start, work.start + SECOND


def until_of_words(own: Sequence[Segment]) -> Milliseconds:
    """Give where the words of a step (its segments) end at the latest: with the work of the side that comes first."""
    work = [segment for segment in own if segment.phase is Phase.WORK]
    return max(segment.end for segment in work if segment.side is work[0].side)


def _sentences(segment: Segment) -> list[tuple[CueKind, str]]:
    step, side = segment.step, segment.side
    said = (step.easier,) if segment.easier and not segment.begun_easier else step.say
    words = [(CueKind.INSTRUCTION, with_side(text, side)) for text in said]
    if not step.breath_cue or segment.at_own_pace:
        return words
    return [*words, (CueKind.BREATH_CUE, with_side(step.breath_cue, side))]


def _switch(segment: Segment) -> str:
    return f"Change sides. Now the {segment.side.value}." if segment.side is not None else "Change sides."


def part_words(segment: Segment) -> str:
    """Give what is said of the part of a segment: its name and its words."""
    part = segment.part
    if part is None:
        return ""
    return " ".join(with_side(words, segment.side) for words in (sentence(part.name), part.say) if words)


def _rest(segments: Sequence[Segment], index: int) -> Iterator[Cue]:
    """Announce a rest and what comes after it; a rest is never the last."""
    segment = segments[index]
    yield Cue(segment.start, CueKind.REST, "Rest.", index)
    yield Cue(segment.start + SECOND, CueKind.NEXT, coming(segments[index + 1], segment), index)


def coming(after: Segment, now: Segment) -> str:
    """Give what is said of the next step ahead of time."""
    if after.number == now.number and after.round is not None:
        return f"Next: {_round(after.round).lower()}"
    return f"Next: {announcement(after, now.step.ends_in)}"


def _work(segments: Sequence[Segment], index: int) -> Iterator[Cue]:
    segment = segments[index]
    before = segments[index - 1] if index else None
    if segment.side is not None and before is not None and _other_side(before, segment):
        yield Cue(segment.start, CueKind.SWITCH, _switch(segment), index)
    if segment.part is not None and (
        before is None or before.part is not segment.part or before.side is not segment.side
    ):
        yield Cue(segment.start, CueKind.PART, part_words(segment), index)
    else:
        yield Cue(segment.start, CueKind.BEGIN, None, index)
    if segment.waits:
        yield Cue(segment.start, CueKind.READY, "Take the time you need.", index)
    if segment.paced is not None:
        yield from _pacing(segment, segment.paced, index)


def _other_side(before: Segment, segment: Segment) -> bool:
    return before.occurrence == segment.occurrence and before.phase is Phase.WORK and before.side is not segment.side


def _pacing(segment: Segment, pattern: Pattern, index: int) -> Iterator[Cue]:
    kinds = _BREATH if isinstance(pattern, Breath) else _TEMPO
    at = segment.start
    for _ in range(segment.cycles):
        for phase in pattern.phases:
            yield Cue(at, kinds[phase.motion], phase.say or phase.motion.value.capitalize(), index)
            at += phase.duration


def _sides(segments: Sequence[Segment], indices: range) -> Iterator[list[int]]:
    """Yield the indices of the work of each side."""
    work = [index for index in indices if segments[index].phase is Phase.WORK or segments[index].part is not None]
    for side in dict.fromkeys(segments[index].side for index in work):
        yield [index for index in work if segments[index].side is side]


def _side(segments: Sequence[Segment], indices: list[int]) -> Iterator[Cue]:
    """Mark half-time and the last three seconds of a side's work; parts are announced and need no half-time."""
    if any(segments[index].waits for index in indices):
        return
    parted = segments[indices[0]].part is not None
    start, end = segments[indices[0]].start, segments[indices[-1]].end
    if end - start >= SHORTEST_WITH_HALF and not parted:
        half = start + (end - start) // 2
        yield Cue(
            half, CueKind.HALF, "Half-time.", next(i for i in indices if segments[i].start <= half < segments[i].end)
        )
    if end - start >= SHORTEST_WITH_MARKS:
        for left in range(MARKS_BEFORE_END, 0, -1):
            at = end - left * SECOND
            yield Cue(
                at, CueKind.ENDING, str(left), next(i for i in indices if segments[i].start <= at < segments[i].end)
            )
