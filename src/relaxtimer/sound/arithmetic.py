"""What a mixer does with samples. Whoever mixes files may bring another, with numpy; what is mixed does not change."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from operator import add, mul
from struct import pack
from typing import Protocol, TypeAlias

from relaxtimer.audio.levels import peak
from relaxtimer.audio.summing import with_centre

# A gain for each frame.
Gains: TypeAlias = Sequence[float]


class Arithmetic(Protocol):
    """Operations on the samples of a block, and on gains."""

    def ramp(self, lines: Sequence[tuple[int, float, float]]) -> Gains:
        """Give the gains of straight lines: for how many frames, the first gain, and how much more it is each frame."""
        ...

    def both(self, gains: Gains, others: Gains) -> Gains:
        """Multiply gains with each other."""
        ...

    def times(self, samples: array[float], gain: Gains | float, channels: int) -> array[float]:
        """Multiply interleaved samples by one gain, or by a gain for each frame."""
        ...

    def plus(self, samples: array[float], others: array[float]) -> array[float]:
        """Add one by one."""
        ...

    def with_centre(self, stereo: array[float] | None, samples: array[float]) -> array[float]:
        """Add what sounds from both sides to what is interleaved in stereo."""
        ...

    def peak(self, samples: array[float]) -> float:
        """Give the highest sample without its sign."""
        ...


class Plain:
    """Plain Python, and sums in C."""

    def ramp(self, lines: Sequence[tuple[int, float, float]]) -> Gains:
        """Give the gains of straight lines: for how many frames, the first gain, and how much more it is each frame."""
        gains: list[float] = []
        for frames, first, slope in lines:
            gains += list(accumulate(repeat(slope, frames - 1), initial=first)) if slope else [first] * frames
        return gains

    def both(self, gains: Gains, others: Gains) -> Gains:
        """Multiply gains with each other."""
        return list(map(mul, gains, others))

    def times(self, samples: array[float], gain: Gains | float, channels: int) -> array[float]:
        """Multiply interleaved samples by one gain, or by a gain for each frame."""
        if isinstance(gain, float):
            return _packed([gain * sample for sample in samples], len(samples)) if gain != 1 else samples
        if channels > 1:
            doubled = [0.0] * len(samples)
            doubled[::2] = doubled[1::2] = gain
            gain = doubled
        return _packed(map(mul, samples, gain), len(samples))

    def plus(self, samples: array[float], others: array[float]) -> array[float]:
        """Add one by one."""
        return _packed(map(add, samples, others), len(samples))

    def with_centre(self, stereo: array[float] | None, samples: array[float]) -> array[float]:
        """Add what sounds from both sides to what is interleaved in stereo."""
        return with_centre(stereo, samples)

    def peak(self, samples: array[float]) -> float:
        """Give the highest sample without its sign."""
        return peak(samples)


def _packed(samples: Iterable[float], count: int) -> array[float]:
    """Make an array, in half the time that its own constructor takes for a list."""
    return array("f", pack(f"{count}f", *samples))
