"""A clip that is heard again and again, multiplied by its gain once and from then on only copied."""

from __future__ import annotations

from array import array

from relaxtimer.audio.clip import Clip
from relaxtimer.sound.arithmetic import Arithmetic

# Gains rest: with words and without. So many are kept.
_GAINS_KEPT = 3
# Small enough to be made while a block is awaited.
_SAMPLES = 4_096


class Pieces:
    """The samples of a clip at the gains that it was asked for, made piece by piece as they are needed."""

    def __init__(self, clip: Clip, arithmetic: Arithmetic) -> None:
        self._samples = clip.samples
        self._arithmetic = arithmetic
        self._made: dict[float, dict[int, array[float]]] = {}

    def at(self, gain: float, start: int, end: int) -> array[float]:
        """Give the samples from `start` up to `end`, times `gain`."""
        if gain == 1:
            return self._samples[start:end]
        made = self._made_at(gain)
        found = array("f")
        for index in range(start // _SAMPLES, -(-end // _SAMPLES)):
            if index not in made:
                made[index] = self._arithmetic.times(self._samples[index * _SAMPLES : (index + 1) * _SAMPLES], gain, 1)
            found += made[index][max(0, start - index * _SAMPLES) : end - index * _SAMPLES]
        return found

    def _made_at(self, gain: float) -> dict[int, array[float]]:
        if gain not in self._made:
            while len(self._made) >= _GAINS_KEPT:
                del self._made[next(iter(self._made))]
            self._made[gain] = {}
        return self._made[gain]
