"""What a mixer does with samples, whole blocks at once in C: several times as fast. numpy is of the extra `export`."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from relaxtimer.sound.arithmetic import Gains

Block = NDArray[np.float64]


class InBlocks:
    """Arithmetic by numpy, in double precision between the samples; gains are its arrays."""

    def ramp(self, lines: Sequence[tuple[int, float, float]]) -> Gains:
        """Give the gains of straight lines."""
        return _as_gains(np.concatenate([first + slope * np.arange(frames) for frames, first, slope in lines]))

    def both(self, gains: Gains, others: Gains) -> Gains:
        """Multiply gains with each other."""
        return _as_gains(np.asarray(gains) * np.asarray(others))

    def times(self, samples: array[float], gain: Gains | float, channels: int) -> array[float]:
        """Multiply interleaved samples by one gain, or by a gain for each frame."""
        if isinstance(gain, float):
            return as_samples(block_of(samples) * gain) if gain != 1 else samples
        return as_samples((block_of(samples).reshape(-1, channels) * np.asarray(gain)[:, np.newaxis]).reshape(-1))

    def plus(self, samples: array[float], others: array[float]) -> array[float]:
        """Add one by one."""
        return as_samples(block_of(samples) + block_of(others))

    def with_centre(self, stereo: array[float] | None, samples: array[float]) -> array[float]:
        """Add what sounds from both sides."""
        both = np.repeat(block_of(samples), 2)
        return as_samples(both if stereo is None else both + block_of(stereo))

    def peak(self, samples: array[float]) -> float:
        """Give the highest sample without its sign."""
        return float(np.abs(np.frombuffer(samples, dtype=np.float32)).max(initial=0.0))


def block_of(samples: array[float]) -> Block:
    """Give samples to calculate with."""
    return np.frombuffer(samples, dtype=np.float32).astype(np.float64)


def as_samples(block: Block) -> array[float]:
    """Give what was calculated as samples."""
    samples = array("f")
    samples.frombytes(block.astype(np.float32).tobytes())
    return samples


def _as_gains(block: Block) -> Gains:
    return cast("Gains", block)
