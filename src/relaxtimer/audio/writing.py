"""A WAV file written as it comes, so that an hour takes no more memory than a second."""

from __future__ import annotations

import struct
from array import array
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from relaxtimer.audio.clip import RATE
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.resampling import Format, converted

_SAMPLE = Format.SIGNED_16.size
_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
# The size of everything after itself is written in 32 bits.
_MOST_BYTES = 0xFFFFFFFF - _HEADER.size


class WavWriter:
    """A WAV file of 16 bits at `RATE`, begun at once; its header tells the true length from `close` on.

    Raises `SoundFileError` for more than a WAV file can hold (6 hours in stereo), and `OSError` as any file does.
    """

    def __init__(self, path: Path, channels: int = 2) -> None:
        self._channels = channels
        self._written = 0
        self._file: BinaryIO = path.open("wb")
        self._file.write(self._header())

    def write(self, samples: array[float]) -> None:
        """Add samples, interleaved; what is beyond full scale is clamped."""
        self._add(converted(samples.tobytes(), RATE, RATE, kind=Format.FLOAT_32, to=Format.SIGNED_16))

    def write_silence(self, frames: int) -> None:
        """Add so many frames of silence."""
        self._add(bytes(frames * self._channels * _SAMPLE))

    def close(self) -> None:
        """Write the header again, now that the length is known. Closing twice does nothing."""
        if self._file.closed:
            return
        with self._file:
            self._file.seek(0)
            self._file.write(self._header())

    def drop(self) -> None:
        """Let go of a file that is thrown away: its header need not tell its length."""
        with suppress(OSError):
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _add(self, data: bytes | bytearray) -> None:
        if self._written + len(data) > _MOST_BYTES:
            raise SoundFileError("It would be longer than a WAV file can be: choose another format.")
        self._file.write(data)
        self._written += len(data)

    def _header(self) -> bytes:
        frame = self._channels * _SAMPLE
        return _HEADER.pack(
            *(b"RIFF", self._written + _HEADER.size - 8, b"WAVE"),
            *(b"fmt ", 16, 1, self._channels, RATE, RATE * frame, frame, 8 * _SAMPLE),
            *(b"data", self._written),
        )
