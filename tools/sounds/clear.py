"""What the clear profile has beside bells: marks and pacing in the range that older ears keep best, 500 to 2000 Hz."""

from __future__ import annotations

from tools.sounds.recipe import BREATH, MARK, Recipe
from tools.sounds.warm import warm
from tools.sounds.wood import note, tock

# The marks are brought up a little; the pacing is brought up by its place in the spectrum alone.
_MARK, _PACING = MARK + 2, BREATH + 2

CLEAR = {
    "clear-lead-in": Recipe(lambda: tock(640, 0.24, seed=51), _MARK, "a wooden tock, 640 Hz"),
    "clear-ending": Recipe(lambda: tock(1024, 0.22, seed=52), _MARK, "a high wooden tock, 1024 Hz"),
    "clear-breath-hold": Recipe(
        lambda: warm(1280, 0.8, attack=0.16, t60=1.4, seed=53), _PACING, "a short round tone that swells, 1280 Hz"
    ),
    "clear-breath-rest": Recipe(
        lambda: warm(640, 0.8, attack=0.16, t60=1.4, seed=54), _PACING, "a short round tone that swells, 640 Hz"
    ),
    "clear-tempo-hold": Recipe(lambda: note(960, 0.4, seed=55), _PACING, "a short note of a wooden bar, 960 Hz"),
    "clear-tempo-rest": Recipe(lambda: note(640, 0.4, seed=56), _PACING, "a short note of a wooden bar, 640 Hz"),
}
