"""The clips of sounds: those of relaxtimer itself at once, a person's own as soon as they are read."""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable, Iterable
from queue import SimpleQueue
from threading import Thread

from relaxtimer.audio.clip import Clip, frames_in
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.files import read_clip
from relaxtimer.audio.levels import peak_of
from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.resources import ResourceNotFoundError
from relaxtimer.sound.messages import Report, Trouble
from relaxtimer.sound.phases import phase_clip
from relaxtimer.sound.placed import Bus, Placed
from relaxtimer.sound.process.own_sounds import OwnSounds, is_own
from relaxtimer.sound.profiles import sound_file, tone_of

# Noise at -66 dBFS: enough to wake a wireless headphone up, too little to be heard.
_PRIMER_PEAK = 0.0005
_STEREO = 2


class SoundShelf:
    """Reads each sound once. What cannot be read is said once, and left out."""

    def __init__(self, report: Callable[[Report], None]) -> None:
        """Have read nothing."""
        self._report = report
        self._own = OwnSounds(report)
        self._asked: set[str] = set()
        self._ours: dict[str, Clip | None] = {}
        self._beds: dict[str, Clip | None] = {}
        self._laying: Thread | None = None
        self._to_read: SimpleQueue[str] = SimpleQueue()
        self._reader: Thread | None = None
        self._missing: set[str] = set()
        self._noise = array("f")

    def prepare(self, placed: Iterable[Placed]) -> None:
        """Have a person's own sounds read, which may take its time."""
        for each in placed:
            if each.bus is Bus.CUE and is_own(each.name) and each.name not in self._asked:
                self._asked.add(each.name)
                self._to_read.put(each.name)
        if self._reader is None and not self._to_read.empty():
            self._reader = Thread(target=self._read, daemon=True)
            self._reader.start()

    def clip(self, placed: Placed) -> Clip | None:
        """Give the clip of a cue; `None` where it is not there, or not yet."""
        if is_own(placed.name):
            return self._own.clip(placed.name)
        if placed.lasts:
            return self._tried(placed.name, lambda: phase_clip(placed.name, placed.lasts))
        return self._bundled(placed.name, 1)

    def wait_for(self, placed: Placed) -> Clip | None:
        """Give the clip of a cue, for whoever has the time to wait until it is read; `None` where it is not there."""
        if is_own(placed.name):
            self._own.read(placed.name)
        return self.clip(placed)

    def count(self, profile: str) -> tuple[Clip, float] | None:
        """Give the tick of a lead-in with its gain."""
        tone = tone_of(CueKind.LEAD_IN, profile)
        clip = None if tone is None else self._bundled(tone.name, 1)
        return None if tone is None or clip is None else (clip, tone.gain)

    def bed(self, name: str | None) -> Clip | None:
        """Give an ambience, for whoever has the time to wait until it is read."""
        return None if name is None else self._bundled(f"ambience-{name}", _STEREO)

    def bed_ahead(self, name: str | None) -> Clip | None:
        """Give an ambience once it is read, which begins when it is first asked for: that takes a third of a second."""
        if name is None or name in self._beds:
            return self._beds.get(name or "")
        if self._laying is None:
            self._laying = Thread(target=self._lay, args=(name,), daemon=True)
            self._laying.start()
        return None

    def _lay(self, name: str) -> None:
        bed = self.bed(name)
        if bed is not None:
            peak_of(bed)
        self._beds[name] = bed

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
            self._own.read(self._to_read.get())
