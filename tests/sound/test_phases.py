from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from relaxtimer.audio.clip import RATE, frames_in
from relaxtimer.sound.phases import phase_clip
from relaxtimer.sound.profiles import GLIDES
from tests.sound.hearing import Samples, bundled_samples, envelope, level, pitch, samples_of, steadiness, throb

pytestmark = pytest.mark.once

RISING = [name for name in GLIDES if name.endswith(("-in", "-up"))]
FALLING = [name for name in GLIDES if name.endswith(("-out", "-down"))]
BREATHS = [name for name in GLIDES if "-breath-" in name]
TEMPOS = [name for name in GLIDES if "-tempo-" in name]
# A tone in the middle of each glide, in hertz.
TONES = {"soft-breath-glide": 384, "clear-breath-glide": 1024, "soft-tempo-glide": 480, "clear-tempo-glide": 960}
LENGTHS = [1, 7, 50, 333, 500, 733, 1_000, 2_500, 4_000, 7_001, 12_000, 12_001, 19_000]


def sound(name: str, lasts: int) -> Samples:
    return samples_of(phase_clip(name, lasts))


def fifths(samples: Samples) -> list[Samples]:
    length = len(samples) // 5
    return [samples[part * length : (part + 1) * length] for part in range(5)]


@pytest.mark.parametrize("name", GLIDES)
@pytest.mark.parametrize("lasts", LENGTHS)
def test_a_phase_sounds_exactly_as_long_as_it_lasts(name: str, lasts: int) -> None:
    clip = phase_clip(name, lasts)
    assert (clip.frames, clip.channels) == (frames_in(lasts), 1)


def test_the_longest_phase_that_a_routine_may_have_is_filled_to_its_end() -> None:
    whole = sound("soft-breath-in", 60_000)
    assert len(whole) == 60 * RATE
    assert level(whole[-2 * RATE : -RATE]) > level(whole)


@pytest.mark.parametrize("name", RISING)
@pytest.mark.parametrize("lasts", [1_000, 1_500, 4_000, 8_000, 25_000])
def test_in_and_up_rise_all_along(name: str, lasts: int) -> None:
    heights = [pitch(part) for part in fifths(sound(name, lasts))]
    assert all(later > earlier for earlier, later in pairwise(heights))
    assert heights[-1] > 1.7 * heights[0]


@pytest.mark.parametrize("name", FALLING)
@pytest.mark.parametrize("lasts", [1_000, 1_500, 4_000, 8_000, 25_000])
def test_out_and_down_fall_all_along(name: str, lasts: int) -> None:
    heights = [pitch(part) for part in fifths(sound(name, lasts))]
    assert all(later < earlier for earlier, later in pairwise(heights))
    assert heights[-1] < heights[0] / 1.7


