"""WAV <-> recordings, in memory: what engines write to a pipe or a file, and what is kept of it."""

from __future__ import annotations

import struct
import sys
from array import array

from relaxtimer.audio.bounds import check_layout, check_length, check_numbers
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.resampling import Format, converted
from relaxtimer.audio.wav import Pcm, read_wav
from relaxtimer.core.duration import MINUTE, Milliseconds
from relaxtimer.notation.characters import escaped
from relaxtimer.sound.voice.engine import VoiceError
from relaxtimer.sound.voice.recording import Recording

LONGEST: Milliseconds = 5 * MINUTE
_PCM = 1
_HEADER = struct.Struct("<4sI4s")
_CHUNK = struct.Struct("<4sI")
_LAYOUT = struct.Struct("<HHIIHH")


def from_wav(data: bytes) -> Recording:
    """Read a WAV of any plain samples and channels; raises `VoiceError` that says what came instead of one."""
    if not data:
        raise VoiceError("gave no sound")
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        begin = escaped(data[:12].decode("ascii", "backslashreplace"))
        raise VoiceError(f"gave no WAV, but something that begins with {begin}")
    try:
        found = read_wav(data)
        check_layout(found.rate, found.channels)
        check_length(found.frames, found.rate, LONGEST)
        _check_numbers(found)
    except SoundFileError as error:
        raise VoiceError(f"gave a WAV that cannot be used. {error}") from None
    pcm = converted(found.data, found.rate, found.rate, kind=found.kind, laid=found.channels, to=Format.SIGNED_16)
    return from_pcm(bytes(pcm), found.rate)


def _check_numbers(found: Pcm) -> None:
    """Refuse what is no number: as 16 bits it would be as loud as can be."""
    if found.kind is Format.FLOAT_32:
        samples = array("f")
        samples.frombytes(found.data[: len(found.data) - len(found.data) % samples.itemsize])
        check_numbers(samples)


def from_pcm(pcm: bytes, rate: int) -> Recording:
    """Make a recording of signed 16-bit samples in little endian; half a sample at the end is left out."""
    samples = array("h", pcm[: len(pcm) & ~1])
    return Recording(rate, _little_endian(samples))


def to_pcm(recording: Recording) -> bytes:
    """Give the samples as bytes, in little endian."""
    return _little_endian(recording.samples).tobytes()


def to_wav(recording: Recording, extra: tuple[bytes, bytes]) -> bytes:
    """Write a WAV, with a chunk before the samples: its name of four letters, and an even number of bytes."""
    layout = _LAYOUT.pack(_PCM, 1, recording.rate, recording.rate * 2, 2, 16)
    chunks = ((b"fmt ", layout), extra, (b"data", to_pcm(recording)))
    body = b"".join(_CHUNK.pack(name, len(content)) + content for name, content in chunks)
    return _HEADER.pack(b"RIFF", len(body) + 4, b"WAVE") + body


def _little_endian(samples: array[int]) -> array[int]:
    """Swap the bytes where the machine has them the other way around."""
    if sys.byteorder == "little":
        return samples
    swapped = samples[:]
    swapped.byteswap()
    return swapped
