"""The ambiences: loops that one may leave on for an hour."""

from __future__ import annotations

from tools.sounds.noise import noise_loop
from tools.sounds.rain import rain
from tools.sounds.recipe import BED, Recipe
from tools.sounds.stream import stream

# Long enough that nobody learns it by heart, short enough to be read in an instant.
LASTS = 24.0
_AUDIBLE = (30, 16_000)

AMBIENCE = {
    "ambience-brown": Recipe(lambda: noise_loop(-2, LASTS, band=_AUDIBLE, seed=0), BED, "noise, 6 dB less each octave"),
    "ambience-pink": Recipe(lambda: noise_loop(-1, LASTS, band=_AUDIBLE, seed=1), BED, "noise, 3 dB less each octave"),
    "ambience-rain": Recipe(lambda: rain(LASTS), BED, "noise from 250 to 7000 Hz, and 60 drops a second"),
    "ambience-stream": Recipe(
        lambda: stream(LASTS), BED, "110 air bubbles a second, each ringing, over low noise and a little spray"
    ),
}
