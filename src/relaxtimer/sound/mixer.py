"""The one mixer: what is heard live, what is tested and what is rendered to a file come out of it alike.

Clips lie at absolute frames on three buses. Everything that moves (volumes, ducking, fades) is a function of the frame,
so that blocks of any size give the same samples. Commands may come from any thread; they are carried out at the start
of the next block, in their order. Nothing here waits, and what is silent costs nothing.
"""

from __future__ import annotations

import math
from array import array
from bisect import insort
from collections import deque
from collections.abc import Callable
from functools import partial
from weakref import WeakKeyDictionary

from relaxtimer.audio.clip import Clip, frames_in
from relaxtimer.audio.gain import linear
from relaxtimer.audio.levels import peak_of
from relaxtimer.sound.arithmetic import Arithmetic, Plain
from relaxtimer.sound.bed import Bed
from relaxtimer.sound.ducking import depths
from relaxtimer.sound.fader import Fader, Gain, product
from relaxtimer.sound.pieces import Pieces
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.sounding import FADE, Sounding
from relaxtimer.sound.sums import Sums

# A clip that comes later than this is not heard at all; within it, what has passed is left out. Sounds are placed half
# a second ahead: a clip this late means that something stood still, and a cue at the wrong time is worse than none.
LATEST = frames_in(20)

_DUCKED = {Bus.BED: linear(-9), Bus.CUE: linear(-6)}


