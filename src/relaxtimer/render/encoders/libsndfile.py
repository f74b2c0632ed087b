"""FLAC, OGG Vorbis and Opus, by libsndfile; the chapters are put in when the sound is there."""

from __future__ import annotations

from array import array
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from relaxtimer.audio.clip import RATE
from relaxtimer.render.chapters import Contents
from relaxtimer.render.comments import add_comments

# libsndfile's Vorbis encoder takes too much of its stack for longer writes.
_LONGEST_WRITE = 4096


class _Sndfile:
    def __init__(self, path: Path, contents: Contents, kind: str, subtype: str) -> None:
        self._path = path
        self._contents = contents
        self._file = soundfile.SoundFile(path, "w", RATE, 2, format=kind, subtype=subtype)

    def write(self, samples: array[float]) -> None:
        self._write(np.frombuffer(samples, dtype=np.float32).reshape(-1, 2))

    def write_silence(self, frames: int) -> None:
        self._write(np.zeros((frames, 2), dtype=np.float32))

    def _write(self, frames: NDArray[np.float32]) -> None:
        for start in range(0, len(frames), _LONGEST_WRITE):
            self._file.write(frames[start : start + _LONGEST_WRITE])

    def close(self) -> None:
        self._file.close()
        add_comments(self._path, self._contents)


def open_flac(path: Path, contents: Contents, _frames: int) -> _Sndfile:
    """Begin a FLAC file of 16 bits."""
    return _Sndfile(path, contents, "FLAC", "PCM_16")


def open_ogg(path: Path, contents: Contents, _frames: int) -> _Sndfile:
    """Begin an OGG Vorbis file."""
    return _Sndfile(path, contents, "OGG", "VORBIS")


def open_opus(path: Path, contents: Contents, _frames: int) -> _Sndfile:
    """Begin an Opus file."""
    return _Sndfile(path, contents, "OGG", "OPUS")
