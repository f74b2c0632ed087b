"""The bundled routines as they are heard, at 150 words a minute and from a slower voice."""

from __future__ import annotations

import pytest

from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.speech import speaking_time
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.resources import bundled
from relaxtimer.sound.arranging import arrange, doubts_of
from relaxtimer.sound.note import Note
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.pacing import PACES
from relaxtimer.sound.profiles import PROFILES
from tests.sound.scores import assert_no_words_meet, said

ROUTINES = sorted(path.stem for path in bundled("routines").glob("*.yaml"))
every_routine = pytest.mark.parametrize("name", ROUTINES)


def notes(name: str) -> tuple[Note, ...]:
    return notes_of(Timeline.of(Library().routine(name).routine))


def slowly(words: str) -> Milliseconds:
    """Give the length of words from a voice that needs half as long again."""
    return speaking_time(words) * 3 // 2


@every_routine
@pytest.mark.parametrize("profile", PROFILES)
def test_there_is_time_for_all_words(name: str, profile: str) -> None:
    arrangement = arrange(notes(name), speaking_time, profile=profile)
    assert [doubt.message for doubt in doubts_of(arrangement.unfit)] == []


@every_routine
@pytest.mark.parametrize("profile", PROFILES)
def test_no_words_meet_others_or_a_sound(name: str, profile: str) -> None:
    assert_no_words_meet(arrange(notes(name), speaking_time, profile=profile), speaking_time)
    assert_no_words_meet(arrange(notes(name), slowly, profile=profile), slowly)


@every_routine
@pytest.mark.parametrize("profile", PROFILES)
def test_the_name_of_every_step_is_heard_before_its_work_is_half_over(name: str, profile: str) -> None:
    score = notes(name)
    for length_of in (speaking_time, slowly):
        heard = said(arrange(score, length_of, profile=profile))
        for step in (note for note in score if note.kind is CueKind.STEP):
            latest = (step.at + step.until) // 2
            assert any(step.at <= at <= latest and words in {step.words, step.brief} for at, words in heard), step


@every_routine
def test_sides_parts_and_what_is_next_are_named_as_they_come(name: str) -> None:
    score = notes(name)
    heard = said(arrange(score, speaking_time, profile="soft"))
    steps = {note.at for note in score if note.kind is CueKind.STEP}
    for each in (note for note in score if note.kind in {CueKind.SWITCH, CueKind.PART, CueKind.NEXT, CueKind.END}):
        # Where a step begins with a part, its own name comes first.
        latest = each.at + (5_000 if each.at in steps else 3_000)
        assert any(each.at <= at <= latest and words in {each.words, each.brief} for at, words in heard), each


@every_routine
def test_each_phase_is_named_in_each_step_that_it_paces(name: str) -> None:
    score = notes(name)
    heard = said(arrange(score, speaking_time, profile="soft"))
    for each in (note for note in score if note.kind in PACES and note.words and not note.brief):
        alike = [note for note in score if note.step == each.step and note.words == each.words]
        assert any(note.at <= at <= note.until and words == each.words for note in alike for at, words in heard), each
