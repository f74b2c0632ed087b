"""Rain on leaves: a hiss without edges, and single drops near by."""

from __future__ import annotations

import numpy as np

from tools.sounds.noise import laid_round, noise_loop
from tools.sounds.samples import RATE, Samples, decay, eased, frames

_DROPS_A_SECOND = 60


def rain(lasts: float, seed: int = 3) -> Samples:
    """Let it rain, as a stereo loop."""
    loop = noise_loop(-1.0, lasts, band=(250, 7000), seed=seed)
    random = np.random.default_rng(seed)
    for _ in range(round(_DROPS_A_SECOND * lasts)):
        pitch, length, level, pan, at = random.random(5)
        loud = 5 * level**4
        laid_round(loop, loud * _drop(900 * 4**pitch, 0.012 + 0.02 * length), int(at * frames(lasts)), pan)
    return loop


def _drop(pitch: float, lasts: float) -> Samples:
    time = np.arange(frames(lasts)) / RATE
    return eased(np.sin(2 * np.pi * pitch * time * (1 + 3 * time)) * decay(time, 1.4 * lasts), 0.002, lasts / 4)
