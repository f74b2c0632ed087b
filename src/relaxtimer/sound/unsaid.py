"""A score in which nothing is said twice: after a timeline was changed by hand, in the midst of a step's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from relaxtimer.core.cues import WORDS, Cue, CueKind
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.timeline import Timeline
from relaxtimer.sound.note import Note

Key = tuple[Milliseconds, CueKind]


def with_unsaid(
    notes: Sequence[Note],
    timeline: Timeline,
    occurrence: int,
    sentences: Sequence[Cue],
    real: Callable[[Milliseconds], Milliseconds],
) -> tuple[Note, ...]:
    """Give the notes of a timeline with the sentences of one occurrence where they were and will be said, or left out.

    `sentences` are those that were said, each where it was, and those that are left, as the session has them: one that
    is being said keeps its place, so that whoever plays the score knows what was cut. `real` turns their times into
    those of the notes.
    """
    places = dict(_places(timeline, occurrence, sentences, real))
    found = []
    for note in notes:
        at = places.get((note.at, note.kind), note.at)
        if at is not None:
            found.append(note if at == note.at else replace(note, at=at))
    return tuple(sorted(found, key=lambda note: note.at))


def _places(
    timeline: Timeline, occurrence: int, sentences: Sequence[Cue], real: Callable[[Milliseconds], Milliseconds]
) -> Iterator[tuple[Key, Milliseconds | None]]:
    """Yield where each sentence of the occurrence went; `None` for those that are nowhere."""
    left = list(sentences)
    for cue in timeline.cues:
        if cue.kind not in WORDS or timeline.segments[cue.segment].occurrence != occurrence:
            continue
        place = next((place for place, each in enumerate(left) if (each.kind, each.text) == (cue.kind, cue.text)), None)
        yield (real(cue.at), cue.kind), None if place is None else real(left.pop(place).at)
