"""The glides that breath in and out and tempo up and down are cut from."""

from __future__ import annotations

from tools.sounds.glide import Glide, glide
from tools.sounds.recipe import BREATH, Recipe
from tools.sounds.samples import ROOT

_BREATH_SOFT = Glide(12, root=ROOT, tones=(256, 640), air=(380, 1200), share_of_air=0.55, swell=13, pulse=0, seed=71)
_BREATH_CLEAR = Glide(
    12, root=2 * ROOT, tones=(560, 1500), air=(700, 1900), share_of_air=0.5, swell=12, pulse=0, seed=72
)
# Tempo throbs and has next to no air: nobody takes it for a breath.
_TEMPO_SOFT = Glide(6, root=160, tones=(300, 680), air=(400, 800), share_of_air=0.04, swell=6, pulse=0.25, seed=73)
_TEMPO_CLEAR = Glide(6, root=320, tones=(600, 1400), air=(800, 1600), share_of_air=0.04, swell=6, pulse=0.25, seed=74)

GLIDES = {
    "soft-breath-glide": Recipe(
        lambda: glide(_BREATH_SOFT), BREATH, "air (380 to 1200 Hz) and the overtones of 128 Hz, rising"
    ),
    "clear-breath-glide": Recipe(
        lambda: glide(_BREATH_CLEAR), BREATH + 2, "air (700 to 1900 Hz) and the overtones of 256 Hz, rising"
    ),
    "soft-tempo-glide": Recipe(
        lambda: glide(_TEMPO_SOFT), BREATH, "the overtones of 160 Hz, rising, in four pulses a second"
    ),
    "clear-tempo-glide": Recipe(
        lambda: glide(_TEMPO_CLEAR), BREATH + 2, "the overtones of 320 Hz, rising, in four pulses a second"
    ),
}
