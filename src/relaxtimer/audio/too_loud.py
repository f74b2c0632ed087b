"""By how much a sound of a person's own is louder than relaxtimer's: nothing startles.

A file is as loud as the loudest tenth of a second in it. Below 6 kHz that is weighted as for words; what is above, to
which the measure of words is deaf, counts with the 4 dB that K-weighting (BS.1770-5) gives it.
"""

from __future__ import annotations

from array import array
from math import log10

from relaxtimer.audio.clip import RATE
from relaxtimer.audio.gain import linear
from relaxtimer.audio.levels import peak
from relaxtimer.audio.speech import bands, level

# In LUFS, as heard from both sides. The loudest of relaxtimer's own, the bowl of a step, measures -17.3; its peak is
# at -13.7 dBFS. Held against the files by a test.
LOUDEST = -18.0
HIGHEST_PEAK = linear(-12.0)

_ABOVE = 10 ** (4 / 10)
# Looked at from two beginnings, no tenth of a second can hide astride of two.
_BEGINNINGS = (0, RATE // 20)


def too_loud(samples: array[float]) -> float:
    """Give by how many decibels samples of one channel at `RATE` are to be brought down; 0.0 where they are not."""
    highest = peak(samples)
    if not highest:
        return 0.0
    energies = (
        words + _ABOVE * above for beginning in _BEGINNINGS for words, above in bands(samples[beginning:], RATE)
    )
    return max(0.0, level(max(energies)) - LOUDEST, 20 * log10(highest / HIGHEST_PEAK))


def in_words(decibels: float) -> str:
    """Say of a sound by how much it is brought down; "" where nobody would hear that."""
    rounded = round(decibels)
    return f"is loud: it is brought down by {rounded} dB" if rounded else ""
