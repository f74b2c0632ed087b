"""What a conductor plays on: a stage, where there is one, with volumes, ambience and what keeps a device awake."""

from __future__ import annotations

from relaxtimer.audio.clip import Clip
from relaxtimer.core.duration import Milliseconds
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import Open
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.process.clips import Waking
from relaxtimer.sound.process.stage import Stage

# An output that swallows the first moments of a sound does so after so long a silence.
_FALLS_ASLEEP = 4_000 * MILLISECOND
# What is dropped is over after this.
_FADE = 50 * MILLISECOND
_FULL = 100


class Desk:
    """Plays on the stage there is; without one it only remembers how everything is set."""

    def __init__(self, opening: Open, sounds: Waking) -> None:
        """Have no stage yet."""
        self.muted = opening.muted
        self.speaks = opening.speaking and opening.voice is not None
        self.busy_until = 0
        """When the last sound that was placed is over, in nanoseconds of the machine."""
        self._opening = opening
        self._sounds = sounds
        self._stage: Stage | None = None
        self._volumes = dict.fromkeys(Bus, _FULL) | opening.volumes
        self._bed = False
        self._laid = False
        sounds.bed_ahead(opening.bed)

    @property
    def ready(self) -> bool:
        """Whether something can be placed now."""
        return self._stage is not None and self._stage.ready

    @property
    def next_due(self) -> int | None:
        """When the stage wants to be told the time at the latest."""
        return None if self._stage is None else self._stage.next_due

    @property
    def primed(self) -> Milliseconds:
        """How much earlier sounds have to be known, for the device to be woken before them."""
        return self._opening.waking

    def attach(self, stage: Stage | None) -> None:
        """Play on another stage from now on, or on none."""
        self._stage = stage
        self.busy_until = 0
        if stage is not None:
            self.set_volumes()
            self.lay_bed(on=self._bed)

    def step(self, now: int) -> None:
        """Let the stage do what is due, and an ambience begin that has just been read."""
        if self._stage is not None:
            self._stage.step(now)
            if self._bed and not self._laid:
                self.lay_bed(on=True)

    def begin(self) -> None:
        """Take the clock of the stage anew."""
        if self._stage is not None:
            self._stage.begin()

    def place(self, clip: Clip, at: int, bus: Bus, gain: float) -> None:
        """Let a clip begin at a time; a device that was silent for long is woken before it."""
        if self._stage is None:
            return
        if self._opening.primer and at > self.busy_until + _FALLS_ASLEEP:
            self._prime(self._stage, at)
        self._stage.place(clip, at, bus, gain)
        self.busy_until = max(self.busy_until, at + clip.duration * MILLISECOND)

    def _prime(self, stage: Stage, at: int) -> None:
        primer = self._sounds.primer(self.primed if self.busy_until else self._opening.primer)
        if primer is not None:
            stage.place(primer, at - primer.duration * MILLISECOND, Bus.CUE, 1.0)

    def take_back(self, now: int) -> None:
        """Forget what is ahead; what sounds goes on."""
        if self._stage is not None:
            self._stage.take_back(now)

    def drop(self, now: int, *, bed: bool) -> None:
        """Fade out what sounds, the ambience too if asked for, and forget what is ahead."""
        self.busy_until = min(self.busy_until, now + _FADE)
        if self._stage is not None:
            self._stage.drop(bed=bed)
        if bed:
            self.lay_bed(on=False)

    def lay_bed(self, *, on: bool) -> None:
        """Let the ambience sound, or end it."""
        self._bed = on
        bed = self._sounds.bed_ahead(self._opening.bed) if on else None
        self._laid = bed is not None or self._opening.bed is None
        if self._stage is not None:
            self._stage.lay_bed(bed)

    def set_volume(self, bus: Bus, level: int) -> None:
        """Set the volume of a stream, 0 to 100."""
        self._volumes[bus] = level
        self.set_volumes()

    def mute(self, *, on: bool) -> None:
        """Play on unheard, or be heard again."""
        self.muted = on
        self.set_volumes()

    def speak(self, *, on: bool) -> None:
        """Let words be heard, or not."""
        self.speaks = on and self._opening.voice is not None
        self.set_volumes()

    def set_volumes(self) -> None:
        """Tell the stage how loud everything is."""
        if self._stage is None:
            return
        for bus in Bus:
            silent = self.muted or (bus is Bus.VOICE and not self.speaks)
            self._stage.set_volume(bus, 0.0 if silent else gain_of(self._volumes[bus]))


def gain_of(level: int) -> float:
    """Give the gain of a volume from 0 to 100: its square, which the ear takes for even steps."""
    return (min(max(level, 0), _FULL) / _FULL) ** 2
