from __future__ import annotations

import math
import random
import struct
from array import array
from itertools import pairwise

import pytest

from relaxtimer.sound.voice.engine import VoiceError
from relaxtimer.sound.voice.recording import AFTER, BEFORE, Recording
from relaxtimer.sound.voice.wav import from_wav, to_pcm, to_wav

RATE = 10_000
SUM = (b"sum ", b"1234")


def recording(*pieces: tuple[int, int]) -> Recording:
    """Make one of pieces: how many milliseconds, and how loud."""
    samples = array("h")
    for milliseconds, loudness in pieces:
        samples.extend([loudness, -loudness] * (milliseconds * RATE // 2_000))
    return Recording(RATE, samples)


def wav(pcm: bytes, code: int = 1, channels: int = 1, bits: int = 16, rate: int = 8_000) -> bytes:
    """Write a WAV by hand, with a chunk that nobody knows."""
    layout = struct.pack("<HHIIHH", code, channels, rate, 0, 0, bits)
    chunks = ((b"fmt ", layout), (b"FLLR", bytes(3) + b"\0"), (b"data", pcm))
    body = b"".join(name + struct.pack("<I", len(content)) + content for name, content in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


# Trimming


def test_the_length_is_that_of_the_words() -> None:
    trimmed = recording((700, 0), (400, 9_000), (200, 0), (300, 9_000), (900, 3)).trimmed()
    assert abs(trimmed.duration - (BEFORE + 900 + AFTER)) <= 13  # a block of 128 samples


def test_soft_consonants_belong_to_the_words_and_the_noise_of_the_engine_does_not() -> None:
    consonants = recording((500, 60), (100, 200), (300, 20_000), (100, 200), (500, 60)).trimmed()
    assert abs(consonants.duration - (BEFORE + 500 + AFTER)) <= 26


def test_what_was_cut_begins_and_ends_in_nothing() -> None:
    samples = recording((500, 60), (300, 20_000), (500, 60)).trimmed().samples
    assert abs(samples[0]) == abs(samples[-1]) == 0
    assert max(abs(one - other) for one, other in pairwise(samples[:21])) < 60 * 2


@pytest.mark.parametrize("silence", [recording(), recording((300, 0)), recording((300, 8))])
def test_of_silence_nothing_is_left(silence: Recording) -> None:
    assert silence.trimmed().samples == array("h")


def test_words_without_silence_around_them_stay_whole() -> None:
    whole = recording((200, 5_000))
    assert len(whole.trimmed().samples) == len(whole.samples)


# WAV


def test_a_recording_is_the_same_after_it_was_written() -> None:
    random.seed(1)
    samples = array("h", [random.randint(-32_768, 32_767) for _ in range(1_001)])
    found = from_wav(to_wav(Recording(22_050, samples), SUM))
    assert (found.rate, found.samples) == (22_050, samples)
    assert to_pcm(found) == struct.pack("<1001h", *samples)


@pytest.mark.parametrize(
    ("data", "samples"),
    [
        (wav(struct.pack("<3h", 1, -2, 32_767)), [1, -2, 32_767]),
        (wav(bytes([128, 255, 0]), bits=8), [0, 127 * 256, -32_768]),
        (wav(struct.pack("<2i", 1 << 30, -(1 << 31)), bits=32), [16_384, -32_768]),
        (wav(bytes([0, 0, 64, 255, 255, 255]), bits=24), [16_384, -1]),
        (wav(struct.pack("<2f", 0.5, -4.0), code=3, bits=32), [16_384, -32_768]),
        (wav(struct.pack("<4h", 100, 300, -100, -300), channels=2), [200, -200]),
        (wav(struct.pack("<2h", 5, 6))[:-4] + b"\5\0\6\0\7", [5, 6]),
        (wav(b""), []),
    ],
)
def test_samples_of_any_width_become_sixteen_bits_of_one_channel(data: bytes, samples: list[int]) -> None:
    assert [*from_wav(data).samples] == pytest.approx(samples, abs=1)


@pytest.mark.parametrize(("whole", "said"), [(0, 0), (0xFFFFFFFF, 0), (0x7FFFF024, 0x7FFFF000), (0xFFFFFFFF,) * 2])
def test_a_length_that_was_never_filled_in_means_all_the_rest(whole: int, said: int) -> None:
    data = wav(struct.pack("<3h", 1, 2, 3))
    at = data.index(b"data") + 4
    found = from_wav(data[:4] + struct.pack("<I", whole) + data[8:at] + struct.pack("<I", said) + data[at + 4 :])
    assert [*found.samples] == [1, 2, 3]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "gave no sound"),
        (b"Usage: \x1b[1mengine", r"gave no WAV, but something that begins with Usage: \\x1b\[1m"),
        (b"RIFF", "gave no WAV"),
        (wav(b"", code=0x55), "gave a WAV that cannot be used. "),
        (wav(b"", rate=100), "gave a WAV that cannot be used. "),
        (wav(b"", channels=0), "gave a WAV that cannot be used. "),
        (wav(bytes(8_000 * 301), bits=8), "gave a WAV that cannot be used. "),
        (wav(b"12")[:30], "gave a WAV that cannot be used. "),
        (wav(struct.pack("<2f", 0.5, math.nan), code=3, bits=32), "gave a WAV that cannot be used. .* no numbers"),
        (wav(struct.pack("<2f", 0.5, math.inf) + b"\0", code=3, bits=32), "gave a WAV that cannot be used. .* no num"),
        (wav(struct.pack("<2d", 0.5, math.nan), code=3, bits=64), "gave a WAV that cannot be used. .* no numbers"),
    ],
)
def test_what_is_no_wav_is_told(data: bytes, said: str) -> None:
    with pytest.raises(VoiceError, match=f"^{said}"):
        from_wav(data)
