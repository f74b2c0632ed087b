"""The clips of sounds: those of relaxtimer itself at once, a person's own as soon as they are read."""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable, Iterable
from math import log10
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from relaxtimer.audio.clip import Clip, frames_in
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.files import read_clip
from relaxtimer.audio.gain import scaled
from relaxtimer.audio.levels import LOUDEST_PEAK, peak
from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.resources import ResourceNotFoundError
from relaxtimer.sound.messages import Report, Trouble
from relaxtimer.sound.phases import phase_clip
from relaxtimer.sound.placed import Bus, Placed
from relaxtimer.sound.profiles import sound_file, tone_of

# Noise at -66 dBFS: enough to wake a wireless headphone up, too little to be heard.
_PRIMER_PEAK = 0.0005
_STEREO = 2


class SoundShelf:
    """Reads each sound once. What cannot be read is said once, and left out."""

    def __init__(self, report: Callable[[Report], None]) -> None:
        """Have read nothing."""
        self._report = report
        self._own: dict[str, Clip | None] = {}
        self._ours: dict[str, Clip | None] = {}
        self._to_read: SimpleQueue[str] = SimpleQueue()
        self._reader: Thread | None = None
        self._missing: set[str] = set()
        self._noise = array("f")

    def prepare(self, placed: Iterable[Placed]) -> None:
        """Have a person's own sounds read, which may take its time."""
        for each in placed:
            if each.bus is Bus.CUE and _is_own(each.name) and each.name not in self._own:
                self._own[each.name] = None
                self._to_read.put(each.name)
        if self._reader is None and not self._to_read.empty():
            self._reader = Thread(target=self._read, daemon=True)
            self._reader.start()

    def clip(self, placed: Placed) -> Clip | None:
        """Give the clip of a cue; `None` where it is not there, or not yet."""
        if _is_own(placed.name):
            return self._own.get(placed.name)
        if placed.lasts:
            return self._tried(placed.name, lambda: phase_clip(placed.name, placed.lasts))
        return self._bundled(placed.name, 1)

    def count(self, profile: str) -> tuple[Clip, float] | None:
        """Give the tick of a lead-in with its gain."""
        tone = tone_of(CueKind.LEAD_IN, profile)
        clip = None if tone is None else self._bundled(tone.name, 1)
        return None if tone is None or clip is None else (clip, tone.gain)

    def named(self, name: str) -> tuple[Clip, float] | None:
        """Give a sound by its name."""
        clip = self._bundled(name, 1)
        return None if clip is None else (clip, 1.0)

    def bed(self, name: str | None) -> Clip | None:
        """Give an ambience."""
        return None if name is None else self._bundled(f"ambience-{name}", _STEREO)

    def primer(self, duration: Milliseconds) -> Clip | None:
        """Give what wakes an output up unheard."""
        if not self._noise:
            noise = random.Random(0)  # noqa: S311 - noise
            self._noise.extend(noise.uniform(-_PRIMER_PEAK, _PRIMER_PEAK) for _ in range(frames_in(SECOND)))
        frames = frames_in(duration)
        return Clip((self._noise * (frames // len(self._noise) + 1))[:frames]) if duration else None

    def _bundled(self, name: str, channels: int) -> Clip | None:
        if name not in self._ours:
            self._ours[name] = self._tried(name, lambda: read_clip(sound_file(name), channels=channels))
        return self._ours[name]

    def _tried(self, name: str, read: Callable[[], Clip]) -> Clip | None:
        if name in self._missing:
            return None
        try:
            return read()
        except (KeyError, SoundFileError, ResourceNotFoundError) as error:
            self._missing.add(name)
            self._report(Trouble(f"The sound {name} cannot be played: {error}"))
            return None

    def _read(self) -> None:
        while True:
            path = self._to_read.get()
            try:
                clip = read_clip(Path(path))
                self._own[path] = self.calm(clip, path)
            except (SoundFileError, MemoryError) as error:
                self._report(Trouble(f"{Path(path).name} cannot be played and is left out: {error}"))

    def calm(self, clip: Clip, path: str) -> Clip:
        """Bring a loud sound down, and say so: nothing startles."""
        highest = peak(clip.samples)
        if highest <= LOUDEST_PEAK:
            return clip
        lower = 20 * log10(highest / LOUDEST_PEAK)
        self._report(Trouble(f"{Path(path).name} is loud: it is played {lower:.0f} dB quieter."))
        return Clip(scaled(clip.samples, LOUDEST_PEAK / highest), clip.channels)


def _is_own(name: str) -> bool:
    return Path(name).is_absolute()
