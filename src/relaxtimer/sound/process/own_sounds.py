"""The sound files of a routine as clips: each read once, brought down where it is loud, all together bounded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from weakref import WeakValueDictionary

from relaxtimer.audio.bounds import LONGEST_TOGETHER
from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.files import read_clip
from relaxtimer.audio.gain import linear, scaled
from relaxtimer.audio.levels import know_peak, peak
from relaxtimer.audio.resampling import Format, clip_of, converted
from relaxtimer.audio.too_loud import in_words, too_loud
from relaxtimer.core.duration import MINUTE, Milliseconds
from relaxtimer.notation.characters import escaped
from relaxtimer.sound.messages import Report, Trouble

# By so much a sample may be higher once it has 16 bits.
_ROUNDING = 1 / 32_768


class OwnSounds:
    """Clips by the paths of their files, kept as 16 bits. What cannot be played is said once, and left out.

    So is, once they last longer than `LONGEST_TOGETHER`, every further file.
    """

    def __init__(self, report: Callable[[Report], None]) -> None:
        """Have read nothing."""
        self._report = report
        self._total: Milliseconds = 0
        self._full = False
        self._kept: dict[str, tuple[bytes, float]] = {}
        self._read: set[str] = set()
        # What is heard many times at once is in memory once.
        self._heard: WeakValueDictionary[str, Clip] = WeakValueDictionary()

    def read(self, path: str) -> None:
        """Read a file, unless it was read before; this may take its time."""
        if path in self._read or self._full:
            return
        self._read.add(path)
        try:
            clip = read_clip(Path(path))
            if self._has_room(clip, path):
                self._keep(clip, path)
        except (SoundFileError, MemoryError) as error:
            self._say(f"{_name(path)} cannot be played and is left out: {error}")

    def clip(self, path: str) -> Clip | None:
        """Give the clip of a file that was read, and can be played."""
        clip = self._heard.get(path)
        if clip is None and path in self._kept:
            pcm, highest = self._kept[path]
            clip = self._heard[path] = know_peak(clip_of(pcm, RATE, kind=Format.SIGNED_16), highest)
        return clip

    def _has_room(self, clip: Clip, path: str) -> bool:
        self._total += clip.duration
        self._full = self._total > LONGEST_TOGETHER
        if self._full:
            most = f"at most {LONGEST_TOGETHER // MINUTE} minutes together"
            self._say(f"{_name(path)} is left out, with every sound file read after it: {most} are played.")
        return not self._full

    def _keep(self, clip: Clip, path: str) -> None:
        """Keep a clip; a loud one is brought down, and that is said: nothing startles."""
        samples, lower = clip.samples, too_loud(clip.samples)
        if said := in_words(lower):
            self._say(f"{_name(path)} {said}.")
        if lower:
            samples = scaled(samples, linear(-lower))
        highest = peak(samples)
        pcm = converted(samples.tobytes(), RATE, RATE, kind=Format.FLOAT_32, to=Format.SIGNED_16)
        self._kept[path] = bytes(pcm), highest + _ROUNDING

    def _say(self, words: str) -> None:
        self._report(Trouble(words))


def is_own(name: str) -> bool:
    """Tell whether a sound is a file of a person's own, by its path, and not one of relaxtimer by its name."""
    return Path(name).is_absolute()


def _name(path: str) -> str:
    return escaped(Path(path).name)
