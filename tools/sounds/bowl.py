"""A singing bowl, struck with a felt mallet."""

from __future__ import annotations

from math import sqrt

from tools.sounds.modes import Mode, struck
from tools.sounds.samples import Samples

# The bending modes of a hemispherical bowl lie near 1, 2.7, 5, 8 times the lowest.
_MODES = (
    Mode(1.0, 0, 8.0, 0.7),
    Mode(2.71, -8, 3.6, 1.3),
    Mode(5.05, -20, 1.8, 2.1),
    Mode(7.95, -32, 0.9, 3.4),
)
# Twice the shortest attack that anything here has: felt, not wood.
_ATTACK = 0.016
# The bowl that the modes are those of; a smaller one rings shorter.
_PITCH = 256.0


def bowl(pitch: float, lasts: float, seed: int = 1) -> Samples:
    """Strike a bowl of that pitch."""
    modes = [Mode(mode.ratio, mode.level, mode.t60 * sqrt(_PITCH / pitch), mode.split) for mode in _MODES]
    return struck(pitch, modes, lasts=lasts, attack=_ATTACK, seed=seed)
