"""The ambience under everything: a clip that comes round again and again."""

from __future__ import annotations

from array import array

from relaxtimer.audio.clip import Clip, frames_in
from relaxtimer.audio.levels import peak_of
from relaxtimer.audio.summing import both_sides
from relaxtimer.sound.arithmetic import Arithmetic
from relaxtimer.sound.fader import Fader, Gain
from relaxtimer.sound.pieces import Pieces
from relaxtimer.sound.sounding import FADE

# It comes and goes when nobody waits for it; nothing startles.
RISE = frames_in(1_000)


class Bed:
    """A loop from the frame `start` on. At a gain that rests it is only copied."""

    def __init__(self, clip: Clip, start: int, arithmetic: Arithmetic) -> None:
        self.clip = clip
        self.peak = peak_of(clip)
        self.presence = Fader(0.0, start)
        self.presence.move(start, 1.0, RISE)
        self._start = start
        self._arithmetic = arithmetic
        self._pieces = Pieces(clip, arithmetic)

    @property
    def leaving(self) -> bool:
        """Whether it fades out."""
        return not self.presence.rests_at

    def leave(self, now: int, over: int = RISE) -> None:
        """Fade out from now on; what is on its way out already may only be hurried."""
        if not self.leaving or over == FADE:
            self.presence.move(now, 0.0, over)

    def is_over(self, now: int) -> bool:
        """Tell whether it has left."""
        return self.leaving and not self.presence.at(now)

    def stretch(self, start: int, frames: int, gain: Gain) -> array[float]:
        """Give so many frames in stereo, under one gain or a gain for each frame."""
        if isinstance(gain, float):
            return self._in_stereo(self._round(start, frames, gain))
        return self._arithmetic.times(self._in_stereo(self._round(start, frames, 1.0)), gain, 2)

    def _in_stereo(self, samples: array[float]) -> array[float]:
        return samples if self.clip.channels > 1 else both_sides(samples)

    def _round(self, start: int, frames: int, gain: float) -> array[float]:
        """Give the samples of a stretch, from the beginning again after each end."""
        length, channels = self.clip.frames, self.clip.channels
        found, at = array("f"), (start - self._start) % length
        while frames:
            taken = min(frames, length - at)
            found += self._pieces.at(gain, at * channels, (at + taken) * channels)
            frames, at = frames - taken, 0
        return found
