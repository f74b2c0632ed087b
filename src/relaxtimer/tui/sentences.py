"""Which sentences of a step matter now, and which is being said.

While somebody gets into place these are all of them. From the first work on those are left out that were said for
getting into place: what was said before the work, but for the last two, which tell what to do in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise

from relaxtimer.core.cues import CueKind, coming
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.lasting import Parts
from relaxtimer.core.routine import with_side
from relaxtimer.core.segment import Occurrence, Phase, Segment
from relaxtimer.core.session import Session
from relaxtimer.core.speech import speaking_time
from relaxtimer.core.timeline import Timeline

# How long a sentence stays marked after it was said.
_LINGER: Milliseconds = 1_500
_SAID = frozenset({CueKind.INSTRUCTION, CueKind.BREATH_CUE, CueKind.PART})
# However much was said before the work, so many sentences stay.
_LEAST_KEPT = 2
_WORD = re.compile(r"\w{3,}")


def needed(things: tuple[str, ...]) -> str:
    """Say what is needed; nothing where that is nothing."""
    return f"You need: {', '.join(things)}." if things else ""


def sentences_now(session: Session) -> tuple[str, ...]:
    """Give the sentences that belong to this moment, the most immediate first."""
    moment, timeline = session.moment, session.timeline
    segment = moment.segment
    step = segment.step
    if segment.phase is Phase.REST:
        after = timeline.segments[moment.index + 1 : moment.index + 2]
        return tuple(coming(each, segment) for each in after)
    begun = segment.phase is not Phase.SWITCH and session.position >= _work_of(timeline, segment.occurrence)
    told = _instructions(segment)
    leaves = min(_for_getting_into_place(timeline, segment), len(told) - _LEAST_KEPT) if begun else 0
    first = segment.part.say if segment.part is not None else ""
    thing = needed(step.equipment) if segment.phase is Phase.PREPARE and not begun else ""
    breath = "" if segment.at_own_pace else step.breath_cue
    # How it is done easier holds for all of the step.
    easier = told[:1] if segment.begun_easier and leaves > 0 else ()
    found = (thing, first, *easier, *told[max(leaves, 0) :], breath)
    return tuple(with_side(each, segment.side) for each in found if each)


def all_sentences(segment: Segment) -> tuple[str, ...]:
    """Give every sentence of a step, also those of its parts and its easier variant."""
    step = segment.step
    parts = step.lasting.parts if isinstance(step.lasting, Parts) else ()
    told = (
        needed(step.equipment),
        *step.shown,
        *(f"{part.name}: {part.say}" if part.say else "" for part in parts),
        "" if segment.at_own_pace else step.breath_cue,
        f"Easier: {step.easier}" if step.easier and not segment.begun_easier else "",
    )
    return tuple(with_side(each, segment.side) for each in told if each)


def said_now(session: Session, sentences: tuple[str, ...]) -> int | None:
    """Find the sentence that is being said now."""
    position = session.position + session.waited
    cues = session.timeline.cues
    start = session.timeline.occurrence_at(session.position).start
    for place in range(bisect_right(cues, position, key=lambda cue: cue.at) - 1, -1, -1):
        cue = cues[place]
        if cue.at < start:
            return None
        if cue.kind in _SAID and cue.text is not None:
            shown = _shown_for(session.moment.segment, cue.kind, cue.text)
            still = position <= cue.at + speaking_time(cue.text) + _LINGER
            return sentences.index(shown) if still and shown in sentences else None
    return None


def _instructions(segment: Segment) -> tuple[str, ...]:
    return (segment.step.easier,) if segment.easier and not segment.begun_easier else segment.step.shown


def _shown_for(segment: Segment, kind: CueKind, text: str) -> str:
    """Give the sentence on the screen that stands for what is said."""
    step, side = segment.step, segment.side
    if kind is CueKind.PART:
        return with_side(segment.part.say, side) if segment.part is not None else ""
    said = [with_side(each, side) for each in step.say]
    if kind is CueKind.INSTRUCTION and text in said and (segment.begun_easier or not segment.easier):
        return with_side(step.shown[matched(step.say, step.shown)[said.index(text)]], side)
    return text


def _for_getting_into_place(timeline: Timeline, segment: Segment) -> int:
    """Count the sentences on the screen that are said before the work, where the step comes up first."""
    if (segment.easier and not segment.begun_easier) or not segment.step.say:
        return 0
    first = next(each for each in timeline.occurrences if each.number == segment.number)
    before = _said_before_work(timeline, first)
    places = matched(segment.step.say, segment.step.shown)
    count = places[before - 1] + 1 if before else 0
    return min([count, *places[before:]])


def _said_before_work(timeline: Timeline, occurrence: Occurrence) -> int:
    cues = timeline.cues
    first = bisect_left(cues, occurrence.start, key=lambda cue: cue.at)
    last = bisect_left(cues, _work_of(timeline, occurrence.index), key=lambda cue: cue.at)
    return sum(1 for cue in cues[first:last] if cue.kind is CueKind.INSTRUCTION)


def _work_of(timeline: Timeline, occurrence: int) -> Milliseconds:
    """Give where the first work of an occurrence begins."""
    own = timeline.segments[timeline.occurrences[occurrence].first :]
    return next(segment.start for segment in own if segment.phase is Phase.WORK)


@lru_cache(64)
def matched(said: tuple[str, ...], shown: tuple[str, ...]) -> tuple[int, ...]:
    """Find for each sentence that is said the one on the screen that says the same; both are in the same order.

    They are matched by the words they share; where they share none, by how far on they are.
    """
    if said == shown:
        return tuple(range(len(said)))
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())] * len(shown)
    for place, sentence in enumerate(said):
        scores = [
            _likeness(sentence, other) - abs((place + 0.5) / len(said) - (at + 0.5) / len(shown)) / 2
            for at, other in enumerate(shown)
        ]
        best = [
            (score + before, (*places, at))
            for at, score in enumerate(scores)
            for before, places in [max(best[: at + 1], key=lambda each: each[0])]
        ]
    return max(best, key=lambda each: each[0])[1]


def _likeness(one: str, other: str) -> float:
    """Give how many words two sentences share, and how many pairs of words that follow each other."""
    first, second = (_WORD.findall(each.casefold()) for each in (one, other))
    pairs = set(pairwise(first)) & set(pairwise(second))
    return len(set(first) & set(second)) + len(pairs) / 2
