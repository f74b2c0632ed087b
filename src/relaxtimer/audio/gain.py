"""Decibels, and samples made louder or quieter."""

from __future__ import annotations

from array import array
from itertools import repeat
from operator import mul

# One call into C over a long sound would keep every other thread waiting, and the one that plays must not wait.
AT_ONCE = 32_768


def linear(decibels: float) -> float:
    """Give the factor that a change in decibels is."""
    return float(10 ** (decibels / 20))


def scaled(samples: array[float], gain: float) -> array[float]:
    """Give the samples times `gain`."""
    result = array("f")
    for at in range(0, len(samples), AT_ONCE):
        result.extend(map(mul, samples[at : at + AT_ONCE], repeat(gain)))
    return result
