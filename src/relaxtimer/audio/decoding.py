"""FLAC, OGG Vorbis and MP3 decoded by miniaudio, here and now.

Files made to break a decoder do break this one: it writes where it must not, or goes on for a minute over a few bytes.
What comes from strangers is decoded in a process that may be lost (`apart`), which runs this module as a program.
"""

from __future__ import annotations

import sys
from array import array
from contextlib import closing, suppress

from msgspec import Struct

from relaxtimer.audio.bounds import check_layout, check_length
from relaxtimer.audio.clip import RATE
from relaxtimer.audio.errors import SoundFileError, damaged
from relaxtimer.core.duration import Milliseconds

COMPRESSED = ("FLAC", "OGG", "MP3")

_FRAMES_AT_ONCE = 16_384
_MOST_MEMORY = 1 << 30
_MOST_SECONDS = 20


class Decoded(Struct, frozen=True):
    """Samples at `RATE` in `channels` channels, and how the file has them."""

    samples: array[float]
    channels: int
    file_rate: int
    file_channels: int


def decode(data: bytes, kind: str, channels: int | None, longest: Milliseconds) -> Decoded:
    """Decode a file of one of the kinds `COMPRESSED`; no channels given means those of the file, two at most.

    Nothing past `longest` is decoded. Raises `SoundFileError`.
    """
    import miniaudio  # noqa: PLC0415 - heavy

    look = {"FLAC": miniaudio.flac_get_info, "OGG": miniaudio.vorbis_get_info, "MP3": miniaudio.mp3_get_info}[kind]
    samples = array("f")
    try:
        info = look(data)
        check_layout(info.sample_rate, info.nchannels)
        wanted = channels or min(info.nchannels, 2)
        stream = miniaudio.stream_memory(data, miniaudio.SampleFormat.FLOAT32, wanted, RATE, _FRAMES_AT_ONCE)
        with closing(stream):
            for block in stream:
                samples.extend(block)
                check_length(len(samples) // wanted, RATE, longest)
    except (miniaudio.MiniaudioError, ArithmeticError, ValueError, MemoryError) as error:
        raise damaged(kind) from error
    return Decoded(samples, wanted, info.sample_rate, info.nchannels)


def main(kind: str, channels: str, longest: str) -> None:
    """Decode standard input; write a line of facts or of what is wrong, and the samples, to standard output."""
    _be_bounded()
    # miniaudio would load it where it is there, and make no use of it here.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        found = decode(sys.stdin.buffer.read(), kind, int(channels) or None, int(longest))
    except SoundFileError as error:
        sys.stdout.buffer.write(f"wrong {error}\n".encode())
        return
    facts = f"right {found.channels} {found.file_rate} {found.file_channels}\n"
    sys.stdout.buffer.write(facts.encode() + found.samples.tobytes())


def _be_bounded() -> None:
    """Take no more memory and time than any sound needs, and leave no core file."""
    with suppress(ImportError):  # Windows has none of these bounds; the time is bounded from outside, too.
        import resource  # noqa: PLC0415 - not on every platform

        bounds = ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, _MOST_SECONDS), (resource.RLIMIT_AS, _MOST_MEMORY))
        for bound, most in bounds:
            with suppress(ValueError, OSError):
                resource.setrlimit(bound, (most, most))


if __name__ == "__main__":
    main(*sys.argv[1:])
