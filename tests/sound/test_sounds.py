from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from relaxtimer.audio.clip import RATE
from relaxtimer.audio.levels import loudness, true_peak
from relaxtimer.core.cues import CueKind
from relaxtimer.sound.phases import phase_clip
from relaxtimer.sound.profiles import BEDS, GLIDES, PROFILES, tone_of
from tests.sound.hearing import bundled_clip, bundled_samples, click, likeness, samples_of, seam, share
from tests.sound.test_profiles import NAMES, SOUNDING

pytestmark = pytest.mark.once

STRUCK = [name for name in NAMES if name not in GLIDES]
PHASE = 4_000
MINUS_10_DB = 10 ** (-10 / 20)


def expected_loudness(name: str) -> tuple[float, float]:
    if "-breath-" in name or "-tempo-" in name:
        return -36, -31
    if name.startswith("ticks-") or name.endswith(("-lead-in", "-ending")):
        return -33, -29
    return -29, -23


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_as_loud_as_it_matters(name: str) -> None:
    low, high = expected_loudness(name)
    assert low < loudness(phase_clip(name, PHASE)) < high


@pytest.mark.parametrize("bed", BEDS)
def test_an_ambience_lies_far_below_words(bed: str) -> None:
    assert loudness(bundled_clip(f"ambience-{bed}")) == pytest.approx(-38, abs=0.5)


@pytest.mark.parametrize("name", [*NAMES, *(f"ambience-{bed}" for bed in BEDS)])
def test_no_sound_has_a_peak_that_could_startle(name: str) -> None:
    clip = bundled_clip(name) if name.startswith("ambience-") else phase_clip(name, PHASE)
    assert true_peak(clip) < MINUS_10_DB


@pytest.mark.parametrize("name", STRUCK)
def test_a_sound_takes_8_milliseconds_to_start(name: str) -> None:
    start = np.abs(bundled_samples(name)[: RATE // 20])
    half = np.nonzero(start > start.max() / 2)[0][0]
    assert half >= 0.004 * RATE


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_starts_and_ends_without_a_click(name: str) -> None:
    sound = samples_of(phase_clip(name, PHASE))
    assert click(sound, 0) < -48
    assert np.abs(sound[-RATE // 1000 :]).max() < 0.001 * np.abs(sound).max()


def test_a_sound_that_is_cut_off_would_be_told() -> None:
    bowl = bundled_samples("soft-step")
    assert click(bowl[520:], 0) > -40


@pytest.mark.parametrize("profile", SOUNDING)
def test_the_events_of_a_profile_are_told_apart_with_closed_eyes(profile: str) -> None:
    tones = [tone for kind in CueKind if (tone := tone_of(kind, profile))]
    sounds = {tone.name: samples_of(phase_clip(tone.name, PHASE)) for tone in tones}
    alike = [(one, two) for one, two in combinations(sounds, 2) if likeness(sounds[one], sounds[two]) > 0.92]
    assert alike == []


def test_a_sound_is_like_itself_at_any_level_and_unlike_another_by_a_semitone() -> None:
    bowl = bundled_samples("soft-step")
    assert likeness(bowl, bowl / 4) == pytest.approx(1)
    positions = np.arange(0, len(bowl) - 1, 2 ** (4 / 12))
    assert likeness(bowl, np.interp(positions, np.arange(len(bowl)), bowl)) < 0.92


@pytest.mark.parametrize("kind", [kind for kind in CueKind if tone_of(kind, "clear")])
def test_the_clear_profile_lies_where_older_ears_hear_best(kind: CueKind) -> None:
    tone = tone_of(kind, "clear")
    assert tone is not None
    assert share(samples_of(phase_clip(tone.name, PHASE)), 500, 2000) > 0.9


def test_ticks_are_over_at_once() -> None:
    lengths = [len(bundled_samples(name)) for name in STRUCK if name.startswith("ticks-")]
    assert max(lengths) < 1.2 * RATE


@pytest.mark.parametrize("bed", BEDS)
def test_an_ambience_comes_round_without_a_seam(bed: str) -> None:
    assert seam(bundled_samples(f"ambience-{bed}")) < 1.5


def test_a_seam_would_be_told() -> None:
    assert seam(bundled_samples("ambience-brown")[:-1234]) > 2


@pytest.mark.parametrize("bed", BEDS)
def test_an_ambience_is_wide_and_even(bed: str) -> None:
    loop = bundled_samples(f"ambience-{bed}")
    assert np.corrcoef(loop[:, 0], loop[:, 1])[0, 1] < 0.6
    eighths = np.square(loop[: len(loop) // 6000 * 6000]).reshape(-1, 6000, 2).mean(axis=(1, 2))
    assert eighths.max() < 10 ** (7 / 10) * eighths.mean()


def test_every_profile_is_tried_here() -> None:
    assert {name.partition("-")[0] for name in NAMES} == set(PROFILES) - {"silent"}
