"""What a sound file is: how to make it, how loud it is, and how that is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tools.sounds.samples import Samples

# Bells and marks lie under speech (-20 LUFS), breath under bells, ambience under all.
BELL, TONE, MARK, BREATH, BED = -24.0, -26.0, -32.0, -34.0, -38.0


class Recipe(NamedTuple):
    """One sound: the synthesis, the loudness in LUFS that it is brought to, and how it is made, in words."""

    make: Callable[[], Samples]
    loudness: float
    words: str
