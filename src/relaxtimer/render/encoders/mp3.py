"""MP3, by LAME, with its chapters in a tag before the sound."""

from __future__ import annotations

from array import array
from contextlib import suppress
from pathlib import Path

import lameenc

from relaxtimer.audio.clip import RATE
from relaxtimer.audio.resampling import Format, converted
from relaxtimer.core.duration import SECOND
from relaxtimer.render.chapters import Contents
from relaxtimer.render.id3 import tag

_KILOBITS = 128
# LAME's scale from 2, the best, to 7, the fastest.
_QUALITY = 5


class _Mp3:
    def __init__(self, path: Path, contents: Contents, frames: int) -> None:
        self._encoder = lameenc.Encoder()
        self._encoder.set_bit_rate(_KILOBITS)
        self._encoder.set_in_sample_rate(RATE)
        self._encoder.set_channels(2)
        self._encoder.set_quality(_QUALITY)
        self._encoder.silence()
        self._file = path.open("wb")
        try:
            self._file.write(tag(contents, frames * SECOND // RATE))
        except OSError:
            with suppress(OSError):
                self._file.close()
            raise

    def write(self, samples: array[float]) -> None:
        self._encode(converted(samples.tobytes(), RATE, RATE, kind=Format.FLOAT_32, to=Format.SIGNED_16))

    def write_silence(self, frames: int) -> None:
        self._encode(bytes(frames * 2 * Format.SIGNED_16.size))

    def _encode(self, pcm: bytes | bytearray) -> None:
        self._file.write(self._encoder.encode(bytes(pcm)))

    def close(self) -> None:
        with self._file:
            self._file.write(self._encoder.flush())

    def drop(self) -> None:
        with suppress(OSError):
            self._file.close()


def open_mp3(path: Path, contents: Contents, frames: int) -> _Mp3:
    """Begin an MP3 file; its tag tells the whole length."""
    return _Mp3(path, contents, frames)
