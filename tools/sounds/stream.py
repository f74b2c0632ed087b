"""A small stream over stones. It has no rhythm of its own that breathing could fall in with, as waves have.

Running water sounds by its air bubbles: each rings at the pitch of its radius (Minnaert: 3 Hz m / radius), is damped by
0.13 / radius + 0.0072 radius^-1.5 a second, and rises in pitch as it nears the surface (van den Doel, 2005).
"""

from __future__ import annotations

import numpy as np

from tools.sounds.noise import laid_round, noise_loop
from tools.sounds.samples import Samples, eased, frames, times

_BUBBLES_A_SECOND = 110
_SMALLEST, _LARGEST = 0.0018, 0.0085  # radius in metres: 1670 to 350 Hz
_RISE = 0.06
_DEPTH, _SPRAY = 0.16, 0.02


def stream(lasts: float, seed: int = 7) -> Samples:
    """Let a stream run, as a stereo loop."""
    loop = _DEPTH * noise_loop(-1.6, lasts, band=(180, 2500), seed=seed)
    loop += _SPRAY * noise_loop(-1.0, lasts, band=(1200, 9000), seed=seed + 1)
    random = np.random.default_rng(seed)
    for _ in range(round(_BUBBLES_A_SECOND * lasts)):
        size, level, depth, pan, at = random.random(5)
        radius = _SMALLEST * (_LARGEST / _SMALLEST) ** size
        # Many faint bubbles, few loud ones, and none of them right at one ear.
        laid_round(loop, level**4 * _bubble(radius, depth), int(at * frames(lasts)), 0.15 + 0.7 * pan)
    return loop


def _bubble(radius: float, depth: float) -> Samples:
    damping = 0.13 / radius + 0.0072 * radius**-1.5
    time = times(min(0.25, 6 / damping))
    rise = _RISE * damping * depth
    phase = 2 * np.pi * 3 / radius * time * (1 + rise * time / 2)
    return eased(np.sin(phase) * np.exp(-damping * time), 0.003, time[-1] / 4)
