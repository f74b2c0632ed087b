"""Noise that goes round without a seam: random phases on an exact grid of frequencies."""

from __future__ import annotations

import numpy as np

from tools.sounds.samples import RATE, Samples, frames


def noise_loop(slope: float, lasts: float, *, band: tuple[float, float], seed: int, channels: int = 2) -> Samples:
    """Make a loop whose power falls as frequency to the `slope`, within a band in hertz; RMS 1.

    Slope 0 is white, -1 pink, -2 brown. The inverse transform is periodic by itself, so nothing has to be cross-faded.
    """
    low, high = band
    count = frames(lasts)
    frequency = np.fft.rfftfreq(count, 1 / RATE)
    magnitude = np.zeros_like(frequency)
    magnitude[1:] = frequency[1:] ** (slope / 2)
    # Below 30 Hz there is nothing to hear, yet most of the energy of brown noise.
    magnitude[1:] /= np.sqrt(1 + (low / frequency[1:]) ** 8) * np.sqrt(1 + (frequency[1:] / high) ** 8)
    random = np.random.default_rng(seed)
    loops = [
        np.fft.irfft(magnitude * np.exp(2j * np.pi * random.random(len(frequency))), count) for _ in range(channels)
    ]
    loop = np.stack(loops, axis=1)
    return np.asarray(loop / np.sqrt(np.square(loop).mean()))


def laid_round(loop: Samples, grain: Samples, at: int, pan: float) -> None:
    """Add a mono grain to a stereo loop, going on from its beginning where it ends; `pan` is 0 left, 1 right."""
    index = (at + np.arange(len(grain))) % len(loop)
    loop[index, 0] += grain * np.sqrt(1 - pan)
    loop[index, 1] += grain * np.sqrt(pan)
