"""Long slow glides from low and faint to high and full, out of which the phases of breath and tempo are cut.

The tones of a glide are overtones of one root whose period is a whole number of samples, so that pieces cut on that
grid fit together in phase, however far apart they lay.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tools.sounds.noise import noise_loop
from tools.sounds.samples import RATE, Samples, decibels, eased, frames

_BANDS = 40
# Widths in octaves: how many overtones are heard at once, and how narrow the air is.
_TONE_WIDTH, _AIR_WIDTH = 0.36, 0.42


class Glide(NamedTuple):
    """A glide: its length, the ends of its tones and of its air, and how it moves.

    Lengths are in seconds, frequencies in hertz, `share_of_air` from 0 to 1; `swell` is in dB, `pulse` the length of
    one pulse, 0 for none.
    """

    lasts: float
    root: float
    tones: tuple[float, float]
    air: tuple[float, float]
    share_of_air: float
    swell: float
    pulse: float
    seed: int


def glide(shape: Glide) -> Samples:
    """Sound a glide: rising in pitch and in level from its beginning to its end."""
    along = np.arange(frames(shape.lasts)) / frames(shape.lasts)
    tones = _level(_tones(shape, along))
    air = _level(_air(shape, along))
    mixed = np.sqrt(1 - shape.share_of_air) * tones + np.sqrt(shape.share_of_air) * air
    swelling = mixed * decibels(1) ** (-shape.swell * (1 - along))
    return eased(swelling * _pulses(shape, along) if shape.pulse else swelling, 0.005, 0.005)


def _pulses(shape: Glide, along: Samples) -> Samples:
    """Let a glide throb, from its first sample on, down to a quarter of its strength."""
    return np.asarray(1 - 0.75 * np.cos(np.pi * along * shape.lasts / shape.pulse) ** 2)


def _tones(shape: Glide, along: Samples) -> Samples:
    time = along * shape.lasts
    centre = _between(shape.tones, along)
    sound = np.zeros_like(along)
    for overtone in np.arange(1, 2 * shape.tones[1] / shape.root):
        frequency = overtone * shape.root
        phase = 2 * np.pi * np.random.default_rng(int(overtone)).random()
        sound += _near(np.log2(frequency) - centre, _TONE_WIDTH) * np.sin(2 * np.pi * frequency * time + phase)
    return sound


def _air(shape: Glide, along: Samples) -> Samples:
    """Let a band of noise wander: the sum of narrow fixed bands, each as loud as the wandering one is near."""
    white = noise_loop(0, shape.lasts, band=(60, 12_000), seed=shape.seed, channels=1)[:, 0]
    spectrum = np.fft.rfft(white)
    octaves = np.log2(np.maximum(np.fft.rfftfreq(len(white), 1 / RATE), 1))
    centre = _between(shape.air, along)
    sound = np.zeros_like(along)
    places = np.linspace(centre[0] - 1.5, centre[-1] + 1.5, _BANDS)
    for place in places:
        band = np.fft.irfft(spectrum * _near(octaves - place, places[1] - places[0]), len(white))
        sound += band * _near(place - centre, _AIR_WIDTH)
    return sound


def _between(ends: Sequence[float], along: Samples) -> Samples:
    return np.asarray(np.log2(ends[0]) + along * np.log2(ends[1] / ends[0]))


def _near(octaves: Samples, width: float) -> Samples:
    return np.asarray(np.exp(-0.5 * (octaves / width) ** 2))


def _level(sound: Samples) -> Samples:
    """Even out the level along a sound, over half a second."""
    block = frames(0.05)
    power = np.square(sound).reshape(-1, block).mean(axis=1)
    window = np.hanning(11)
    smooth = np.convolve(np.pad(power, 5, mode="reflect"), window / window.sum(), mode="valid")
    middles = (np.arange(len(power)) + 0.5) * block
    return np.asarray(sound / np.sqrt(np.interp(np.arange(len(sound)), middles, smooth)))
