"""What levelling does with a whole sound at once. Whoever levels many may bring another way, with numpy."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Protocol, TypeAlias

from relaxtimer.audio import gain, limiting, speech
from relaxtimer.audio.limiting import BLOCKS_A_SECOND, Blocks
from relaxtimer.audio.speech import HOPS_A_SECOND

Figures: TypeAlias = Sequence[float]

BLOCKS_IN_HOP = BLOCKS_A_SECOND // HOPS_A_SECOND


class Passes(Protocol):
    """Goes through samples, or through figures of their hops and blocks."""

    def loudest(self, samples: array[int]) -> int:
        """Give the highest of an engine's samples without its sign."""
        ...

    def hop_energies(self, samples: array[float], rate: int) -> Figures:
        """Give the weighted mean square of each tenth of a second."""
        ...

    def blocks_of(self, samples: array[float], rate: int) -> Blocks:
        """Divide samples into blocks of 2 ms, each with its peak."""
        ...

    def gains_under(self, ceiling: float, peaks: Figures) -> Figures:
        """Give each block a gain of at most 1.0 under which no peak comes over `ceiling`."""
        ...

    def hops_after(self, hops: Figures, peaks: Figures, gains: Figures, gain: float) -> Figures:
        """Estimate what limiting leaves of each hop: the energy of a block goes with the square of its peak."""
        ...

    def applied(self, blocks: Blocks, gains: Figures, gain: float) -> array[float]:
        """Give the samples times the gain of their blocks, and all times `gain`."""
        ...

    def scaled(self, samples: array[float], gain: float) -> array[float]:
        """Give the samples times `gain`."""
        ...


class Plain:
    """Plain Python, in steps short enough for the thread that plays beside it."""

    hop_energies = staticmethod(speech.hop_energies)
    blocks_of = staticmethod(limiting.blocks_of)
    gains_under = staticmethod(limiting.gains_under)
    applied = staticmethod(limiting.applied)
    scaled = staticmethod(gain.scaled)

    def loudest(self, samples: array[int]) -> int:
        """Give the highest of an engine's samples without its sign."""
        return max(max(samples, default=0), -min(samples, default=0))

    def hops_after(self, hops: Figures, peaks: Figures, gains: Figures, gain: float) -> Figures:
        """Estimate what limiting leaves of each hop: the energy of a block goes with the square of its peak."""
        starts = range(0, len(hops) * BLOCKS_IN_HOP, BLOCKS_IN_HOP)
        return [
            energy * gain**2 * _left(peaks[at : at + BLOCKS_IN_HOP], gains[at : at + BLOCKS_IN_HOP])
            for energy, at in zip(hops, starts, strict=True)
        ]


def _left(peaks: Figures, gains: Figures) -> float:
    whole = sum(peak**2 for peak in peaks)
    return sum((peak * gain) ** 2 for peak, gain in zip(peaks, gains, strict=True)) / whole if whole else 1.0
