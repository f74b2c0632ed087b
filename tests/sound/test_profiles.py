from __future__ import annotations

from math import ceil

import numpy as np
import pytest

from relaxtimer.core.cues import CueKind
from relaxtimer.notation.shapes.sounds import PROFILES as PROFILES_OF_ROUTINES
from relaxtimer.resources import bundled
from relaxtimer.sound.profiles import BEDS, GLIDES, PROFILES, head_of, sound_file, tone_of
from tests.sound.hearing import bundled_samples, envelope

WORDS_ALONE = {CueKind.INSTRUCTION, CueKind.BREATH_CUE, CueKind.NEXT}
SOUNDING = [profile for profile in PROFILES if profile != "silent"]
NAMES = sorted({tone.name for profile in PROFILES for kind in CueKind if (tone := tone_of(kind, profile))})
STROKES = [name for name in NAMES if "-breath-" not in name and "-tempo-" not in name]


def test_the_profiles_are_those_that_routines_may_name() -> None:
    assert PROFILES == PROFILES_OF_ROUTINES


@pytest.mark.parametrize("profile", SOUNDING)
def test_every_event_has_a_sound_unless_it_is_words_alone(profile: str) -> None:
    assert {kind for kind in CueKind if tone_of(kind, profile) is None} == WORDS_ALONE


@pytest.mark.parametrize("profile", SOUNDING)
def test_no_two_events_of_a_profile_share_a_sound(profile: str) -> None:
    names = [tone.name for kind in CueKind if (tone := tone_of(kind, profile))]
    assert len(names) == len(set(names))


def test_silent_is_silent() -> None:
    assert [tone_of(kind, "silent") for kind in CueKind] == [None] * len(CueKind)


def test_an_unknown_profile_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="no profile loud: expected one of soft, clear, bells, ticks, silent"):
        tone_of(CueKind.STEP, "loud")


def test_every_sound_has_a_file_or_is_cut_from_one() -> None:
    assert all(sound_file(GLIDES.get(name, name)).is_file() for name in NAMES)
    assert all(sound_file(f"ambience-{bed}").is_file() for bed in BEDS)


def test_every_file_has_its_use() -> None:
    used = {GLIDES.get(name, name) for name in NAMES} | {f"ambience-{bed}" for bed in BEDS}
    there = {path for path in bundled("sounds").iterdir() if path.suffix in {".wav", ".ogg"}}
    assert {sound_file(name) for name in used} == there


@pytest.mark.parametrize("name", ["", "bowl", "../README", "soft-step.wav", "soft-breath-in"])
def test_there_is_no_file_for_an_unknown_name(name: str) -> None:
    with pytest.raises(KeyError):
        sound_file(name)


@pytest.mark.parametrize("name", STROKES)
def test_the_head_of_a_sound_lasts_until_it_has_fallen_by_6_db(name: str) -> None:
    loud = envelope(bundled_samples(name))
    fallen = np.nonzero(loud >= loud.max() / 2)[0][-1] / 48
    assert head_of(name) == ceil(fallen / 10) * 10


def test_words_never_wait_long_for_a_sound() -> None:
    assert {name for name in STROKES if head_of(name) > 1_300} == {"soft-end", "bells-end"}
    assert max(head_of(name) for name in STROKES) <= 2_600


def test_words_never_wait_for_breath_and_tempo() -> None:
    assert {head_of(name) for name in NAMES if name not in STROKES} == {0}
