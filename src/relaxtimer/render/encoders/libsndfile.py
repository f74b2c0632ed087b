"""FLAC, OGG Vorbis and Opus, by libsndfile; the chapters are put in when the sound is there."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from relaxtimer.audio.clip import RATE
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.render.chapters import Contents
from relaxtimer.render.comments import add_comments

# libsndfile's Vorbis encoder takes too much of its stack for longer writes.
_LONGEST_WRITE = 4096
# More bytes than any encoder holds back before it writes.
_SOME = 1 << 20


class _Sndfile:
    def __init__(self, path: Path, contents: Contents, kind: str, subtype: str) -> None:
        self._path = path
        self._contents = contents
        self._frames = 0
        # Names of folders need not be text anywhere but on Windows.
        self._name = str(path) if os.name == "nt" else os.fsencode(path)
        with self._failing_in_words():
            self._file = soundfile.SoundFile(self._name, "w", RATE, 2, format=kind, subtype=subtype)

    def write(self, samples: array[float]) -> None:
        self._write(np.frombuffer(samples, dtype=np.float32).reshape(-1, 2))

    def write_silence(self, frames: int) -> None:
        self._write(np.zeros((frames, 2), dtype=np.float32))

    def _write(self, frames: NDArray[np.float32]) -> None:
        self._frames += len(frames)
        with self._failing_in_words():
            for start in range(0, len(frames), _LONGEST_WRITE):
                self._file.write(frames[start : start + _LONGEST_WRITE])

    def close(self) -> None:
        with self._failing_in_words():
            self._file.close()
            self._check_whole()
        add_comments(self._path, self._contents)

    def drop(self) -> None:
        with suppress(soundfile.LibsndfileError):
            self._file.close()

    def _check_whole(self) -> None:
        """Raise an error for a file that ends early: libsndfile does not tell when what it writes last fails."""
        if soundfile.info(self._name).frames != self._frames:
            self._write_anything()
            raise SoundFileError("The file ends before its sound does.")

    @contextmanager
    def _failing_in_words(self) -> Iterator[None]:
        """Raise what the disk says of a write that failed: libsndfile keeps it to itself."""
        try:
            yield
        # An assertion is how soundfile notices that fewer frames were taken than were given.
        except (soundfile.LibsndfileError, AssertionError) as error:
            self._write_anything()
            why = f"The sound cannot be put into a file of this kind: {error}"
            raise SoundFileError(why) from error

    def _write_anything(self) -> None:
        """Raise the `OSError` of a disk that takes no more."""
        with self._path.open("ab") as file:
            file.write(bytes(_SOME))
            file.flush()
            os.fsync(file.fileno())


def open_flac(path: Path, contents: Contents, _frames: int) -> _Sndfile:
    """Begin a FLAC file of 16 bits."""
    return _Sndfile(path, contents, "FLAC", "PCM_16")


def open_ogg(path: Path, contents: Contents, _frames: int) -> _Sndfile:
    """Begin an OGG Vorbis file."""
    return _Sndfile(path, contents, "OGG", "VORBIS")


def open_opus(path: Path, contents: Contents, _frames: int) -> _Sndfile:
    """Begin an Opus file."""
    return _Sndfile(path, contents, "OGG", "OPUS")
