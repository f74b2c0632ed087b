"""A doubt about a routine, and what the rules that raise them share."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.segment import Occurrence, Phase, Segment
from relaxtimer.core.timeline import Timeline


class Doubt(Struct, frozen=True):
    """Something allowed, but hardly meant: `step` as steps are counted from 1, `None` for the whole routine.

    `about_words` marks an estimate of the time that words take: with a voice to listen to it is known.
    """

    step: int | None
    message: str
    about_words: bool = False


def steps_once(timeline: Timeline) -> Iterator[Occurrence]:
    """Yield the first time that each step comes up."""
    seen: set[int] = set()
    for occurrence in timeline.occurrences:
        if occurrence.number not in seen:
            seen.add(occurrence.number)
            yield occurrence


def work_of(timeline: Timeline, occurrence: Occurrence) -> list[Segment]:
    """Give the segments in which a step is done."""
    own = timeline.segments[occurrence.first : occurrence.last + 1]
    return [segment for segment in own if segment.phase is Phase.WORK]


def in_seconds(duration: Milliseconds) -> str:
    """Write a time as `9.2 s`."""
    return f"{duration / SECOND:.1f}".removesuffix(".0") + " s"
