"""What a sound file may be at most: enough for anything that is played here, and no more."""

from __future__ import annotations

import math
from array import array

from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.gain import AT_ONCE
from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds

# Longer than any sound of an event; a bed that comes round again is no longer either.
LONGEST: Milliseconds = 60 * SECOND
# All the files of a routine: 58 MB in memory, with 16 bits.
LONGEST_TOGETHER: Milliseconds = 10 * MINUTE
# A minute in stereo at 96 kHz and 16 bits takes 23 MB.
MOST_BYTES = 32 * 1024 * 1024

_SLOWEST, _FASTEST = 4_000, 384_000
_MOST_CHANNELS = 8


def check_layout(rate: int, channels: int) -> None:
    """Raise `SoundFileError` for rates and channels that no recording has."""
    if not _SLOWEST <= rate <= _FASTEST:
        raise SoundFileError(f"The file has {rate:,} samples a second: {_SLOWEST:,} to {_FASTEST:,} are expected.")
    if not 1 <= channels <= _MOST_CHANNELS:
        raise SoundFileError(f"The file has {channels} channels: 1 to {_MOST_CHANNELS} are expected.")


def check_length(frames: int, rate: int, longest: Milliseconds) -> None:
    """Raise `SoundFileError` for what lasts longer than `longest`."""
    if frames * SECOND > longest * rate:
        raise SoundFileError(f"The file lasts longer than {longest / SECOND:g} seconds: cut it.")


def check_bytes(size: int) -> None:
    """Raise `SoundFileError` for a file too large to be looked into."""
    if size > MOST_BYTES:
        raise SoundFileError(f"The file is larger than {MOST_BYTES // 1024 // 1024} MB: make it shorter.")
    if not size:
        raise SoundFileError("The file is empty.")


def check_numbers(samples: array[float]) -> None:
    """Raise `SoundFileError` for numbers that are none: one would spoil all that is mixed with it."""
    if not all(math.isfinite(sum(samples[at : at + AT_ONCE])) for at in range(0, len(samples), AT_ONCE)):
        raise SoundFileError("The file holds samples that are no numbers: save it again.")
