"""The last resort against a mix that is too loud: peaks are bent, never cut.

Levels are staged so that this does nothing: words peak at -9 dB, the sounds of events at -6 dB and 6 dB lower under
words, an ambience below -20 dB. It is there for sound files of users, and for many sounds at once. Up to `KNEE` samples
pass as they are; beyond it they near `CEILING` and never reach it, which leaves a margin below -1 dBTP for what lies
between two samples. It looks at each sample by itself, so that blocks do not matter, and costs nothing where all is
quiet.
"""

from __future__ import annotations

import math
from array import array

from relaxtimer.audio.gain import linear

KNEE = linear(-3)
CEILING = linear(-1.5)

_ROOM = CEILING - KNEE


def kept_below(samples: array[float]) -> array[float]:
    """Give samples that are all below `CEILING`."""
    return array("f", [sample if -KNEE <= sample <= KNEE else _bent(sample) for sample in samples])


def _bent(sample: float) -> float:
    return math.copysign(KNEE + _ROOM * math.tanh((abs(sample) - KNEE) / _ROOM), sample)
