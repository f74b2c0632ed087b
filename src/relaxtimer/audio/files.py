"""Sound files as clips: WAV, FLAC, OGG Vorbis and MP3, told apart by what is in them and not by their names.

They come from strangers. Size and length are bounded before and while they are read; WAV is taken apart here, and the
rest is decoded in a process that may be lost. Only the sounds that come with relaxtimer are decoded in this one.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from msgspec import Struct

from relaxtimer.audio.apart import decode_apart
from relaxtimer.audio.bounds import LONGEST, MOST_BYTES, check_bytes, check_layout, check_length, check_numbers
from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.decoding import COMPRESSED, Decoded, decode
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.kinds import kind_of
from relaxtimer.audio.levels import peak
from relaxtimer.audio.resampling import Format, clip_of
from relaxtimer.audio.too_loud import too_loud
from relaxtimer.audio.wav import read_wav
from relaxtimer.core.duration import Milliseconds
from relaxtimer.resources import ResourceNotFoundError, bundled

# What waits to be opened (a pipe without a writer) is never waited for; Windows opens in text mode unless told.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class SoundFacts(Struct, frozen=True):
    """What there is to say about a sound file. `peak` is linear; `rate` and `channels` are those of the file.

    `too_loud` is by how many decibels it is brought down before it is heard.
    """

    format: str
    duration: Milliseconds
    peak: float
    channels: int
    rate: int
    too_loud: float


def read_clip(path: Path, *, channels: int = 1, longest: Milliseconds = LONGEST) -> Clip:
    """Read a sound file as it is mixed: at `RATE`, in one or two channels.

    Raises `SoundFileError` for whatever cannot be read, lasts longer than `longest` or is no sound.
    """
    _, found = _read(path, channels, longest)
    return Clip(found.samples, found.channels)


def described(path: Path, *, longest: Milliseconds = LONGEST) -> SoundFacts:
    """Tell what a sound file is, having read all of it; raises `SoundFileError` as `read_clip` does."""
    kind, found = _read(path, None, longest)
    clip = Clip(found.samples, found.channels)
    heard = clip_of(clip.samples.tobytes(), RATE, kind=Format.FLOAT_32, laid=clip.channels)
    return SoundFacts(
        kind, clip.duration, peak(clip.samples), found.file_channels, found.file_rate, too_loud(heard.samples)
    )


def _read(path: Path, channels: int | None, longest: Milliseconds) -> tuple[str, Decoded]:
    data = _bytes(path)
    kind = kind_of(data)
    if kind in COMPRESSED:
        found = (decode if _is_ours(path) else decode_apart)(data, kind, channels, longest)
    else:
        found = _from_wav(data, channels, longest)
    if not found.samples:
        raise SoundFileError("The file holds no sound.")
    check_numbers(found.samples)
    return kind, found


def _from_wav(data: bytes, channels: int | None, longest: Milliseconds) -> Decoded:
    pcm = read_wav(data)
    check_layout(pcm.rate, pcm.channels)
    check_length(pcm.frames, pcm.rate, longest)
    clip = clip_of(pcm.data, pcm.rate, kind=pcm.kind, laid=pcm.channels, channels=channels or min(pcm.channels, 2))
    return Decoded(clip.samples, clip.channels, pcm.rate, pcm.channels)


def _bytes(path: Path) -> bytes:
    try:
        with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123 - `Path.open` takes no flags
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise SoundFileError("It is no regular file.")
            check_bytes(status.st_size)
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is none that a file can have"
        raise SoundFileError(f"The file cannot be read: {reason}.") from error
    check_bytes(len(data))
    return data


def _is_ours(path: Path) -> bool:
    try:
        return path.resolve().is_relative_to(bundled("sounds"))
    except (ResourceNotFoundError, OSError):
        return False
