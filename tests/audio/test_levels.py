from __future__ import annotations

import math
import random
import re
import shutil
import subprocess
from array import array
from pathlib import Path

import pytest

from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.levels import SILENCE, Meter, loudness, peak, peak_of, true_peak
from relaxtimer.audio.writing import WavWriter
from tests.audio.making import decibels, interleaved, sine
from tests.conftest import need


def noise(seconds: float, amplitude: float) -> array[float]:
    """Noise that has little near half the rate, where what lies between samples depends on who asks."""
    dice = random.Random(7)
    white = [dice.uniform(-amplitude, amplitude) for _ in range(round(seconds * RATE))]
    return array("f", (sum(white[max(0, at - 3) : at + 1]) / 4 for at in range(len(white))))


def test_the_peak_is_the_highest_sample_whichever_way_it_points() -> None:
    assert peak(array("f")) == 0
    assert peak(array("f", [0.25, 0.5, 0.125])) == 0.5
    assert peak(array("f", [0.25, -0.5, 0.125])) == 0.5
    assert peak(array("f", [0.0] * 100_000 + [-0.75])) == 0.75


def test_the_peak_of_a_clip_is_kept() -> None:
    clip = Clip(array("f", [0.5]))
    assert peak_of(clip) == 0.5
    clip.samples[0] = 0.75
    assert peak_of(clip) == 0.5


def test_a_sine_on_one_side_is_as_loud_as_the_standard_says() -> None:
    # BS.1770: 997 Hz at full scale in one channel of two reads -3.01 LUFS.
    clip = interleaved(sine(997, 3, 0.1), array("f", bytes(4 * 3 * RATE)))
    assert loudness(clip) == pytest.approx(-3.01 - 20, abs=0.02)


def test_both_sides_are_3_decibels_louder_than_one_and_as_loud_as_one_channel_for_both() -> None:
    tone, silent = sine(997, 2, 0.1), array("f", bytes(4 * 2 * RATE))
    one = loudness(interleaved(tone, silent))
    assert loudness(interleaved(tone, tone)) == pytest.approx(one + 3.01, abs=0.01)
    assert loudness(Clip(tone)) == pytest.approx(one + 3.01, abs=0.01)


def test_pauses_do_not_count() -> None:
    tone, pause = sine(997, 4, 0.1), array("f", bytes(4 * 20 * RATE))
    assert loudness(Clip(tone + pause)) == pytest.approx(loudness(Clip(tone)), abs=0.35)


def test_silence_has_no_loudness() -> None:
    assert loudness(Clip(array("f", bytes(4 * RATE)))) == SILENCE
    assert loudness(Clip(array("f"))) == SILENCE


def test_a_short_sound_counts_as_a_block_with_silence() -> None:
    assert loudness(Clip(sine(997, 0.2, 0.1))) == pytest.approx(loudness(Clip(sine(997, 2, 0.1))) - 3.01, abs=0.1)


def test_pieces_of_any_size_measure_the_same() -> None:
    clip = interleaved(noise(2.345, 0.3), sine(300, 2.345, 0.2))
    meter = Meter()
    dice, at = random.Random(3), 0
    while at < len(clip.samples):
        size = 2 * dice.randrange(1, 40_000)
        meter.add(clip.samples[at : at + size])
        at += size
    assert meter.loudness() == pytest.approx(loudness(clip), abs=1e-4)
    assert meter.true_peak() == pytest.approx(true_peak(clip), abs=1e-5)


def test_a_sine_between_its_samples_is_found() -> None:
    # A quarter of the rate, an eighth of a turn late: every sample lies at 0.707 of the crest.
    step = math.pi / 2
    risen = (min(1, frame / 1_000) for frame in range(RATE))
    between = array("f", (0.5 * gain * math.sin(step * frame + math.pi / 4) for frame, gain in enumerate(risen)))
    assert decibels(peak(between)) == pytest.approx(decibels(0.5) - 3.01, abs=0.01)
    assert decibels(true_peak(Clip(between))) == pytest.approx(decibels(0.5), abs=0.1)


def test_a_peak_at_the_very_end_is_found() -> None:
    samples = array("f", bytes(4 * RATE))
    samples[-1] = 0.9
    assert true_peak(Clip(samples)) >= 0.9 - 1e-6


@pytest.mark.parametrize("made", ["noise", "sides", "pauses"])
def test_loudness_and_true_peak_agree_with_ffmpeg(tmp_path: Path, made: str) -> None:
    need(shutil.which("ffmpeg"), "ffmpeg is not installed")
    clip = {
        "noise": lambda: interleaved(noise(5, 0.3), noise(5, 0.1)),
        "sides": lambda: interleaved(sine(60, 5, 0.6), sine(3_000, 5, 0.1)),
        "pauses": lambda: interleaved(
            *[(noise(1.2, 0.4) + array("f", bytes(4 * RATE)) + sine(700, 1.5, 0.02)) for _ in range(2)]
        ),
    }[made]()
    with WavWriter(tmp_path / "clip.wav") as file:
        file.write(clip.samples)
    command = ["ffmpeg", "-nostats", "-i", str(tmp_path / "clip.wav"), "-af", "ebur128=peak=true", "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr.partition("Summary:")[2]
    integrated, highest = re.search(r"I:\s+(\S+) LUFS", said), re.search(r"Peak:\s+(\S+) dBFS", said)
    assert integrated is not None
    assert highest is not None
    assert loudness(clip) == pytest.approx(float(integrated[1]), abs=0.15)
    assert decibels(true_peak(clip)) == pytest.approx(float(highest[1]), abs=0.2)
