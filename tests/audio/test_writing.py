from __future__ import annotations

import wave
from array import array
from pathlib import Path

import pytest

from relaxtimer.audio import writing
from relaxtimer.audio.clip import RATE
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.files import described, read_clip
from relaxtimer.audio.writing import WavWriter
from tests.audio.making import interleaved, sine


def frames_of(path: Path) -> array[int]:
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getsampwidth()) == (RATE, 2)
        return array("h", file.readframes(file.getnframes()))


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    clip = interleaved(sine(440, 0.3), sine(660, 0.3, 0.25))
    with WavWriter(tmp_path / "out.wav") as file:
        for at in range(0, len(clip.samples), 1_000):
            file.write(clip.samples[at : at + 1_000])
    back = read_clip(tmp_path / "out.wav", channels=2)
    assert back.samples.tolist() == pytest.approx(clip.samples.tolist(), abs=1 / 16_000)
    assert described(tmp_path / "out.wav").channels == 2


def test_what_is_beyond_full_scale_is_clamped_and_not_wrapped(tmp_path: Path) -> None:
    with WavWriter(tmp_path / "out.wav", channels=1) as file:
        file.write(array("f", [1.5, -1.5, 1.0, -1.0, 100.0]))
    assert all(abs(sample) >= 32_766 for sample in frames_of(tmp_path / "out.wav"))
    assert [sample > 0 for sample in frames_of(tmp_path / "out.wav")] == [True, False, True, False, True]


def test_silence_is_written_as_frames(tmp_path: Path) -> None:
    with WavWriter(tmp_path / "out.wav") as file:
        file.write_silence(10)
        file.write(array("f", [0.5, -0.5]))
    assert list(frames_of(tmp_path / "out.wav")[:20]) == [0] * 20
    assert len(frames_of(tmp_path / "out.wav")) == 22


def test_a_file_that_was_never_closed_still_has_a_header(tmp_path: Path) -> None:
    file = WavWriter(tmp_path / "out.wav")
    file.write(array("f", [0.5] * RATE))
    file._file.flush()  # noqa: SLF001 - as if the process had ended here
    assert read_clip(tmp_path / "out.wav").frames == RATE // 2
    file.close()


def test_closing_twice_does_nothing(tmp_path: Path) -> None:
    file = WavWriter(tmp_path / "out.wav")
    file.close()
    file.close()
    assert len(frames_of(tmp_path / "out.wav")) == 0


def test_more_than_a_wav_file_can_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_MOST_BYTES", 8)
    with WavWriter(tmp_path / "out.wav", channels=1) as file:
        file.write_silence(4)
        with pytest.raises(SoundFileError, match="choose another format"):
            file.write_silence(1)
    assert len(frames_of(tmp_path / "out.wav")) == 4
