from __future__ import annotations

from array import array
from itertools import pairwise

import pytest

from relaxtimer.audio.clip import RATE
from relaxtimer.audio.levels import peak
from relaxtimer.audio.resampling import Format, clip_of, converted
from relaxtimer.audio.summing import both_sides, with_centre
from tests.audio.making import decibels, shorts, sine


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
def test_speech_of_any_rate_keeps_its_length_pitch_and_level(rate: int) -> None:
    clip = clip_of(shorts(sine(440, 1, 0.5, rate)), rate)
    assert clip.frames == pytest.approx(RATE, abs=2)
    assert decibels(peak(clip.samples)) == pytest.approx(decibels(0.5), abs=0.1)
    crossings = sum(a < 0 <= b for a, b in pairwise(clip.samples))
    assert crossings == pytest.approx(440, abs=1)


def test_nothing_stays_nothing() -> None:
    assert clip_of(b"", 22_050).frames == 0
    assert clip_of(b"\1", 22_050).frames == 0


def test_what_is_in_its_format_already_is_left_alone() -> None:
    pcm = array("f", [0.1, 2.0]).tobytes()
    assert converted(pcm, RATE, RATE, kind=Format.FLOAT_32) is pcm


def test_a_sound_of_both_sides_is_added_whole_to_each() -> None:
    # The weights are miniaudio's; were they ever others, every mix would be wrong.
    stereo, centre = array("f", [0.25, -0.5, 3.0, 0.0]), array("f", [0.125, 2.0])
    assert with_centre(stereo, centre).tolist() == [0.375, -0.375, 5.0, 2.0]
    assert with_centre(None, centre).tolist() == both_sides(centre).tolist() == [0.125, 0.125, 2.0, 2.0]
