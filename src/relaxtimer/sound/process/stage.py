"""Where sounds are put in their places, by the time of the machine: a mixer with a stream, or clips played when due."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable
from functools import partial
from heapq import heappop, heappush
from itertools import count
from typing import Protocol

from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.machine import MILLISECOND, SECOND
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.outputs.frame_clock import FrameClock
from relaxtimer.sound.outputs.output import Clips
from relaxtimer.sound.placed import Bus

# A stream that has just started asks irregularly: its clock is followed for so many requests, and kept from then on.
_SETTLED = 20
# The clock of a device is not quite that of the machine. What it drifts is made up for too slowly to be heard: by a
# quarter of a millisecond a second. Requests tell of it only so far: sound servers work in blocks of some 10 ms, and
# after a stall may ask by a block earlier or later for what is heard at the same time ...
_DRIFTED = 15 * MILLISECOND
_BACK_IN_STEP = 2 * MILLISECOND
_SLIDE = 4_000
# ... but when the stream stood still, which the clock shows by a leap, what comes is put right at once.
_STOOD_STILL = 40 * MILLISECOND
# What is a little late sounds at once; later than this it is left out.
LATE = 250 * MILLISECOND


class Stage(Protocol):
    """Takes clips for times; times are nanoseconds of the machine."""

    @property
    def ready(self) -> bool:
        """Whether it knows its clock: nothing can be placed before."""
        ...

    @property
    def next_due(self) -> int | None:
        """When it wants to be told the time again at the latest; `None` for whenever."""
        ...

    def begin(self) -> None:
        """Take the clock anew: what comes belongs to another stretch of time."""
        ...

    def place(self, clip: Clip, at: int, bus: Bus, gain: float) -> None:
        """Let a clip begin at a time, or at once where that has just passed."""
        ...

    def lay_bed(self, clip: Clip | None) -> None:
        """Let an ambience go on without end, or end it."""
        ...

    def set_volume(self, bus: Bus, gain: float) -> None:
        """Make a stream louder or quieter."""
        ...

    def take_back(self, now: int) -> None:
        """Forget what begins after a time; what sounds goes on."""
        ...

    def drop(self, *, bed: bool) -> None:
        """Fade out what sounds, the ambience too if asked for, and forget what is ahead."""
        ...

    def step(self, now: int) -> None:
        """Do what is due."""
        ...


class MixedStage:
    """A mixer whose blocks go to a stream: every clip begins at its exact frame."""

    def __init__(self, mixer: Mixer, clock: FrameClock) -> None:
        """Put clips into a mixer, by the clock of a stream."""
        self._mixer = mixer
        self._clock = clock
        self._queue: deque[Callable[[], None]] = deque()
        self._origin: int | None = None
        self._sliding = False
        self._estimate: int | None = None
        self._stepped = 0

    @property
    def ready(self) -> bool:
        """Whether blocks are asked for: the first request alone says little about the clock."""
        return self._clock.requests > 1

    @property
    def next_due(self) -> int | None:
        """Nothing is due here: the stream has its own thread."""
        return None

    def begin(self) -> None:
        """Take the best estimate of the clock, and keep to it."""
        self._origin = self._clock.origin

    def place(self, clip: Clip, at: int, bus: Bus, gain: float) -> None:
        """Let a clip begin at its frame."""
        if self._origin is None:
            self.begin()
        if self._origin is not None:
            self._queue.append(partial(self._place, clip, self._frame_at(at, self._origin), bus, gain))

    def lay_bed(self, clip: Clip | None) -> None:
        """Lay a loop under everything."""
        self._queue.append(partial(self._mixer.lay_bed, clip))

    def set_volume(self, bus: Bus, gain: float) -> None:
        """Turn a bus up or down."""
        self._queue.append(partial(self._mixer.set_volume, bus, gain))

    def take_back(self, now: int) -> None:
        """Forget what begins later; what a block ahead has begun already fades out."""
        if self._origin is not None:
            self._queue.append(partial(self._mixer.take_back, self._frame_at(now, self._origin)))

    def drop(self, *, bed: bool) -> None:
        """Fade out."""
        self._queue.append(partial(self._mixer.drop, bed=bed))

    def render(self, frames: int) -> array[float] | None:
        """Give the next block, on the thread of the stream: only there is it certain which frame is the next."""
        while self._queue:
            self._queue.popleft()()
        return self._mixer.render(frames)

    @staticmethod
    def _frame_at(time: int, origin: int) -> int:
        return round((time - origin) * RATE / SECOND)

    def _place(self, clip: Clip, frame: int, bus: Bus, gain: float) -> None:
        self._mixer.place(clip, max(frame, self._mixer.position), bus, gain)

    def step(self, now: int) -> None:
        """Follow the clock of the device."""
        passed, self._stepped = now - (self._stepped or now), now
        estimate = self._clock.origin
        if estimate is None or self._origin is None:
            return
        leapt = abs(estimate - (self._estimate or estimate)) > _DRIFTED
        self._estimate = estimate
        off = estimate - self._origin
        if self._clock.requests <= _SETTLED or leapt or abs(off) > _STOOD_STILL:
            self._origin = estimate
            return
        self._sliding = abs(off) > (_BACK_IN_STEP if self._sliding else _DRIFTED)
        if self._sliding:
            most = passed // _SLIDE
            self._origin += max(-most, min(off, most))


class DueStage:
    """Clips that an output plays whole when their time has come."""

    ready = True

    def __init__(self, output: Clips) -> None:
        """Play by an output; words and cues have their own volume, an ambience is not heard."""
        self._output = output
        self._waiting: list[tuple[int, int, Clip, Bus, float]] = []
        self._order = count()
        self._volumes = dict.fromkeys(Bus, 1.0)

    @property
    def next_due(self) -> int | None:
        """When the next clip begins."""
        return self._waiting[0][0] if self._waiting else None

    def begin(self) -> None:
        """There is no clock but that of the machine."""

    def place(self, clip: Clip, at: int, bus: Bus, gain: float) -> None:
        """Keep a clip until its time."""
        heappush(self._waiting, (at, next(self._order), clip, bus, gain))

    def lay_bed(self, clip: Clip | None) -> None:
        """Leave the ambience out."""

    def set_volume(self, bus: Bus, gain: float) -> None:
        """Play what begins from now on louder or quieter."""
        self._volumes[bus] = gain

    def take_back(self, now: int) -> None:  # noqa: ARG002 - what began is none of those that wait
        """Forget what has not begun."""
        self._waiting.clear()

    def drop(self, *, bed: bool) -> None:  # noqa: ARG002 - there is no ambience
        """Stop what plays, and forget the rest."""
        self._waiting.clear()
        self._output.silence()

    def step(self, now: int) -> None:
        """Play what is due."""
        while self._waiting and self._waiting[0][0] <= now:
            at, _, clip, bus, gain = heappop(self._waiting)
            loudness = gain * self._volumes[bus]
            if loudness and now - at <= LATE:
                self._output.play(clip, loudness)


def joined(clip: Clip, skipped: int, fade: int) -> Clip:
    """Give what is left of a clip after so many frames, faded in over so many."""
    samples = clip.samples[skipped * clip.channels :]
    for frame in range(min(fade, len(samples) // clip.channels)):
        for place in range(frame * clip.channels, (frame + 1) * clip.channels):
            samples[place] *= frame / fade
    return Clip(array("f", samples), clip.channels)
