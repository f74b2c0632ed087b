"""How loud the flagship is, with its voice: as loud as speech elsewhere, and never near full scale."""

from __future__ import annotations

import shutil
import wave
from array import array
from pathlib import Path

import pytest

from relaxtimer.audio.gain import linear
from relaxtimer.audio.levels import Meter
from relaxtimer.cli import main
from relaxtimer.core.duration import SECOND
from tests.conftest import need

TARGET, WITHIN, HIGHEST = -20.0, 1.0, -1.0
_AT_ONCE = 480_000


@pytest.mark.once
def test_the_flagship_is_at_minus_twenty_lufs_and_its_true_peak_below_minus_one(tmp_path: Path) -> None:
    need(shutil.which("espeak-ng"), "espeak-ng speaks the words")
    target = tmp_path / "a.wav"
    assert main(["render", "lower-back", "-o", str(target)]) == 0
    meter = Meter(2)
    with wave.open(str(target)) as file:
        assert file.getnframes() > 720 * SECOND * 48
        while data := file.readframes(_AT_ONCE):
            meter.add(array("f", [sample / 32_768 for sample in array("h", data)]))
    assert abs(meter.loudness() - TARGET) <= WITHIN
    assert meter.true_peak() <= linear(HIGHEST)
