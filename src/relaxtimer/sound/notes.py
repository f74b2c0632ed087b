"""Timeline -> notes: every moment of a session that is heard, with its words for the ear.

The rules. Half-time and the marks before the end are sounds alone. A step, a part, a change of sides and what comes
next have a brief form. Words end with the work they are for, so that those of one side or part are never said on
another. They are best over before the pace begins, where the work is paced; else the first instruction before the
work, the others in its first quarter. What is said of breaths and repetitions is told in `pacing.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

from msgspec.structs import replace

from relaxtimer.core.body import Side
from relaxtimer.core.cues import WORDS, Cue, CueKind, sentence, until_of_words
from relaxtimer.core.due import due_of_step, due_of_work
from relaxtimer.core.duration import HOUR, SECOND, Milliseconds
from relaxtimer.core.routine import LOUDEST, with_side
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.timeline import Timeline
from relaxtimer.sound.note import Limit, Note
from relaxtimer.sound.pacing import PACES, Pacing
from relaxtimer.sound.spoken import spoken

# Nothing comes after the end that its words could be in the way of.
AFTER_THE_END: Milliseconds = HOUR
# A phase may be shorter than its words, such as the second breath in of a sigh: they go on into the next.
OVER_A_PHASE: Milliseconds = SECOND
_Due: TypeAlias = tuple[Limit | None, Milliseconds]
_MARKS = frozenset({CueKind.HALF, CueKind.ENDING, CueKind.BEGIN, CueKind.LEAD_IN})


def notes_of(timeline: Timeline, *, speed: Fraction = Fraction(1), language: str = "en-gb") -> tuple[Note, ...]:
    """Give everything there is to hear, in order of time; times are of the session divided by the speed.

    `language` (BCP 47) is that of the voice: one that is not English gets numbers as they are written. Raises
    `ValueError` for a speed that is not above 0.
    """
    if speed <= 0:
        message = f"a session runs at a speed above 0, not {speed}"
        raise ValueError(message)
    return tuple(_Notes(timeline, speed, language).all())


class _Notes:
    """The notes of one timeline at one speed, for one voice."""

    def __init__(self, timeline: Timeline, speed: Fraction, language: str) -> None:
        self._timeline = timeline
        self._language = language
        self._segments = timeline.segments
        self._ends = {
            occurrence.index: until_of_words(self._segments[occurrence.first : occurrence.last + 1])
            for occurrence in timeline.occurrences
        }
        self._due = {
            occurrence.index: due_of_step(self._segments[occurrence.first : occurrence.last + 1])
            for occurrence in timeline.occurrences
        }
        self._instructed: set[int] = set()
        self._per, self._ms = speed.denominator, speed.numerator
        self._pacing = Pacing(timeline)

    def all(self) -> Iterator[Note]:
        """Yield every note in the order of the cues."""
        for cue in self._timeline.cues:
            if cue.kind in PACES:
                yield self._pace(cue)
            elif cue.kind is CueKind.PART:
                yield from self._part(cue)
            else:
                words = "" if cue.kind in _MARKS else cue.text or ""
                yield self._note(cue, self._until(cue), words, self._brief(cue), self._due_of(cue))

    def _real(self, at: Milliseconds) -> Milliseconds:
        return at * self._per // self._ms

    def _note(self, cue: Cue, until: Milliseconds, words: str, brief: str = "", due: _Due = (None, 0)) -> Note:
        segment = self._segments[cue.segment]
        step, said, shorter = segment.step, spoken(words, self._language), spoken(brief, self._language)
        return Note(
            at=self._real(cue.at),
            kind=cue.kind,
            words=said,
            brief="" if shorter == said else shorter,
            until=until,
            step=segment.number,
            profile=step.sounds.profile,
            file=step.sounds.files.get(cue.kind.value),
            volume=LOUDEST if step.volume is None else step.volume,
            limit=due[0] if said else None,
            due=self._real(due[1]) if said else 0,
        )

    def _pace(self, cue: Cue) -> Note:
        phase = self._pacing.next(cue)
        start, end = self._real(cue.at), self._real(cue.at + phase.duration)
        until = min(end + OVER_A_PHASE, self._real(self._segments[cue.segment].end))
        note = self._note(cue, until, phase.words, phase.brief)
        return replace(note, lasts=end - start, pace=cue.segment + 1, cycle=phase.cycle, once=phase.once)

    def _part(self, cue: Cue) -> Iterator[Note]:
        """Yield the name of a part, and what is said of it as a sentence of its own: the name comes first of all."""
        segment, until = self._segments[cue.segment], self._until(cue)
        if segment.part is None:
            return
        of_work = due_of_work(self._work_from(cue.segment))
        due = _due(of_work.others, Limit.PACE if of_work.paced else Limit.QUARTER)
        yield self._note(cue, until, with_side(sentence(segment.part.name), segment.side), due=due)
        if segment.part.say:
            say = Cue(cue.at, CueKind.INSTRUCTION, segment=cue.segment)
            yield self._note(say, until, with_side(segment.part.say, segment.side), due=due)

    def _due_of(self, cue: Cue) -> _Due:
        """Give by when the words of a step are best over."""
        segment = self._segments[cue.segment]
        due = self._due[segment.occurrence]
        if cue.kind is CueKind.STEP and due.paced and (segment.round is None or segment.round.n == 1):
            return _due(due.first, Limit.PACE)
        if cue.kind not in WORDS:
            return _due(None, Limit.PACE)
        if due.paced:
            return _due(due.others, Limit.PACE)
        first = segment.occurrence not in self._instructed
        self._instructed.add(segment.occurrence)
        if first and due.first != due.others:
            return _due(due.first, Limit.WORK)
        return _due(due.others, Limit.QUARTER)

    def _until(self, cue: Cue) -> Milliseconds:
        """Give where the words of a cue end at the latest."""
        segment = self._segments[cue.segment]
        if cue.kind is CueKind.END:
            return self._real(cue.at) + AFTER_THE_END
        if cue.kind in WORDS:
            return self._real(self._ends[segment.occurrence])
        if cue.kind in {CueKind.STEP, CueKind.PART, CueKind.SWITCH}:
            segment = self._work_from(cue.segment)
        return self._real(segment.end)

    def _work_from(self, index: int) -> Segment:
        """Give the work that a segment is, or leads to."""
        while self._segments[index].phase is not Phase.WORK:
            index += 1
        return self._segments[index]

    def _brief(self, cue: Cue) -> str:
        segment = self._segments[cue.segment]
        match cue.kind:
            case CueKind.STEP:
                return " ".join([sentence(segment.step.name), _side(segment.side)])
            case CueKind.SWITCH:
                return _side(segment.side)
            case CueKind.NEXT:
                return self._next(cue)
            case CueKind.END:
                return "Finished."
            case _:
                return ""

    def _next(self, cue: Cue) -> str:
        now, after = self._segments[cue.segment], self._segments[cue.segment + 1]
        if after.number == now.number and after.round is not None:
            return f"Round {after.round.n}."
        return f"Next: {sentence(after.step.name)}"


def _due(due: Milliseconds | None, limit: Limit) -> _Due:
    return (None, 0) if due is None else (limit, due)


def _side(side: Side | None) -> str:
    return f"{side.value.capitalize()} side." if side is not None else ""
