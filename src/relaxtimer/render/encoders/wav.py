"""WAV: 16 bits, stereo. Its chapters are in a cue sheet beside it."""

from __future__ import annotations

from pathlib import Path

from relaxtimer.audio.writing import WavWriter
from relaxtimer.render.chapters import Contents


def open_wav(path: Path, _contents: Contents, _frames: int) -> WavWriter:
    """Begin a WAV file."""
    return WavWriter(path, channels=2)
