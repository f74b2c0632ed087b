"""Levelling by numpy, held against plain Python: what is heard is the same."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from relaxtimer.audio.levelling import spoken
from relaxtimer.audio.passes import Plain
from relaxtimer.audio.wav import read_wav
from relaxtimer.render.passes import InRows
from relaxtimer.sound.voice.recording import Recording
from tests.audio.making import espeak, shorts, sine

RATE = 22_050
INAUDIBLE = 1e-6


def assert_alike(pcm: bytes, rate: int) -> None:
    plain, quick = spoken(pcm, rate, Plain()), spoken(pcm, rate, InRows())
    assert quick.frames == plain.frames
    assert max(map(abs, map(float.__sub__, quick.samples, plain.samples)), default=0.0) < INAUDIBLE


@pytest.mark.parametrize(
    "words", ["Rest.", "Lie on your back, and bend both knees.", "She sells sea shells; sixty six."]
)
def test_words_come_out_alike(tmp_path: Path, words: str) -> None:
    said = read_wav(espeak(words, tmp_path))
    assert_alike(said.data, said.rate)


@pytest.mark.parametrize("count", [1, 43, 44, 45, 2_205, 2_206, 30_000])
def test_any_number_of_samples_comes_out_alike(count: int) -> None:
    tone = sine(440, 2, 0.9, RATE)
    assert_alike(shorts(array("f", tone[:count])), RATE)


def test_what_is_quiet_and_what_has_a_lone_peak_come_out_alike() -> None:
    quiet = sine(300, 1, 0.01, RATE)
    assert_alike(shorts(quiet), RATE)
    quiet[RATE // 2] = 0.99
    assert_alike(shorts(quiet), RATE)


def test_silence_stays_silence() -> None:
    assert_alike(bytes(2 * RATE), RATE)


@pytest.mark.parametrize("peak", [32_767, -32_768, 9])
def test_silence_around_words_is_found_alike(peak: int) -> None:
    samples = array("h", [*bytes(3_000), peak, *bytes(5_000)])
    plain = Recording(RATE, samples[:]).trimmed(Plain())
    assert Recording(RATE, samples[:]).trimmed(InRows()).samples == plain.samples
    assert 0 < len(plain.samples) < len(samples)
