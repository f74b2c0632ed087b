from __future__ import annotations

from relaxtimer.core.cues import WORDS, Cue
from relaxtimer.core.timeline import Timeline
from relaxtimer.sound.note import Note
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.unsaid import with_unsaid
from tests.core.making import step, timeline

LINE = timeline(step(say=("One, and so on.", "Two, and so on.")), step("Other", say=("Elsewhere.",)))


def sentences(line: Timeline) -> list[Cue]:
    return [cue for cue in line.cues if cue.kind in WORDS]


def left(unsaid: list[Cue], occurrence: int = 0) -> list[tuple[int, str]]:
    def real(time: int) -> int:
        return time

    found = with_unsaid(notes_of(LINE), LINE, occurrence, unsaid, real)
    assert list(found) == sorted(found, key=lambda note: note.at)
    return [(note.at, note.words) for note in found if _sentence(note)]


def _sentence(note: Note) -> bool:
    return note.kind in WORDS


def test_sentences_that_are_nowhere_are_left_out_and_those_of_other_steps_stay() -> None:
    one, two, other = sentences(LINE)
    assert left([two]) == [(two.at, two.text), (other.at, other.text)]
    assert left([]) == [(other.at, other.text)]
    assert left([], occurrence=1) == [(one.at, one.text), (two.at, two.text)]


def test_a_sentence_that_was_said_is_where_it_was_said() -> None:
    one, two, other = sentences(LINE)
    said = Cue(one.at + 400, one.kind, one.text, one.segment)
    assert left([said, two]) == [(one.at + 400, one.text), (two.at, two.text), (other.at, other.text)]


def test_sentences_that_were_moved_are_where_the_session_says_them() -> None:
    _, two, other = sentences(LINE)
    moved = Cue(two.at + 7_000, two.kind, two.text, two.segment)
    assert left([moved]) == [(two.at + 7_000, two.text), (other.at, other.text)]