@pytest.mark.parametrize("name", GLIDES)
def test_even_the_shortest_phase_goes_its_way(name: str) -> None:
    half = sound(name, 500)
    first, last = pitch(half[: len(half) // 2]), pitch(half[len(half) // 2 :])
    assert (last > 1.2 * first) if name in RISING else (first > 1.2 * last)


@pytest.mark.parametrize("name", BREATHS)
@pytest.mark.parametrize("lasts", [500, 1_000, 4_000, 8_000])
def test_a_breath_swells_for_150_milliseconds_at_least(name: str, lasts: int) -> None:
    start = envelope(sound(name, lasts)[: RATE // 4])
    assert start[: RATE // 50].max() < 0.1 * start.max()
    assert np.nonzero(start > start.max() / 2)[0][0] > 0.075 * RATE


@pytest.mark.parametrize("name", [name for name in BREATHS if name in RISING])
def test_a_breath_in_grows_and_a_breath_out_dies_away(name: str) -> None:
    breath_in, breath_out = sound(name, 5_000), sound(name.replace("-in", "-out"), 5_000)
    assert level(fifths(breath_in)[3]) > level(fifths(breath_in)[0]) + 6
    assert level(fifths(breath_out)[3]) < level(fifths(breath_out)[0]) - 6


@pytest.mark.parametrize("name", GLIDES)
def test_a_phase_starts_and_ends_in_silence(name: str) -> None:
    for lasts in (500, 3_000, 14_000):
        whole = sound(name, lasts)
        assert np.abs(whole[:48]).max() < 0.01 * np.abs(whole).max()
        assert np.abs(whole[-48:]).max() < 0.01 * np.abs(whole).max()


@pytest.mark.parametrize("name", GLIDES)
@pytest.mark.parametrize("lasts", [700, 1_700, 4_000, 9_300, 31_000])
def test_nothing_clicks_where_pieces_meet(name: str, lasts: int) -> None:
    sharpest = np.abs(np.diff(bundled_samples(GLIDES[name]), n=2)).max()
    assert np.abs(np.diff(sound(name, lasts), n=2)).max() < 1.3 * sharpest


@pytest.mark.parametrize("name", GLIDES)
@pytest.mark.parametrize("lasts", [3_000, 4_100, 5_000, 9_000, 20_000])
def test_the_tones_go_on_in_phase_where_pieces_meet(name: str, lasts: int) -> None:
    assert steadiness(sound(name, lasts), TONES[GLIDES[name]]) > 0.9


@pytest.mark.parametrize("name", GLIDES)
@pytest.mark.parametrize("lasts", [3_000, 5_000, 9_000, 20_000])
def test_pieces_are_not_heard_as_a_flutter(name: str, lasts: int) -> None:
    edge = RATE // 2
    uncut = bundled_samples(GLIDES[name])[edge:-edge]
    assert throb(sound(name, lasts)[edge:-edge], 5, 39) < 1.1 * throb(uncut, 5, 39)


@pytest.mark.parametrize("name", TEMPOS)
def test_a_tempo_throbs_four_times_a_second_and_a_breath_does_not(name: str) -> None:
    edge = RATE // 4
    breath = name.replace("tempo-up", "breath-in").replace("tempo-down", "breath-out")
    assert throb(sound(name, 4_000)[edge:-edge], 3.5, 4.5) > 3
    assert throb(sound(breath, 4_000)[edge:-edge], 3.5, 4.5) < 0.5


@pytest.mark.parametrize("name", TEMPOS)
def test_the_pulses_of_a_tempo_count_from_its_start(name: str) -> None:
    loud = np.square(sound(name, 3_000)).reshape(12, -1, RATE // 80).mean(axis=2)
    assert all(pulse.argmax() in range(8, 12) for pulse in loud[1:-1])


@pytest.mark.parametrize("profile", ["soft", "clear", "bells", "ticks"])
@pytest.mark.parametrize("motion", ["breath-hold", "breath-rest", "tempo-hold", "tempo-rest"])
def test_a_hold_is_a_short_sign_and_then_silence(profile: str, motion: str) -> None:
    assert phase_clip(f"{profile}-{motion}", 7_000).duration <= 800
    assert phase_clip(f"{profile}-{motion}", 7_000) is phase_clip(f"{profile}-{motion}", 4_000)


def test_a_phase_that_comes_again_is_not_made_again() -> None:
    assert phase_clip("soft-breath-in", 4_000) is phase_clip("soft-breath-in", 4_000)


def test_what_is_kept_for_later_is_bounded() -> None:
    first = phase_clip("soft-breath-in", 4_000)
    for lasts in range(1_000, 1_020):
        phase_clip("soft-breath-in", lasts)
    assert phase_clip("soft-breath-in", 4_000) is not first
    assert phase_clip("soft-breath-in", 30_000) is not phase_clip("soft-breath-in", 30_000)


def test_a_sound_that_nobody_made_is_refused() -> None:
    with pytest.raises(KeyError):
        phase_clip("soft-breath-sideways", 4_000)


def test_the_sound_of_a_phase_needs_no_numpy() -> None:
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        "from relaxtimer.sound.phases import phase_clip\n"
        "print(phase_clip('soft-breath-out', 6000).frames)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("288000\n", "")
