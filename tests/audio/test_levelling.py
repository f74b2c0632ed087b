from __future__ import annotations

import random
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.gain import scaled
from relaxtimer.audio.levelling import CEILING, TARGET, spoken
from relaxtimer.audio.levels import SILENCE, loudness, peak, true_peak
from relaxtimer.audio.limiting import applied, blocks_of, gains_under
from relaxtimer.audio.resampling import clip_of
from relaxtimer.audio.speech import gated_loudness, hop_energies
from relaxtimer.audio.wav import read_wav
from tests.audio.making import decibels, espeak, shorts, sine

SENTENCES = (
    "Now place both thumbs at the base of your skull, and make slow circles.",
    "Breathe in gently through the nose.",
    "She sells sea shells; sixty six.",
    "Left side.",
)


def own_loudness(clip: Clip) -> float:
    return gated_loudness(hop_energies(clip.samples, RATE))


@pytest.mark.parametrize("words", SENTENCES)
def test_speech_measures_as_the_standard_measures_it(tmp_path: Path, words: str) -> None:
    said = read_wav(espeak(words, tmp_path))
    clip = clip_of(said.data, said.rate)
    assert own_loudness(clip) == pytest.approx(loudness(clip), abs=0.5)


@pytest.mark.parametrize("volume", [0.05, 0.5, 1.0])
@pytest.mark.parametrize("words", SENTENCES)
def test_all_words_come_out_at_one_loudness_below_the_ceiling(tmp_path: Path, words: str, volume: float) -> None:
    said = read_wav(espeak(words, tmp_path))
    quiet = array("h", (round(sample * volume) for sample in array("h", said.data))).tobytes()
    clip = spoken(quiet, said.rate)
    assert loudness(clip) == pytest.approx(TARGET, abs=1.0)
    assert decibels(true_peak(clip)) < decibels(CEILING) + 0.3
    assert clip.duration == pytest.approx(clip_of(said.data, said.rate).duration, abs=1)


def test_a_single_short_word_is_not_far_below(tmp_path: Path) -> None:
    said = read_wav(espeak("Rest.", tmp_path))
    assert loudness(spoken(said.data, said.rate)) == pytest.approx(TARGET, abs=2.5)


def test_what_has_no_high_peaks_is_only_made_louder_or_quieter() -> None:
    pcm = shorts(sine(1_000, 1, 0.01))
    tone = clip_of(pcm, RATE)
    gains = {round(b / a, 3) for a, b in zip(tone.samples, spoken(pcm, RATE).samples, strict=True) if abs(a) > 0.001}
    assert len(gains) == 1


def test_silence_stays_silent_and_faint_noise_is_not_raised_to_a_roar() -> None:
    silence = bytes(2 * RATE)
    assert own_loudness(clip_of(silence, RATE)) == SILENCE
    assert peak(spoken(silence, RATE).samples) == 0
    assert spoken(b"", RATE).frames == 0
    assert 0 < peak(spoken(shorts(sine(1_000, 1, 0.0005)), RATE).samples) < 0.01


def test_no_peak_comes_over_the_ceiling_and_far_from_peaks_nothing_changes() -> None:
    dice = random.Random(5)
    samples = array("f", (dice.uniform(-0.1, 0.1) for _ in range(RATE)))
    for at in (5_000, 20_000, 20_100, 47_999):
        samples[at] = dice.choice([-1, 1]) * dice.uniform(0.5, 1)
    blocks = blocks_of(samples, RATE)
    limited = applied(blocks, gains_under(0.3, blocks.peaks), 1.0)
    assert peak(limited) <= 0.3 + 1e-6
    assert limited[10_000:18_000] == samples[10_000:18_000]
    assert limited != samples


def test_the_gain_moves_too_slowly_to_click() -> None:
    samples = array("f", [0.2] * RATE)
    samples[RATE // 2] = 1.0
    blocks = blocks_of(samples, RATE)
    limited = applied(blocks, gains_under(0.2, blocks.peaks), 1.0)
    del limited[RATE // 2]
    steps = [abs(b - a) for a, b in pairwise(limited)]
    assert max(steps) < 0.001
    assert min(limited) < 0.05


def test_scaling_in_pieces_scales_all() -> None:
    samples = sine(100, 2)
    assert scaled(samples, 0.5).tolist() == [sample * 0.5 for sample in samples]
