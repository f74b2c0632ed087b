"""What a file says of itself: its title, its chapters, and what is in it."""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.duration import Milliseconds, clock, in_words
from relaxtimer.core.segment import Occurrence
from relaxtimer.core.timeline import Timeline

# A longer list is of no use to whoever reads it, and a burden to what shows it.
_MOST_LISTED = 255


class Chapter(Struct, frozen=True):
    """A stretch of the file; `start` and `end` in milliseconds from its beginning."""

    start: Milliseconds
    end: Milliseconds
    title: str


class Contents(Struct, frozen=True):
    """What is in a file: `text` is a cover text of several lines, with the chapters where they are not too many."""

    title: str
    text: str
    chapters: tuple[Chapter, ...]


def contents_of(timeline: Timeline, duration: Milliseconds) -> Contents:
    """Give what is in a file of a timeline that lasts `duration`: a chapter each time a step comes up.

    They meet without gaps: a rest belongs to the step before it, what rings on at the end to the last.
    """
    occurrences = timeline.occurrences
    ends = [each.start for each in occurrences[1:]] + [duration]
    chapters = tuple(
        Chapter(each.start, end, _title(each)) for each, end in zip(occurrences, ends, strict=True) if end > each.start
    )
    return Contents(timeline.routine.name, _text(timeline, chapters), chapters)


def _title(occurrence: Occurrence) -> str:
    round_ = occurrence.round
    rounds = f", round {round_.n} of {round_.of}" if round_ is not None and round_.of > 1 else ""
    return f"{occurrence.number} {occurrence.step.name}{rounds}"


def _text(timeline: Timeline, chapters: tuple[Chapter, ...]) -> str:
    routine = timeline.routine
    lines = [
        routine.summary,
        f"{in_words(timeline.total)}. You need: {', '.join(routine.equipment) or 'nothing'}.",
        *routine.cautions,
        "General self-care guidance, not medical advice. If in doubt, ask a clinician.",
    ]
    if len(chapters) <= _MOST_LISTED:
        lines += ["", *(f"{clock(chapter.start)} {chapter.title}" for chapter in chapters)]
    return "\n".join(line for place, line in enumerate(lines) if line or place).strip()
