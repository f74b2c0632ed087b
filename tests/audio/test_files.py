from __future__ import annotations

import os
import random
import struct
from array import array
from contextlib import suppress
from itertools import pairwise
from math import isfinite
from pathlib import Path

import numpy as np
import pytest
import soundfile

from relaxtimer.audio import apart, files
from relaxtimer.audio.bounds import MOST_BYTES
from relaxtimer.audio.clip import RATE
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.files import described, read_clip
from relaxtimer.audio.levels import peak
from tests.audio.making import interleaved, shorts, sine, wav, with_chunks

HOSTILE = Path(__file__).parent / "hostile"
KINDS = {"flac": "FLAC", "ogg": "OGG", "mp3": "MP3", "wav": "WAV"}


def written(path: Path, samples: array[float], *, rate: int = RATE, channels: int = 1) -> Path:
    values = [samples[side::channels].tolist() for side in range(channels)]
    soundfile.write(path, list(zip(*values, strict=True)), rate)
    return path


def wrong_with(path: Path) -> str:
    with pytest.raises(SoundFileError) as caught:
        read_clip(path)
    words = str(caught.value)
    assert "\n" not in words
    assert words.endswith(".")
    with pytest.raises(SoundFileError):
        described(path)
    return words


@pytest.mark.parametrize("ending", KINDS)
def test_each_format_is_read_as_it_was_written(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"tone.{ending}", sine(500, 0.5))
    clip = read_clip(path)
    # MP3 pads with silence.
    assert 500 <= clip.duration < 600
    assert peak(clip.samples) == pytest.approx(0.5, abs=0.02)
    crossings = sum(a < 0 <= b for a, b in pairwise(clip.samples))
    assert crossings == pytest.approx(250, abs=3)


@pytest.mark.parametrize(("ending", "kind"), KINDS.items())
def test_a_file_is_described_in_its_own_terms(tmp_path: Path, ending: str, kind: str) -> None:
    stereo = interleaved(sine(440, 0.4, rate=44_100), sine(440, 0.4, 0.25, rate=44_100))
    facts = described(written(tmp_path / f"tone.{ending}", stereo.samples, rate=44_100, channels=2))
    assert (facts.format, facts.channels, facts.rate) == (kind, 2, 44_100)
    assert 400 <= facts.duration < 500
    assert facts.peak == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize("ending", KINDS)
def test_the_name_of_a_file_proves_nothing(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"tone.{ending}", sine(500, 0.2))
    disguised = path.rename(tmp_path / "tone.txt")
    assert described(disguised).format == KINDS[ending]


def test_stereo_is_read_as_stereo_or_brought_together(tmp_path: Path) -> None:
    path = written(tmp_path / "sides.flac", interleaved(sine(500, 0.1), sine(500, 0.1, 0.1)).samples, channels=2)
    both = read_clip(path, channels=2)
    assert peak(both.samples[::2]) == pytest.approx(0.5, abs=0.01)
    assert peak(both.samples[1::2]) == pytest.approx(0.1, abs=0.01)
    assert peak(read_clip(path).samples) == pytest.approx(0.3, abs=0.01)


def test_one_channel_is_read_into_two(tmp_path: Path) -> None:
    both = read_clip(written(tmp_path / "tone.ogg", sine(500, 0.1)), channels=2)
    assert both.samples[::2] == both.samples[1::2]


@pytest.mark.parametrize(
    ("bits", "tag", "data"),
    [
        (8, 1, bytes([128, 255, 128, 1])),
        (16, 1, array("h", [0, 32_767, 0, -32_767]).tobytes()),
        (24, 1, b"\0\0\0\xff\xff\x7f\0\0\0\1\0\x80"),
        (32, 1, array("i", [0, 2**31 - 1, 0, -(2**31) + 1]).tobytes()),
        (32, 3, array("f", [0, 1, 0, -1]).tobytes()),
        (64, 3, array("d", [0, 1, 0, -1]).tobytes()),
    ],
)
def test_every_plain_format_of_wav_is_read(tmp_path: Path, bits: int, tag: int, data: bytes) -> None:
    path = tmp_path / "four.wav"
    path.write_bytes(wav(data, bits=bits, tag=tag))
    assert read_clip(path).samples.tolist() == pytest.approx([0, 1, 0, -1], abs=0.02)


@pytest.mark.parametrize(
    ("whole", "size"),
    [
        (0, 0),
        (0xFFFFFFFF, 0),
        (36, 0),  # as Python writes it where it cannot go back
        (0xFFFFFFFF, 0xFFFFFFFF),
        (0x7FFFF024, 0x7FFFF000),
    ],
)
def test_a_wav_file_from_a_pipe_ends_where_its_samples_end(tmp_path: Path, whole: int, size: int) -> None:
    path = tmp_path / "piped.wav"
    data = wav(shorts(sine(500, 0.1)), data_size=size)
    path.write_bytes(data[:4] + struct.pack("<I", whole) + data[8:])
    assert read_clip(path).frames == RATE // 10


def test_what_comes_after_no_samples_is_not_played(tmp_path: Path) -> None:
    (tmp_path / "empty.wav").write_bytes(with_chunks(wav(b""), (b"LIST", b"INFOISFT\x0e\0\0\0Lavf60.16.100\0")))
    assert wrong_with(tmp_path / "empty.wav") == "The file holds no sound."


