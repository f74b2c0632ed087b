"""One block while it is summed: what sounds from both sides, and what is stereo."""

from __future__ import annotations

from array import array
from functools import reduce

from relaxtimer.sound.arithmetic import Arithmetic
from relaxtimer.sound.ceiling import KNEE, kept_below


class Sums:
    """A block of so many frames, silent until something is added."""

    def __init__(self, frames: int, arithmetic: Arithmetic) -> None:
        self._frames = frames
        self._arithmetic = arithmetic
        self._centres: list[array[float]] = []
        self._stereo: list[array[float]] = []
        self._bound = 0.0

    def add(self, samples: array[float], channels: int, at: int, highest: float) -> None:
        """Add samples from the frame `at` of the block on; none is higher than `highest`."""
        whole = samples
        if len(samples) != self._frames * channels:
            whole = array("f", bytes(4 * self._frames * channels))
            whole[at * channels : at * channels + len(samples)] = samples
        (self._centres if channels == 1 else self._stereo).append(whole)
        self._bound += highest

    def block(self) -> array[float] | None:
        """Give the sum, interleaved in stereo; `None` where nothing was added."""
        stereo = reduce(self._arithmetic.plus, self._stereo) if self._stereo else None
        block = reduce(self._arithmetic.with_centre, self._centres, stereo)
        # Only where the sum could be too high it is looked at.
        if block is None or self._bound <= KNEE or self._arithmetic.peak(block) <= KNEE:
            return block
        return kept_below(block)
