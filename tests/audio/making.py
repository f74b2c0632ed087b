"""Sounds for tests: known ones, and speech."""

from __future__ import annotations

import math
import shutil
import struct
import subprocess
from array import array
from pathlib import Path

from relaxtimer.audio.clip import RATE, Clip
from tests.conftest import need


def sine(frequency: float, seconds: float, amplitude: float = 0.5, rate: int = RATE) -> array[float]:
    """Samples of one channel, beginning at the crest of nothing: phase 0."""
    step = 2 * math.pi * frequency / rate
    return array("f", (amplitude * math.sin(step * frame) for frame in range(round(seconds * rate))))


def interleaved(left: array[float], right: array[float]) -> Clip:
    """A clip in stereo."""
    both = array("f", bytes(8 * len(left)))
    both[::2], both[1::2] = left, right
    return Clip(both, 2)


def wav(  # noqa: PLR0913 - a WAV file has so many fields
    data: bytes, *, rate: int = RATE, channels: int = 1, bits: int = 16, tag: int = 1, data_size: int | None = None
) -> bytes:
    """A WAV file, with a wrong size for its samples if asked for."""
    frame = channels * bits // 8
    layout = struct.pack("<4sIHHIIHH", b"fmt ", 16, tag, channels, rate, rate * frame % 2**32, frame, bits)
    chunk = struct.pack("<4sI", b"data", len(data) if data_size is None else data_size) + data
    return struct.pack("<4sI4s", b"RIFF", 4 + len(layout) + len(chunk), b"WAVE") + layout + chunk


def with_chunks(data: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A WAV file with more chunks at its end, each of an even number of bytes."""
    data += b"".join(struct.pack("<4sI", name, len(content)) + content for name, content in chunks)
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:]


def shorts(samples: array[float]) -> bytes:
    """Samples as 16-bit numbers."""
    return array("h", (round(sample * 32_767) for sample in samples)).tobytes()


def espeak(words: str, folder: Path) -> bytes:
    """A sentence said by eSpeak NG, as a WAV file."""
    program = shutil.which("espeak-ng")
    need(program, "espeak-ng is not installed")
    path = folder / "said.wav"
    subprocess.run([str(program), "-v", "en-gb", "-s", "140", "-w", path, words], check=True)
    return path.read_bytes()


def decibels(linear: float) -> float:
    """A peak in decibels below full scale."""
    return 20 * math.log10(linear)
