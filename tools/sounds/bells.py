"""The bells profile: nothing but bells. The clear profile has the larger ones of them too."""

from __future__ import annotations

from tools.sounds.bell import bell, damped_bell
from tools.sounds.recipe import BELL, BREATH, MARK, TONE, Recipe
from tools.sounds.samples import joined

BELLS = {
    "bells-lead-in": Recipe(lambda: damped_bell(448), MARK, "a bell, damped, 448 Hz"),
    "bells-step": Recipe(lambda: bell(512, 3.0), BELL, "a bell, 512 Hz"),
    "bells-begin": Recipe(lambda: bell(768, 1.7, seed=21), BELL - 1, "a smaller bell, 768 Hz"),
    "bells-part": Recipe(
        lambda: joined((0, damped_bell(864, seed=22)), (0.1, bell(1152, 0.8, seed=48)), lasts=0.8),
        TONE,
        "a quick rise of two very small bells, 864 and 1152 Hz",
    ),
    "bells-half": Recipe(
        lambda: joined((0, bell(960, 0.8, seed=23)), (0.26, bell(960, 0.8, seed=24)), lasts=1.05),
        TONE,
        "two equal strokes of a small bell, 960 Hz",
    ),
    "bells-ending": Recipe(lambda: damped_bell(1152, seed=25), MARK, "a small bell, damped, 1152 Hz"),
    "bells-switch": Recipe(
        lambda: joined((0, bell(640, 1.4, seed=26)), (0.42, bell(960, 1.2, seed=27)), lasts=1.6),
        TONE,
        "two bells, rising a fifth, 640 and 960 Hz",
    ),
    "bells-ready": Recipe(
        lambda: joined(
            (0, bell(512, 2, seed=28)), (0.2, bell(640, 1.8, seed=29)), (0.4, bell(768, 1.6, seed=30)), lasts=1.6
        ),
        TONE,
        "three bells upwards, 512, 640, 768 Hz",
    ),
    "bells-rest": Recipe(
        lambda: joined((0, bell(768, 2.0, seed=31)), (0.7, bell(512, 1.9, seed=32)), lasts=1.8),
        TONE,
        "two slow bells, falling a fifth, 768 and 512 Hz",
    ),
    "bells-end": Recipe(
        lambda: joined(
            (0, bell(512, 4.4, seed=33)), (0.9, bell(640, 3.3, seed=34)), (1.8, bell(768, 2.2, seed=35)), lasts=3.7
        ),
        BELL,
        "three bells, one after the other, 512, 640, 768 Hz: a chord",
    ),
    "bells-breath-in": Recipe(
        lambda: joined((0, bell(576, 0.8, seed=36)), (0.2, bell(864, 0.8, seed=37)), lasts=0.8),
        BREATH,
        "two quick faint bells, rising a fifth, 576 and 864 Hz",
    ),
    "bells-breath-hold": Recipe(lambda: bell(864, 0.7, seed=38), BREATH, "a faint bell, 864 Hz"),
    "bells-breath-out": Recipe(
        lambda: joined((0, bell(864, 0.8, seed=39)), (0.2, bell(576, 0.8, seed=40)), lasts=0.8),
        BREATH,
        "two quick faint bells, falling a fifth, 864 and 576 Hz",
    ),
    "bells-breath-rest": Recipe(lambda: bell(576, 0.7, seed=41), BREATH, "a faint bell, 576 Hz"),
    "bells-tempo-up": Recipe(
        lambda: joined((0, damped_bell(640, seed=42)), (0.13, damped_bell(960, seed=43)), lasts=0.55),
        BREATH,
        "two quick damped bells, rising a fifth, 640 and 960 Hz",
    ),
    "bells-tempo-hold": Recipe(lambda: damped_bell(960, 0.4, seed=44), BREATH, "a faint bell, damped, 960 Hz"),
    "bells-tempo-down": Recipe(
        lambda: joined((0, damped_bell(960, seed=45)), (0.13, damped_bell(640, seed=46)), lasts=0.55),
        BREATH,
        "two quick damped bells, falling a fifth, 960 and 640 Hz",
    ),
    "bells-tempo-rest": Recipe(lambda: damped_bell(640, 0.4, seed=47), BREATH, "a faint bell, damped, 640 Hz"),
}
