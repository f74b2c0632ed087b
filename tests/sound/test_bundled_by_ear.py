"""The bundled routines as they are heard, at 150 words a minute and from a slower voice."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import pytest

from relaxtimer.core.body import Side
from relaxtimer.core.cues import CueKind
from relaxtimer.core.doubts import doubts
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.routine import Routine
from relaxtimer.core.speech import speaking_time
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.resources import bundled
from relaxtimer.sound.arranging import arrange, doubts_of
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.note import Note
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.pacing import PACES
from relaxtimer.sound.profiles import PROFILES
from relaxtimer.sound.voice import find_voice
from tests.sound.scores import assert_no_words_meet, said
from tests.sound.voice.engines import need_espeak_command

pytestmark = pytest.mark.once

ROUTINES = sorted(path.stem for path in bundled("routines").glob("*.yaml"))
EXERCISES = sorted(
    id_
    for path in bundled("routines").glob("exercises/*.yaml")
    for id_ in re.findall(r"(?m)^  ([a-z0-9-]+):$", path.read_text().partition("\nexercises:\n")[2])
)
Lengths = Callable[[str], Milliseconds]
SECONDS = {
    "acute-spasm-calm": 600,
    "before-bed-wind-down": 600,
    "body-scan": 600,
    "box-breathing": 270,
    "cyclic-sighing": 330,
    "desk-reset": 300,
    "easy-walk": 600,
    "foam-roller-lower-back": 600,
    "four-seven-eight": 150,
    "hip-flexor-and-glute-release": 480,
    "lower-back": 720,
    "lower-back-quick": 240,
    "mcgill-stability": 540,
    "micro-break": 90,
    "morning-stiffness": 360,
    "progressive-muscle-relaxation": 720,
    "resonance-breathing": 330,
    "stress-knots": 540,
    "tennis-ball-release": 540,
    "walking-prep": 240,
}
every_routine = pytest.mark.parametrize("name", ROUTINES)


def notes(name: str) -> tuple[Note, ...]:
    return notes_of(Timeline.of(Library().routine(name).routine))


def alone(id_: str) -> Routine:
    """Give a routine of one exercise, with nothing changed."""
    text = f"format: 1\nname: Alone\nsteps:\n  - exercise: {id_}\nafter: Up.\n"
    return Library().read_data("alone.yaml", text.encode()).routine


def doubted(made: Routine, length_of: Lengths, profile: str) -> list[str]:
    """Give everything that would be told of the words of a routine from a voice."""
    arrangement = arrange(notes_of(Timeline.of(made)), length_of, profile=profile)
    return [doubt.message for doubt in doubts_of(arrangement.unfit, arrangement.late)]


@pytest.fixture(scope="module")
def length_of(tmp_path_factory: pytest.TempPathFactory) -> Lengths:
    """How long eSpeak NG takes to say words."""
    need_espeak_command()
    voice = find_voice(VoiceChoice(engine="espeak-ng"), tmp_path_factory.mktemp("cache")).voice
    assert voice is not None
    assert voice.name == "espeak-ng"
    return lru_cache(None)(voice.length)


def slowly(words: str) -> Milliseconds:
    """Give the length of words from a voice that needs half as long again."""
    return speaking_time(words) * 3 // 2


@every_routine
@pytest.mark.parametrize("profile", PROFILES)
def test_there_is_time_for_all_words(name: str, profile: str) -> None:
    assert doubted(Library().routine(name).routine, speaking_time, profile) == []


@every_routine
def test_a_real_voice_has_time_for_all_words(name: str, length_of: Lengths) -> None:
    for profile in PROFILES:
        assert doubted(Library().routine(name).routine, length_of, profile) == []


@pytest.mark.parametrize("id_", EXERCISES)
def test_there_is_time_for_all_words_of_an_exercise_that_is_taken_as_it_is(id_: str, length_of: Lengths) -> None:
    made = alone(id_)
    assert [doubt for doubt in doubts(Timeline.of(made)) if doubt.about_words] == []
    for profile in PROFILES:
        assert doubted(made, speaking_time, profile) == []
        assert doubted(made, length_of, profile) == []


@pytest.mark.parametrize("side", Side)
def test_the_words_of_the_flagship_come_before_what_they_are_about(side: Side) -> None:
    made = Library().routine("lower-back").routine
    arrangement = arrange(notes_of(Timeline.of(made, side)), speaking_time, profile="soft")
    assert not arrangement.late
    assert not arrangement.unfit


def test_the_lengths_that_are_told_of_the_routines_stay() -> None:
    found = {name: Timeline.of(Library().routine(name).routine).total // 1_000 for name in ROUTINES}
    assert found == SECONDS


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
