"""What a listener would notice, in numbers: how a sound starts, where it lies, how like another it is."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.files import read_clip
from relaxtimer.sound.profiles import sound_file

Samples = NDArray[np.float64]

_FRAME = RATE // 20
_BANDS = 100 * 2 ** (np.arange(26) / 4)


def samples_of(clip: Clip) -> Samples:
    """Give the samples of a clip, shape (n,) where mono, (n, 2) where stereo."""
    samples = np.frombuffer(clip.samples, np.float32).astype(np.float64)
    return samples if clip.channels == 1 else samples.reshape(-1, clip.channels)


def bundled_samples(name: str) -> Samples:
    """Give the samples of one of relaxtimer's own sounds."""
    return samples_of(bundled_clip(name))


def bundled_clip(name: str) -> Clip:
    """Give one of relaxtimer's own sounds."""
    return read_clip(sound_file(name), channels=2 if name.startswith("ambience-") else 1)


def level(samples: Samples) -> float:
    """Give the root mean square in dB of full scale."""
    return float(10 * np.log10(np.square(samples).mean() + 1e-20))


def envelope(samples: Samples, seconds: float = 0.02) -> Samples:
    """Give the root mean square of the time before each sample."""
    window = round(seconds * RATE)
    total = np.concatenate([np.zeros(window), np.cumsum(np.square(samples))])
    return np.asarray(np.sqrt(np.maximum(total[window:] - total[:-window], 0) / window))


def pitch(samples: Samples) -> float:
    """Give the centre of the spectrum in hertz."""
    power = np.square(np.abs(np.fft.rfft(samples * np.hanning(len(samples)))))
    return float((power * _frequencies(len(samples))).sum() / power.sum())


def share(samples: Samples, low: float, high: float) -> float:
    """Give how much of the energy lies between two frequencies."""
    power = np.square(np.abs(np.fft.rfft(samples)))
    frequency = _frequencies(len(samples))
    return float(power[(frequency >= low) & (frequency <= high)].sum() / power.sum())


def click(samples: Samples, at: int) -> float:
    """Give how much of what sounds around a sample lies above 12 kHz, in dB: only clicks have anything there.

    Before and after the sound is silence.
    """
    around = RATE // 20
    padded = np.concatenate([np.zeros(around), samples, np.zeros(around)])
    window = padded[at : at + 2 * around] * np.hanning(2 * around)
    return float(10 * np.log10(share(window, 12_000, RATE / 2) + 1e-20))


def likeness(one: Samples, other: Samples) -> float:
    """Give how like two sounds are, whatever their level: 1 for the same, by pitch and time over two seconds."""
    return float((_print(one) * _print(other)).sum())


def seam(loop: Samples) -> float:
    """Give how sharp the loudest bend of a stereo loop is where it comes round, against those anywhere else."""
    twice = np.concatenate([loop, loop])
    bends = np.abs(np.diff(twice, n=2, axis=0)).max(axis=1)
    window = RATE // 1000
    elsewhere = bends[: len(bends) // window * window].reshape(-1, window).max(axis=1)
    here = bends[len(loop) - window : len(loop) + window].max()
    return float(here / np.percentile(elsewhere, 99.9))


def throb(samples: Samples, slowest: float, fastest: float) -> float:
    """Give how much the level goes up and down at so many times a second, in dB; slow swelling is left out."""
    block = RATE // 80
    levels = 20 * np.log10(np.sqrt(np.square(samples[: len(samples) // block * block]).reshape(-1, block).mean(axis=1)))
    time = np.arange(len(levels))
    levels -= np.polyval(np.polyfit(time, levels, 3), time)
    window = np.hanning(len(levels))
    power = np.square(np.abs(np.fft.rfft(levels * window))) / (np.square(window).sum() * len(levels) / 2)
    rate = np.fft.rfftfreq(len(levels), 1 / 80)
    return float(np.sqrt(power[(rate >= slowest) & (rate <= fastest)].sum()))


def steadiness(samples: Samples, tone: float) -> float:
    """Give how far a tone goes on in one phase from beginning to end: 1 if it never jumps, near 0 if it always does."""
    carried = samples * np.exp(-2j * np.pi * tone * np.arange(len(samples)) / RATE)
    parts = carried[: len(carried) // _FRAME * _FRAME].reshape(-1, _FRAME).mean(axis=1)
    return float(np.abs(parts.sum()) / np.abs(parts).sum())


def _frequencies(count: int) -> Samples:
    return np.asarray(np.fft.rfftfreq(count, 1 / RATE))


def _print(samples: Samples) -> Samples:
    padded = np.zeros(2 * RATE)
    heard = samples[: 2 * RATE]
    padded[: len(heard)] = heard
    power = np.square(np.abs(np.fft.rfft(padded.reshape(-1, _FRAME) * np.hanning(_FRAME), 8192)))
    edges = np.searchsorted(_frequencies(8192), _BANDS)
    loud = np.stack([power[:, low:high].sum(axis=1) for low, high in pairwise(edges)], axis=1)
    # As loudness grows with power: far less than in step.
    felt = loud**0.25
    return np.asarray(felt / np.linalg.norm(felt))
