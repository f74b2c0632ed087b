"""By how much a sound is brought down: held against the standard, and against relaxtimer's own sounds."""

from __future__ import annotations

import random
from array import array
from pathlib import Path

import pytest

from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.files import described, read_clip
from relaxtimer.audio.gain import linear, scaled
from relaxtimer.audio.levels import loudness, peak
from relaxtimer.audio.too_loud import HIGHEST_PEAK, LOUDEST, in_words, too_loud
from relaxtimer.core.cues import CueKind
from relaxtimer.sound.profiles import GLIDES, PROFILES, sound_file, tone_of
from tests.audio.making import interleaved, shorts, sine, wav

OWN = sorted(
    {
        tone.name
        for profile in PROFILES
        for kind in CueKind
        if (tone := tone_of(kind, profile)) and tone.name not in GLIDES
    }
)


def noise(seconds: float, amplitude: float = 1.0) -> array[float]:
    """Hiss: half of it lies above 12 kHz."""
    made = random.Random(1)
    return array("f", (made.uniform(-amplitude, amplitude) for _ in range(round(seconds * RATE))))


@pytest.mark.parametrize("frequency", [100, 256, 1_000, 4_000, 6_000, 9_000, 15_000])
def test_a_tone_is_brought_down_by_what_the_standard_says(frequency: int) -> None:
    tone = sine(frequency, 1, 0.9)
    assert too_loud(tone) == pytest.approx(loudness(Clip(tone)) - LOUDEST, abs=1)


def test_hiss_is_as_loud_as_the_standard_says() -> None:
    hiss = noise(1)
    assert too_loud(hiss) == pytest.approx(loudness(Clip(hiss)) - LOUDEST, abs=0.5)


def test_a_dense_sound_comes_down_though_its_peak_is_low() -> None:
    assert too_loud(noise(1, 0.3)) > 8


def test_what_was_brought_down_is_not_brought_down_again() -> None:
    for samples in (noise(0.5), sine(500, 0.03, 1.0), sine(60, 2, 0.9)):
        lower = scaled(samples, linear(-too_loud(samples)))
        assert too_loud(lower) == pytest.approx(0, abs=0.01)
        assert peak(lower) <= HIGHEST_PEAK * 1.001


@pytest.mark.parametrize("silence", [0.0, 0.02, 0.05, 0.07])
def test_a_burst_is_as_loud_wherever_it_begins(silence: float) -> None:
    burst = array("f", bytes(4 * round(silence * RATE))) + sine(1_000, 0.1, 0.9)
    assert too_loud(burst) == pytest.approx(too_loud(sine(1_000, 0.1, 0.9)), abs=1.3)


def test_a_short_click_is_held_by_its_peak() -> None:
    click = sine(2_000, 0.002, 1.0)
    assert peak(scaled(click, linear(-too_loud(click)))) == pytest.approx(HIGHEST_PEAK, rel=0.01)


@pytest.mark.parametrize("samples", [array("f"), array("f", [0.0]), array("f", bytes(4 * RATE)), sine(500, 1, 0.01)])
def test_silence_and_what_is_soft_stay_as_they_are(samples: array[float]) -> None:
    assert too_loud(samples) == 0.0


def test_no_sound_of_ones_own_is_louder_than_the_loudest_of_relaxtimer() -> None:
    over = [too_loud(read_clip(sound_file(name)).samples) for name in OWN]
    assert 0 < max(over) < 1
    # All others have room above them: the bound is not met by chance.
    assert sorted(over)[-2] == 0
    assert max(peak(read_clip(sound_file(name)).samples) for name in OWN) < HIGHEST_PEAK


def test_a_file_in_stereo_is_as_loud_as_it_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "sides.wav"
    path.write_bytes(wav(shorts(interleaved(sine(500, 0.5, 0.8), sine(500, 0.5, 0.4)).samples), channels=2))
    assert described(path).too_loud == pytest.approx(too_loud(read_clip(path).samples), abs=0.01)


def test_what_nobody_would_hear_is_not_told() -> None:
    assert [in_words(each) for each in (0.0, 0.4, 0.6)] == ["", "", "is loud: it is brought down by 1 dB"]
