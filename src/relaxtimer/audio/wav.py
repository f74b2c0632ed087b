"""The layout of a WAV file, read without any decoder: what is wrong in it is known before a sample is touched.

RIFF: a list of chunks, each a name, a size and so many bytes, padded to an even number. Programs that write to a pipe
cannot know the size of the last one and write far too much, or 0 and a size of the whole that has no room for it: it
then ends with the file. Where the whole has its size, 0 means that there is nothing.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

from msgspec import Struct

from relaxtimer.audio.errors import PLAYABLE, SoundFileError, damaged
from relaxtimer.audio.resampling import Format

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_FORMATS = {
    (_PCM, 8): Format.UNSIGNED_8,
    (_PCM, 16): Format.SIGNED_16,
    (_PCM, 24): Format.SIGNED_24,
    (_PCM, 32): Format.SIGNED_32,
    (_FLOAT, 32): Format.FLOAT_32,
}
_DOUBLES = (_FLOAT, 64)
_RIFF = struct.Struct("<4sI4s")
_HEADER = struct.Struct("<4sI")
_LAYOUT = struct.Struct("<HHIIHH")
_SUBFORMAT = 24
_UNKNOWN_SIZES = {0, 0xFFFFFFFF}
# More than any program writes; a file of nothing but empty ones would take seconds.
_MOST_CHUNKS = 1_000


class Pcm(Struct, frozen=True):
    """Samples as they are in a file."""

    data: bytes
    kind: Format
    rate: int
    channels: int

    @property
    def frames(self) -> int:
        """How many samples each channel has."""
        return len(self.data) // (self.kind.size * self.channels)


def read_wav(data: bytes) -> Pcm:
    """Find the samples in the bytes of a WAV file; raises `SoundFileError`."""
    layout = None
    for name, chunk in _chunks(data):
        if name == b"fmt ":
            layout = _layout(chunk)
        elif name == b"data":
            if layout is None:
                break
            return _samples(bytes(chunk), *layout)
    raise damaged("WAV")


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    view, at, count = memoryview(data), _RIFF.size, 0
    while at + _HEADER.size <= len(data):
        if count == _MOST_CHUNKS:
            raise SoundFileError(f"The WAV file has more than {_MOST_CHUNKS:,} chunks: save it again.")
        count += 1
        name, size = _HEADER.unpack_from(data, at)
        at += _HEADER.size
        if name == b"data" and not size and _is_unfinished(data, at):
            size = len(data)
        yield name, view[at : at + size]
        at += size + size % 2


def _is_unfinished(data: bytes, at: int) -> bool:
    """Tell whether the size of the whole was never filled in either, so that nothing would come after a place."""
    _, size, _ = _RIFF.unpack_from(data)
    return size in _UNKNOWN_SIZES or _HEADER.size + size <= at


def _layout(chunk: memoryview) -> tuple[tuple[int, int], int, int]:
    """Give the format with its bits, the rate and the number of channels."""
    if len(chunk) < _LAYOUT.size:
        raise damaged("WAV")
    tag, channels, rate, _, _, bits = _LAYOUT.unpack_from(chunk)
    if tag == _EXTENSIBLE and len(chunk) >= _SUBFORMAT + 2:
        (tag,) = struct.unpack_from("<H", chunk, _SUBFORMAT)
    if (tag, bits) not in _FORMATS and (tag, bits) != _DOUBLES:
        raise SoundFileError(f"The WAV file is compressed or of a rare format: save it with 16 bits, or as {PLAYABLE}.")
    return (tag, bits), rate, channels


def _samples(data: bytes, kind: tuple[int, int], rate: int, channels: int) -> Pcm:
    if kind != _DOUBLES:
        return Pcm(data, _FORMATS[kind], rate, channels)
    doubles = array("d")
    doubles.frombytes(data[: len(data) - len(data) % 8])
    return Pcm(array("f", doubles).tobytes(), Format.FLOAT_32, rate, channels)
