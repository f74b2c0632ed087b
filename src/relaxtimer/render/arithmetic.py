"""The sums of a mix over whole blocks in C: the same sound, several times as fast. numpy is of the extra `export`."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

Block = NDArray[np.float64]


class InBlocks:
    """Arithmetic on arrays of numpy, in double precision as the plain one."""

    def silence(self, frames: int) -> Block:
        """Give zeros."""
        return np.zeros(frames)

    def taken(self, samples: array[float], places: slice, gain: Block | float) -> Block:
        """Take samples, times a gain."""
        return np.frombuffer(samples, dtype=np.float32)[places] * np.asarray(gain, dtype=np.float64)

    def ramp(self, first: float, slope: float, frames: int) -> Block:
        """Give a straight line."""
        return first + slope * np.arange(frames, dtype=np.float64)

    def joined(self, parts: list[Block]) -> Block:
        """Put stretches one after the other."""
        return np.concatenate(parts)

    def times(self, values: Block, gain: Block | float) -> Block:
        """Multiply."""
        return values * gain

    def plus(self, values: Block, others: Block) -> Block:
        """Add."""
        return values + others

    def within(self, values: Block, start: int, others: Block) -> Block:
        """Add a shorter stretch."""
        values[start : start + len(others)] += others
        return values

    def interleaved(self, left: Block, right: Block, under: array[float] | None) -> array[float]:
        """Lay two channels side by side, and add what lies so already."""
        both = np.stack([left, right], axis=1).reshape(-1)
        if under is not None:
            both += np.frombuffer(under, dtype=np.float32)
        samples = array("f")
        samples.frombytes(both.astype(np.float32).tobytes())
        return samples
