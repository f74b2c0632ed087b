"""Sounds as arrays of samples, and the handful of ways to shape and join them."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
# The root of all pitches, in hertz: C3 of the scientific tuning.
ROOT = 128.0

# Full scale 1.0; shape (n,) where mono, (n, 2) where stereo.
Samples: TypeAlias = NDArray[np.float64]


def frames(seconds: float) -> int:
    """Give how many samples a time has."""
    return round(seconds * RATE)


def times(seconds: float) -> Samples:
    """Give the time of each sample, in seconds."""
    return np.arange(frames(seconds)) / RATE


def decibels(level: float) -> float:
    """Give the factor of a level in decibels."""
    return float(10 ** (level / 20))


def decay(time: Samples, t60: float) -> Samples:
    """Give an envelope that falls by 60 dB in `t60` seconds."""
    return np.asarray(10 ** (-3 * time / t60))


def eased(sound: Samples, attack: float, release: float) -> Samples:
    """Let a sound begin and end in silence, along a raised cosine of so many seconds each."""
    shaped = sound.copy()
    rising, falling = frames(attack), frames(release)
    shaped[:rising] *= (1 - np.cos(np.pi * np.arange(rising) / rising)) / 2
    shaped[-falling:] *= (1 + np.cos(np.pi * np.arange(1, falling + 1) / falling)) / 2
    return shaped


def joined(*strokes: tuple[float, Samples], lasts: float) -> Samples:
    """Lay sounds over each other, each from its time in seconds; what goes on past `lasts` is faded out there."""
    whole = np.zeros(frames(lasts))
    for at, sound in strokes:
        start = frames(at)
        room = min(len(sound), len(whole) - start)
        whole[start : start + room] += sound[:room]
    fade = frames(min(1.5, lasts / 4))
    whole[-fade:] *= (1 + np.cos(np.pi * np.arange(1, fade + 1) / fade)) / 2
    return whole
