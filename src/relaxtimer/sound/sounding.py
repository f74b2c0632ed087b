"""A clip in its place in a mix."""

from __future__ import annotations

from relaxtimer.audio.clip import Clip, frames_in
from relaxtimer.sound.fader import Fader
from relaxtimer.sound.placed import Bus

# Cut off at once, tones click and noise crackles; after 50 ms neither is heard.
FADE = frames_in(50)
# What is short is over before it could be in the way of words.
_LONG = frames_in(1_000)
_LATE_RISE = frames_in(5)


class Sounding:
    """A clip from the frame `start` up to the frame `end`, on its bus, with its own gain and perhaps a fade.

    None of its samples is higher than `peak`.
    """

    __slots__ = ("bus", "clip", "dropped", "end", "fade", "gain", "peak", "start")

    def __init__(self, clip: Clip, start: int, bus: Bus, gain: float, peak: float) -> None:
        self.clip = clip
        self.start = start
        self.end = start + clip.frames
        self.bus = bus
        self.gain = gain
        self.peak = peak
        self.fade: Fader | None = None
        self.dropped = False

    @property
    def steps_back(self) -> bool:
        """Whether it is quieter while words are said: a ringing bell, a breath."""
        return self.bus is Bus.CUE and self.clip.frames > _LONG

    def begin_late(self, now: int) -> None:
        """Begin in the middle, softly."""
        self.fade = Fader(0.0, now)
        self.fade.move(now, 1.0, _LATE_RISE)

    def drop(self, now: int) -> None:
        """Fade out from now on, once."""
        if self.dropped:
            return
        self.dropped = True
        self.fade = self.fade or Fader(1.0, now)
        self.fade.move(now, 0.0, FADE)
        self.end = min(self.end, now + FADE)