class Mixer:
    """Clips and an ambience summed to stereo at `RATE`; `arithmetic` is how, and changes nothing that is heard."""

    def __init__(self, arithmetic: Arithmetic | None = None) -> None:
        self._arithmetic: Arithmetic = arithmetic or Plain()
        self._commands: deque[Callable[[], None]] = deque()
        self._position = 0
        self._refused = 0
        self._ahead: list[Sounding] = []
        self._sounding: list[Sounding] = []
        self._beds: list[Bed] = []
        self._pieces: WeakKeyDictionary[Clip, Pieces] = WeakKeyDictionary()
        self._volumes = {bus: Fader(1.0) for bus in Bus}
        self._depth = Fader(0.0)
        self._ducks = {bus: Fader(1.0) for bus in _DUCKED}

    @property
    def position(self) -> int:
        """The next frame to be rendered."""
        return self._position

    @property
    def refused(self) -> int:
        """How many clips came more than `LATEST` frames late and are not heard."""
        return self._refused

    @property
    def idle(self) -> bool:
        """Whether nothing sounds, nothing is ahead and no command waits."""
        return not (self._commands or self._ahead or self._sounding or self._beds)

    def place(self, clip: Clip, at: int, bus: Bus, gain: float = 1.0) -> None:
        """Let a clip sound from the frame `at` on; a mono one is heard from both sides.

        A clip that is late by up to `LATEST` frames begins in its middle, on time; a later one is refused and counted.
        """
        sounding = Sounding(clip, at, bus, _checked(gain), peak_of(clip, self._arithmetic.peak))
        if clip.frames:
            self._commands.append(partial(self._place, sounding))

    def lay_bed(self, clip: Clip | None) -> None:
        """Let an ambience sound without end, in the place of the one before; `None` ends it. Both take a second."""
        if clip is not None:
            # Here, and not on the thread that renders.
            peak_of(clip, self._arithmetic.peak)
        self._commands.append(partial(self._lay_bed, clip))

    def set_volume(self, bus: Bus, gain: float) -> None:
        """Bring a bus to a volume within 50 ms, or at once where nothing sounds. Silent words duck nothing."""
        self._commands.append(partial(self._set_volume, bus, _checked(gain)))

    def drop(self, *, bed: bool = True) -> None:
        """Fade out within 50 ms what sounds, and forget what is ahead; the ambience, too, unless `bed` is false."""
        self._commands.append(partial(self._drop, bed=bed))

    def take_back(self, since: int) -> None:
        """Forget what is ahead, and fade out within 50 ms what began at the frame `since` or later."""
        self._commands.append(partial(self._take_back, since))

    def render(self, frames: int) -> array[float] | None:
        """Give the next frames, interleaved in stereo; `None` is silence."""
        while self._commands:
            self._commands.popleft()()
        start, end = self._position, self._position + frames
        self._begin_before(end)
        block = self._mixed(start, end) if frames else None
        self._position = end
        self._forget_before(end)
        return block

    # Commands, on the thread that renders

    def _place(self, sounding: Sounding) -> None:
        now = self._position
        if sounding.start < now - LATEST or sounding.end <= now:
            self._refused += 1
            return
        if sounding.start < now:
            sounding.begin_late(now)
        insort(self._ahead, sounding, key=_start_of)
        if sounding.bus is Bus.VOICE:
            self._duck()

    def _lay_bed(self, clip: Clip | None) -> None:
        if clip is not None and any(bed.clip is clip and not bed.leaving for bed in self._beds):
            return
        for bed in self._beds:
            bed.leave(self._position)
        if clip is not None and clip.frames:
            self._beds.append(Bed(clip, self._position, self._arithmetic))

    def _set_volume(self, bus: Bus, gain: float) -> None:
        self._volumes[bus].move(self._position, gain, FADE if self._sounding or self._beds else 0)
        if bus is Bus.VOICE:
            self._duck()

    def _take_back(self, since: int) -> None:
        self._ahead.clear()
        for sounding in self._sounding:
            if sounding.start >= since:
                sounding.drop(self._position)
        self._duck()

    def _drop(self, *, bed: bool) -> None:
        self._ahead.clear()
        for sounding in self._sounding:
            sounding.drop(self._position)
        for laid in self._beds if bed else ():
            laid.leave(self._position, FADE)
        self._duck()

    def _duck(self) -> None:
        """Lay out anew how everything steps back behind the words that are known."""
        now = self._position
        heard = [] if not self._volumes[Bus.VOICE].rests_at else [*self._sounding, *self._ahead]
        words = [(one.start, one.end) for one in heard if one.bus is Bus.VOICE and one.gain]
        points = depths(now, self._depth.at(now), words)
        self._depth.follow(points)
        for bus, low in _DUCKED.items():
            self._ducks[bus].follow([(frame, 1 - (1 - low) * depth) for frame, depth in points])

    # Rendering

    def _begin_before(self, end: int) -> None:
        while self._ahead and self._ahead[0].start < end:
            self._sounding.append(self._ahead.pop(0))

    def _forget_before(self, now: int) -> None:
        self._sounding = [sounding for sounding in self._sounding if sounding.end > now]
        self._beds = [bed for bed in self._beds if not bed.is_over(now)]
        for fader in (self._depth, *self._volumes.values(), *self._ducks.values()):
            fader.forget(now)

    def _mixed(self, start: int, end: int) -> array[float] | None:
        sums = Sums(end - start, self._arithmetic)
        for sounding in self._sounding:
            first, last = max(start, sounding.start), min(end, sounding.end)
            gain, most = product(self._faders_of(sounding), first, last, sounding.gain, self._arithmetic)
            if most:
                taken = self._taken(sounding, first - sounding.start, last - sounding.start, gain)
                sums.add(taken, sounding.clip.channels, first - start, most * sounding.peak)
        for bed in self._beds:
            faders = (self._volumes[Bus.BED], self._ducks[Bus.BED], bed.presence)
            gain, most = product(faders, start, end, 1.0, self._arithmetic)
            if most:
                sums.add(bed.stretch(start, end - start, gain), 2, 0, most * bed.peak)
        return sums.block()

    def _taken(self, sounding: Sounding, begin: int, end: int, gain: Gain) -> array[float]:
        """Give frames of a clip under their gain; those of cues, which come again, are kept."""
        clip, channels = sounding.clip, sounding.clip.channels
        if isinstance(gain, float) and sounding.bus is Bus.CUE:
            pieces = self._pieces.setdefault(clip, Pieces(clip, self._arithmetic))
            return pieces.at(gain, begin * channels, end * channels)
        return self._arithmetic.times(clip.samples[begin * channels : end * channels], gain, channels)

    def _faders_of(self, sounding: Sounding) -> list[Fader]:
        faders = [self._volumes[sounding.bus]]
        if sounding.steps_back:
            faders.append(self._ducks[sounding.bus])
        if sounding.fade:
            faders.append(sounding.fade)
        return faders


def _checked(gain: float) -> float:
    if not (math.isfinite(gain) and gain >= 0):
        raise ValueError(f"{gain} is no gain: a finite number from 0 on is expected")
    return float(gain)


def _start_of(sounding: Sounding) -> int:
    return sounding.start