def test_a_wav_file_of_countless_chunks_is_not_gone_through(tmp_path: Path) -> None:
    samples = (b"data", shorts(sine(500, 0.1)))
    few, many = [(b"junk", b"")] * 998, [(b"junk", b"")] * 1_000
    path = tmp_path / "chunks.wav"
    layout = wav(b"")[:-8]
    path.write_bytes(with_chunks(layout, *few, samples))
    assert read_clip(path).frames == RATE // 10
    path.write_bytes(with_chunks(layout, *many, samples))
    assert "more than 1,000 chunks" in wrong_with(path)


def test_a_frame_that_is_cut_off_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "cut.wav"
    path.write_bytes(wav(shorts(sine(500, 0.1))[:-1]))
    assert read_clip(path).frames == RATE // 10 - 1


@pytest.mark.parametrize("ending", KINDS)
def test_what_lasts_too_long_is_refused_and_not_decoded_to_its_end(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"long.{ending}", sine(500, 3))
    assert read_clip(path, longest=3_200).duration >= 3_000
    with pytest.raises(SoundFileError, match="lasts longer than 1 seconds"):
        read_clip(path, longest=1_000)


def test_ten_minutes_in_a_few_bytes_are_given_up_after_one(tmp_path: Path) -> None:
    path = tmp_path / "silence.flac"
    soundfile.write(path, np.zeros(600 * RATE), RATE)
    assert path.stat().st_size < MOST_BYTES
    assert "longer than 60 seconds" in wrong_with(path)


def test_a_file_that_breaks_the_decoder_breaks_nothing_else() -> None:
    assert "damaged" in wrong_with(HOSTILE / "breaks-the-decoder.ogg")


def test_a_decoder_that_goes_on_for_ever_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.001)
    assert "damaged" in wrong_with(written(tmp_path / "tone.ogg", sine(500, 0.1)))


def test_a_module_beside_a_sound_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "tone.ogg", sine(500, 0.1))
    (tmp_path / "miniaudio.py").write_text("import pathlib; pathlib.Path('run').touch()")
    monkeypatch.chdir(tmp_path)
    assert read_clip(path).frames
    assert not (tmp_path / "run").exists()


def test_only_sounds_of_our_own_are_decoded_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "tone.ogg", sine(500, 0.1))
    monkeypatch.setattr(files, "decode_apart", None)
    with pytest.raises(TypeError):
        read_clip(path)
    monkeypatch.setattr(files, "bundled", lambda _folder: tmp_path)
    assert read_clip(path).frames


@pytest.mark.once
@pytest.mark.parametrize("ending", KINDS)
def test_damaged_files_are_read_as_sound_or_refused_with_a_sentence(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"tone.{ending}", sine(500, 0.2))
    good = path.read_bytes()
    dice = random.Random(ending)
    for _ in range(12):
        data = bytearray(good)
        for _ in range(dice.choice([1, 4, 40])):
            data[dice.randrange(min(len(data), 4_500))] = dice.randrange(256)
        path.write_bytes(data[: dice.choice([len(data), dice.randrange(len(data))])])
        with suppress(SoundFileError):
            assert all(map(isfinite, read_clip(path).samples))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"what I did today", "no sound that is known"),
        (b"RIFF\0\0\0\0WAVE", "WAV, and damaged"),
        (b"RIFF\0\0\0\0WAVEdata\4\0\0\0\0\0\0\0", "WAV, and damaged"),
        (b"RIFF\0\0\0\0WAVEfmt \2\0\0\0\1\0", "WAV, and damaged"),
        (b"fLaC" + bytes(50), "FLAC, and damaged"),
        (b"ID3" + bytes(50), "MP3, and damaged"),
        (b"\xff\xfb" + bytes(50), "MP3, and damaged"),
        (b"OggS" + bytes(24) + b"OpusHead", "Opus"),
        (b"OggS" + bytes(24) + b"\x7fFLAC", "FLAC in OGG"),
        (b"OggS" + bytes(24), "OGG without Vorbis"),
        (b"OggS" + bytes(24) + b"\x01vorbis", "OGG, and damaged"),
        (b"\0\0\0\x20ftypM4A ", "M4A"),
        (b"FORM\0\0\0\0AIFF", "AIFF"),
        (wav(b""), "no sound"),
        (wav(bytes(8), rate=1), "1 samples a second"),
        (wav(bytes(8), rate=4_000_000_000), "4,000,000,000 samples a second"),
        (wav(bytes(64), channels=9), "9 channels"),
        (wav(bytes(64), channels=0), "0 channels"),
        (wav(bytes(8), tag=2, bits=4), "compressed or of a rare format"),
        (wav(array("f", [0.0, float("nan")]).tobytes(), tag=3, bits=32), "no numbers"),
        (wav(array("f", [0.0, float("-inf")]).tobytes(), tag=3, bits=32), "no numbers"),
        (wav(array("f", [*[0.0] * 40_000, float("nan")]).tobytes(), tag=3, bits=32), "no numbers"),
    ],
)
def test_what_is_no_sound_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "file.wav"
    path.write_bytes(data)
    assert said in wrong_with(path)


def test_a_file_larger_than_any_sound_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.wav"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert "larger than 32 MB" in wrong_with(path)


def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    assert "cannot be read" in wrong_with(tmp_path / "nothing.wav")
    assert "cannot be read" in wrong_with(tmp_path / "no\0name.wav")
    assert "." in wrong_with(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.wav")
        assert "no regular file" in wrong_with(tmp_path / "pipe.wav")
