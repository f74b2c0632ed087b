"""What an encoder is, and which one a file name asks for."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, cast

from msgspec import Struct

from relaxtimer.render import comments, cue_sheet, id3
from relaxtimer.render.chapters import Contents


class Encoder(Protocol):
    """Writes interleaved stereo samples at 48 kHz, block by block, and keeps none of them."""

    def write(self, samples: array[float]) -> None:
        """Write a block. Raises `OSError` where the disk does not take it, `SoundFileError` where the file cannot."""
        ...

    def write_silence(self, frames: int) -> None:
        """Write so many frames in which nothing sounds."""
        ...

    def close(self) -> None:
        """End the file. Raises as `write` does."""
        ...

    def drop(self) -> None:
        """Let go of a file that is thrown away, at once: it need not be whole."""
        ...


Open = Callable[[Path, Contents, int], Encoder]


class Kind(Struct, frozen=True):
    """A kind of file.

    `opens` is the function `module:function` that opens one; `needs` are packages it takes. Chapters after the first
    `most_chapters` are left out.
    """

    opens: str
    most_chapters: int
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The packages that are not there."""
        return tuple(package for package in self.needs if find_spec(package) is None)

    def open(self, path: Path, contents: Contents, frames: int) -> Encoder:
        """Begin a file of so many frames."""
        module, function = self.opens.split(":")
        return cast("Open", getattr(import_module(module), function))(path, contents, frames)


_SNDFILE = "relaxtimer.render.encoders.libsndfile"
_BOTH = ("numpy", "soundfile")
KINDS = {
    ".wav": Kind("relaxtimer.render.encoders.wav:open_wav", cue_sheet.MOST_CHAPTERS),
    ".flac": Kind(f"{_SNDFILE}:open_flac", comments.MOST_CHAPTERS, _BOTH),
    ".ogg": Kind(f"{_SNDFILE}:open_ogg", comments.MOST_CHAPTERS, _BOTH),
    ".opus": Kind(f"{_SNDFILE}:open_opus", comments.MOST_CHAPTERS, _BOTH),
    ".mp3": Kind("relaxtimer.render.encoders.mp3:open_mp3", id3.MOST_CHAPTERS, ("lameenc",)),
}
