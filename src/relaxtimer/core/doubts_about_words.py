"""What a careful reader would ask about the words of a step: is there time for them, and which side do they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relaxtimer.core.body import Side
from relaxtimer.core.cues import WORDS, announcement, part_words
from relaxtimer.core.doubt import Doubt, in_seconds, steps_once, work_of
from relaxtimer.core.due import due_of_step, due_of_work
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.routine import Step, with_side
from relaxtimer.core.segment import Occurrence, Phase
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES, speaking_time, time_for_words
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


def words_into_the_pace(takes: Milliseconds, room: Milliseconds) -> str:
    """Say that words go on after the breaths or repetitions have begun."""
    more = in_seconds(takes - room)
    return (
        f"{in_seconds(takes)} of words in {in_seconds(room)} before the pace begins;"
        f" say less, or give it {more} more prepare"
    )


def late_instruction(takes: Milliseconds, room: Milliseconds) -> str:
    """Say that the first instruction is not over when the work begins."""
    more = in_seconds(takes - room)
    return (
        f"{in_seconds(takes)} up to the end of the first instruction, and {in_seconds(room)} until the work begins;"
        f" say less, or give it {more} more prepare"
    )


def words_past_their_time(takes: Milliseconds, room: Milliseconds) -> str:
    """Say that there are more words than there is time for them."""
    return f"{in_seconds(takes)} of words in {in_seconds(room)}; say less, or give it more prepare"


def too_many_words(timeline: Timeline) -> Iterator[Doubt]:
    """Doubt words that take longer than there is time for them."""
    ends = _ends_of_words(timeline)
    told: set[int] = set()
    for occurrence in timeline.occurrences:
        if occurrence.number in told or (occurrence.round is not None and occurrence.round.n > 1):
            continue
        if message := _too_many(timeline, occurrence, ends.get(occurrence.index, 0)):
            told.add(occurrence.number)
            yield Doubt(occurrence.number, message, about_words=True)


def _too_many(timeline: Timeline, occurrence: Occurrence, end: Milliseconds) -> str:
    """Say what is wrong with the words of a step, of which the last is over at `end`; "" where nothing is."""
    own = timeline.segments[occurrence.first : occurrence.last + 1]
    due = due_of_step(own)
    if due.paced and due.others is not None:
        takes, room = _time_in_a_row(timeline, occurrence), due.others - occurrence.start
        return words_into_the_pace(takes, room) if takes > room else ""
    words, time = _words_and_time(timeline, occurrence)
    if words <= time:
        words, time = _last_word_and_end(timeline, occurrence, end)
    if words > time:
        return words_past_their_time(words, time)
    if due.first is None or due.first == due.others or not occurrence.step.say:
        return ""
    takes, room = _time_in_a_row(timeline, occurrence, sentences=1), due.first - occurrence.start
    return late_instruction(takes, room) if takes > room else ""


def _time_in_a_row(timeline: Timeline, occurrence: Occurrence, sentences: int | None = None) -> Milliseconds:
    """Give how long the name of a step and its sentences take, or the first of them, each with the pause before it."""
    own = timeline.segments[occurrence.first : occurrence.last + 1]
    first, work = own[0], work_of(timeline, occurrence)[0]
    named = speaking_time(_announced(timeline, occurrence))
    words = [speaking_time(words) for words in _sentences(occurrence.step, first.side)][:sentences]
    if work.part is not None and sentences is None:
        words.append(speaking_time(part_words(work)))
    return named + sum(PAUSE_BETWEEN_SENTENCES + time for time in words)


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
    """Give how long the words of a step take, and the time there is: the prepare, and the first of the work."""
    own = timeline.segments[occurrence.first : occurrence.last + 1]
    first, work = own[0], work_of(timeline, occurrence)[0]
    due = due_of_step(own).others
    time = work.duration if due is None else due - work.start
    said = sum(map(speaking_time, [*_sentences(occurrence.step, first.side), part_words(work)]))
    if first.phase is not Phase.PREPARE:
        return said, time
    return speaking_time(_announced(timeline, occurrence)) + said, work.start - first.start + time


def _announced(timeline: Timeline, occurrence: Occurrence) -> str:
    before = timeline.segments[occurrence.first - 1].step.ends_in if occurrence.first else None
    return announcement(timeline.segments[occurrence.first], before)


def _sentences(step: Step, side: Side | None) -> list[str]:
    return [with_side(words, side) for words in (*step.say, step.breath_cue) if words]


def too_many_words_of_a_part(timeline: Timeline) -> Iterator[Doubt]:
    """Doubt the words of parts after the first, and of all that are paced: those end before the pace begins."""
    for step in steps_once(timeline):
        told = set()
        for place, segment in enumerate(work_of(timeline, step)):
            due = due_of_work(segment)
            if segment.part is None or segment.waits or segment.part.name in told or not (place or due.paced):
                continue
            words = speaking_time(part_words(segment))
            time = segment.part.prepare + (0 if due.paced else time_for_words(segment.duration))
            if words > time:
                told.add(segment.part.name)
                name = with_side(segment.part.name, segment.side)
                message = f"{in_seconds(words)} of words in {in_seconds(time)} for the part {name}"
                yield Doubt(step.number, message, about_words=True)
