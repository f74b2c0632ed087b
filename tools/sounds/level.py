"""The setting of a sound to a loudness, measured as it is for everything else that is heard."""

from __future__ import annotations

from array import array

import numpy as np

from relaxtimer.audio.clip import Clip
from relaxtimer.audio.levels import loudness
from tools.sounds.samples import Samples, decibels


def clip(sound: Samples) -> Clip:
    """Give samples as a clip."""
    samples = array("f")
    samples.frombytes(sound.astype(np.float32).tobytes())
    return Clip(samples, 1 if sound.ndim == 1 else sound.shape[1])


def levelled(sound: Samples, target: float) -> Samples:
    """Bring a sound to an integrated loudness in LUFS, as it is heard from both sides."""
    near = sound * decibels(target - loudness(clip(sound)))
    # How much of a fading sound passes the absolute gate depends on its level: measured where it will be.
    return near * decibels(target - loudness(clip(near)))
