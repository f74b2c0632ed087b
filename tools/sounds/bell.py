"""A small hand bell: more present than a bowl, without the clang."""

from __future__ import annotations

from tools.sounds.modes import Mode, struck
from tools.sounds.samples import Samples

_MODES = (
    Mode(1.0, 0, 4.5, 0.5),
    Mode(2.0, -13, 2.4, 0.8),
    Mode(2.76, -15, 1.6, 1.2),
    Mode(5.4, -30, 0.7, 2.0),
)
# A hand laid on the bell: it is short, and quite another event.
_DAMPED = tuple(Mode(mode.ratio, mode.level, mode.t60 / 7, mode.split) for mode in _MODES)
_ATTACK = 0.010


def bell(pitch: float, lasts: float, seed: int = 2) -> Samples:
    """Ring a bell of that pitch."""
    return struck(pitch, _MODES, lasts=lasts, attack=_ATTACK, seed=seed)


def damped_bell(pitch: float, lasts: float = 0.4, seed: int = 3) -> Samples:
    """Ring a bell that is held at once."""
    return struck(pitch, _DAMPED, lasts=lasts, attack=_ATTACK, seed=seed)
