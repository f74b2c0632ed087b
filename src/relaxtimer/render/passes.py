"""What levelling of words does with whole sounds, in C: twenty times as fast. numpy is of the extra `export`."""

from __future__ import annotations

from array import array
from typing import TypeAlias, cast

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from relaxtimer.audio.limiting import NEARBY, REACH, Blocks, block_size
from relaxtimer.audio.passes import BLOCKS_IN_HOP, Figures
from relaxtimer.audio.speech import HOP, WEIGHTS, for_measuring
from relaxtimer.render.arithmetic import as_samples, block_of

_Row: TypeAlias = NDArray[np.float64]


class InRows:
    """Levelling by numpy, in double precision; figures are its arrays."""

    def loudest(self, samples: array[int]) -> int:
        """Give the highest of an engine's samples without its sign."""
        return int(np.abs(np.frombuffer(samples, dtype=np.int16).astype(np.int32)).max(initial=0))

    def hop_energies(self, samples: array[float], rate: int) -> Figures:
        """Give the weighted mean square of each tenth of a second."""
        data = block_of(for_measuring(samples, rate))
        later = np.concatenate((data, np.zeros(len(WEIGHTS))))
        products = sum(weight * data * later[place : place + len(data)] for place, weight in enumerate(WEIGHTS))
        energies: list[float] = (_rows(np.asarray(products), HOP).sum(axis=1) / HOP).tolist()
        return energies

    def blocks_of(self, samples: array[float], rate: int) -> Blocks:
        """Divide samples into blocks of 2 ms, each with its peak."""
        size = block_size(rate)
        return Blocks(samples, size, _figures(_rows(np.abs(block_of(samples)), size).max(axis=1)))

    def gains_under(self, ceiling: float, peaks: Figures) -> Figures:
        """Give each block a gain of at most 1.0 under which no peak comes over `ceiling`."""
        needed = ceiling / np.maximum(_row(peaks), ceiling)
        lowest = sliding_window_view(np.pad(needed, NEARBY + REACH, constant_values=1.0), 2 * NEARBY + 1).min(axis=1)
        return _figures(np.minimum(1.0, sliding_window_view(lowest, 2 * REACH + 1).mean(axis=1)))

    def hops_after(self, hops: Figures, peaks: Figures, gains: Figures, gain: float) -> Figures:
        """Estimate what limiting leaves of each hop: the energy of a block goes with the square of its peak."""
        whole = _rows(_row(peaks) ** 2, BLOCKS_IN_HOP).sum(axis=1)[: len(hops)]
        left = _rows((_row(peaks) * _row(gains)) ** 2, BLOCKS_IN_HOP).sum(axis=1)[: len(hops)]
        share = np.divide(left, whole, out=np.ones_like(whole), where=whole > 0)
        energies: list[float] = (_row(hops) * gain**2 * share).tolist()
        return energies

    def applied(self, blocks: Blocks, gains: Figures, gain: float) -> array[float]:
        """Give the samples times the gain of their blocks, going evenly from one to the next, and all times `gain`."""
        here = _row(gains)
        before = np.concatenate((here[:1], here[:-1]))
        ways = before[:, np.newaxis] + (here - before)[:, np.newaxis] * (np.arange(blocks.size) / blocks.size)
        return as_samples(block_of(blocks.samples) * (ways.reshape(-1)[: len(blocks.samples)] * gain))

    def scaled(self, samples: array[float], gain: float) -> array[float]:
        """Give the samples times `gain`."""
        return as_samples(block_of(samples) * gain)


def _rows(values: _Row, width: int) -> _Row:
    """Lay values in rows, the last one filled up with nothing."""
    return np.pad(values, (0, -len(values) % width)).reshape(-1, width)


def _row(figures: Figures) -> _Row:
    return np.asarray(figures, dtype=np.float64)


def _figures(row: _Row) -> Figures:
    return cast("Figures", row)
