"""A limiter that sees ahead: the gain sinks before a peak comes and rises after it, and elsewhere stays as it was.

It works on the peaks of blocks of 2 ms. The lowest gain that any block nearby needs, averaged over the blocks nearby,
is never more than a block itself needs, and changes too slowly to be heard as anything but a little less loud.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, chain, repeat
from operator import mul, sub

from msgspec import Struct

BLOCKS_A_SECOND = 500
# How many blocks before and after a peak the gain is on its way: 12 ms.
REACH = 6
# One more on each side: between two blocks the gain is on its way from one to the other.
NEARBY = REACH + 1


class Blocks(Struct, frozen=True):
    """Samples in blocks of `size`, and the highest sample of each."""

    samples: array[float]
    size: int
    peaks: Sequence[float]


def blocks_of(samples: array[float], rate: int) -> Blocks:
    """Divide samples; `rate` counts the samples of all channels together."""
    size = block_size(rate)
    pieces = (samples[at : at + size].tolist() for at in range(0, len(samples), size))
    return Blocks(samples, size, list(map(_peak, pieces)))


def block_size(rate: int) -> int:
    """Give how many samples a block has."""
    return max(1, round(rate / BLOCKS_A_SECOND))


def gains_under(ceiling: float, peaks: Sequence[float]) -> list[float]:
    """Give each block a gain of at most 1.0 under which no peak comes over `ceiling`."""
    needed = [ceiling / peak if peak > ceiling else 1.0 for peak in peaks]
    padded = list(chain(repeat(1.0, NEARBY + REACH), needed, repeat(1.0, NEARBY + REACH)))
    width = 2 * NEARBY + 1
    lowest = _lowest(padded, width)
    width -= 2
    sums = list(accumulate(lowest, initial=0.0))
    return [min(1.0, total / width) for total in map(sub, sums[width:], sums)]


def applied(blocks: Blocks, gains: Sequence[float], gain: float) -> array[float]:
    """Give the samples times the gain of their blocks, going evenly from one to the next, and all times `gain`."""
    result, size = array("f"), blocks.size
    befores = [gains[0], *gains] if gains else []
    for index, (before, here) in enumerate(zip(befores, gains, strict=False)):
        piece = blocks.samples[index * size : (index + 1) * size]
        if before == here:
            result.extend(map(mul, piece, repeat(here * gain)))
        else:
            start, slope = before * gain, (here - before) * gain / size
            result.extend([sample * (start + slope * at) for at, sample in enumerate(piece)])
    return result


def _lowest(values: list[float], width: int) -> list[float]:
    """Give the lowest of each `width` values in a row: of 2, of 4, of 8, and the rest by two that overlap."""
    reached = 1
    while reached * 2 <= width:
        values = list(map(min, values, values[reached:]))
        reached *= 2
    return list(map(min, values, values[width - reached :]))


def _peak(piece: list[float]) -> float:
    highest, lowest = max(piece), min(piece)
    return max(highest, -lowest)
