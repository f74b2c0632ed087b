"""What a careful reader would ask about the words of a step: is there time for them, and which side do they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relaxtimer.core.cues import WORDS, announcement, sentence
from relaxtimer.core.doubt import Doubt, in_seconds, steps_once, work_of
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.routine import Step, with_side
from relaxtimer.core.segment import Occurrence, Phase, Segment
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES, SHORTEST_TO_INSTRUCT, speaking_time, time_for_words
from relaxtimer.core.timeline import Timeline

_BODY = "side|hand|arm|elbow|wrist|shoulder|ear|knee|leg|foot|heel|ankle|shin|calf|thigh|hip|buttock"
_NAMED_SIDE = re.compile(rf"\b(?:the|your) (left|right) (?:{_BODY})\b", re.IGNORECASE)


def named_side(timeline: Timeline) -> Iterator[Doubt]:
    """Doubt a side that both sides hear."""
    for step in steps_once(timeline):
        if not step.step.two_sided:
            continue
        for words in _all_words(step.step):
            if found := _NAMED_SIDE.search(words):
                yield Doubt(
                    step.number,
                    f"both sides hear “{found[0]}”; write {{side}} or {{other_side}} where a side is meant",
                )
                break


def _all_words(step: Step) -> Iterator[str]:
    yield from step.say
    yield from step.show
    yield from (step.breath_cue, step.easier, step.harder, step.mistake)


def too_many_words(timeline: Timeline) -> Iterator[Doubt]:
    """Doubt words that take longer than there is time for them."""
    ends = _ends_of_words(timeline)
    told: set[int] = set()
    for occurrence in timeline.occurrences:
        if occurrence.number in told or (occurrence.round is not None and occurrence.round.n > 1):
            continue
        words, time = _words_and_time(timeline, occurrence)
        if words <= time:
            words, time = _last_word_and_end(timeline, occurrence, ends.get(occurrence.index, 0))
        if words > time:
            told.add(occurrence.number)
            yield Doubt(
                occurrence.number,
                f"{in_seconds(words)} of words in {in_seconds(time)}; say less, or give it more prepare",
            )


def _ends_of_words(timeline: Timeline) -> dict[int, Milliseconds]:
    """Give when the last sentence of each occurrence is over, each said whole before the next."""
    ends: dict[int, Milliseconds] = {}
    for cue in timeline.cues:
        if cue.kind in WORDS and cue.text:
            occurrence = timeline.segments[cue.segment].occurrence
            start = max(cue.at, ends.get(occurrence, -PAUSE_BETWEEN_SENTENCES) + PAUSE_BETWEEN_SENTENCES)
            ends[occurrence] = start + speaking_time(cue.text)
    return ends


def _last_word_and_end(
    timeline: Timeline, occurrence: Occurrence, end: Milliseconds
) -> tuple[Milliseconds, Milliseconds]:
    """Give when the last word ends and when the work of the first side does, from the start of the step."""
    work = work_of(timeline, occurrence)
    if work[0].waits:
        return 0, 0
    first_side = max(segment.end for segment in work if segment.side is work[0].side)
    return end - occurrence.start, first_side - occurrence.start


def _words_and_time(timeline: Timeline, occurrence: Occurrence) -> tuple[Milliseconds, Milliseconds]:
    """Give how long the words of a step take, and the time there is for them: the prepare, and the first of the work.

    After a prepare too short for more than the name, what counts are the sentences, in the work alone.
    """
    first, work = timeline.segments[occurrence.first], work_of(timeline, occurrence)[0]
    before = timeline.segments[occurrence.first - 1].step.ends_in if occurrence.first else None
    time = time_for_words(work.duration) if not work.waits else work.duration
    sentences = [with_side(words, first.side) for words in (*occurrence.step.say, occurrence.step.breath_cue) if words]
    said = sum(map(speaking_time, [*sentences, _part_words(work)]))
    if first.phase is not Phase.PREPARE or first.duration < SHORTEST_TO_INSTRUCT:
        return said, time
    return speaking_time(announcement(first, before)) + said, work.start - first.start + time


def too_many_words_of_a_part(timeline: Timeline) -> Iterator[Doubt]:
    """Doubt the words of parts after the first."""
    for step in steps_once(timeline):
        told = set()
        for segment in work_of(timeline, step)[1:]:
            words = speaking_time(_part_words(segment))
            if segment.part is None or segment.waits or segment.part.name in told:
                continue
            time = segment.part.prepare + time_for_words(segment.duration)
            if words > time:
                told.add(segment.part.name)
                name = with_side(segment.part.name, segment.side)
                yield Doubt(step.number, f"{in_seconds(words)} of words in {in_seconds(time)} for the part {name}")


def _part_words(segment: Segment) -> str:
    if segment.part is None:
        return ""
    return with_side(f"{sentence(segment.part.name)} {segment.part.say}", segment.side)
