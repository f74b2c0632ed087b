"""Struck bodies: each rings in modes, and each mode is a pair of tones a little apart, which beat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tools.sounds.samples import Samples, decay, decibels, eased, times

# A pair of equal tones would beat into silence and back; 3 to 1 is a swell of 6 dB.
STRONGER = 0.75
# The pair starts a quarter of a beat before its highest: after the stroke it opens a little before it dies away.
_BLOOM = -np.pi / 2


class Mode(NamedTuple):
    """One mode: its ratio to the pitch, its level in dB, the time it falls 60 dB in, and its split in hertz."""

    ratio: float
    level: float
    t60: float
    split: float


def struck(pitch: float, modes: Sequence[Mode], *, lasts: float, attack: float, seed: int) -> Samples:
    """Ring a body; it fades out in the last third.

    `pitch` is in hertz, times in seconds; the phases of the modes are random, by `seed`.
    """
    time = times(lasts)
    random = np.random.default_rng(seed)
    sound = np.zeros_like(time)
    for mode in modes:
        frequency = pitch * mode.ratio
        phase = 2 * np.pi * random.random()
        pair = STRONGER * np.sin(2 * np.pi * (frequency - mode.split / 2) * time + phase)
        pair += (1 - STRONGER) * np.sin(2 * np.pi * (frequency + mode.split / 2) * time + phase + _BLOOM)
        sound += decibels(mode.level) * decay(time, mode.t60) * pair
    return eased(sound, attack, lasts / 3)
