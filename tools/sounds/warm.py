"""A warm round tone, like a low flute, that swells instead of being struck."""

from __future__ import annotations

from tools.sounds.modes import Mode, struck
from tools.sounds.samples import Samples


def warm(pitch: float, lasts: float, *, attack: float = 0.05, t60: float = 2.6, seed: int = 6) -> Samples:
    """Sound a tone of that pitch."""
    modes = (Mode(1, 0, t60, 0.5), Mode(2, -14, t60 * 0.7, 0.9), Mode(3, -24, t60 * 0.5, 1.3))
    return struck(pitch, modes, lasts=lasts, attack=attack, seed=seed)
