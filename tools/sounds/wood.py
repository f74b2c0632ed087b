"""A wooden bar: as a warm note, or as the short tock of a mark."""

from __future__ import annotations

from tools.sounds.modes import Mode, struck
from tools.sounds.samples import Samples

# The bar of a marimba is cut so that its second mode lies two octaves above the first.
_NOTE = (Mode(1.0, 0, 1.3, 0.3), Mode(4.0, -18, 0.35, 1.0), Mode(9.2, -34, 0.12, 2.0))
_TOCK = (Mode(1.0, 0, 0.22, 0.0), Mode(2.4, -16, 0.11, 0.0))
_NOTE_ATTACK = 0.012
# Nothing begins faster than this: 8 ms is where a start no longer reads as a click.
_TOCK_ATTACK = 0.009


def note(pitch: float, lasts: float = 1.4, seed: int = 4) -> Samples:
    """Play a bar with a soft mallet."""
    return struck(pitch, _NOTE, lasts=lasts, attack=_NOTE_ATTACK, seed=seed)


def tock(pitch: float, lasts: float = 0.2, seed: int = 5) -> Samples:
    """Tap a bar."""
    return struck(pitch, _TOCK, lasts=lasts, attack=_TOCK_ATTACK, seed=seed)
