"""The soft profile: bowls, wood and round tones, warm, yet not so low that a small loudspeaker has none of them."""

from __future__ import annotations

from tools.sounds.bowl import bowl
from tools.sounds.recipe import BELL, BREATH, MARK, TONE, Recipe
from tools.sounds.samples import joined
from tools.sounds.warm import warm
from tools.sounds.wood import note, tock

SOFT = {
    "soft-lead-in": Recipe(lambda: tock(384, 0.24), MARK, "a low wooden tock, 384 Hz"),
    "soft-step": Recipe(lambda: bowl(256, 5.5), BELL, "a singing bowl, 256 Hz"),
    "soft-begin": Recipe(lambda: bowl(512, 2.4, seed=11), BELL - 1, "a small bowl an octave higher, 512 Hz"),
    "soft-part": Recipe(lambda: note(320, 1.0), TONE, "one note of a wooden bar, 320 Hz"),
    "soft-half": Recipe(
        lambda: joined((0, note(640, 0.9)), (0.28, note(640, 0.9, seed=12)), lasts=1.15),
        TONE - 2,
        "two equal notes of a wooden bar, 640 Hz",
    ),
    "soft-ending": Recipe(lambda: tock(640), MARK, "a wooden tock, 640 Hz; three of them mark the last seconds"),
    "soft-switch": Recipe(
        lambda: joined((0, warm(384, 1.2, t60=1.6)), (0.42, warm(576, 1.3, seed=13)), lasts=1.7),
        TONE,
        "two round tones, rising a fifth, 384 and 576 Hz",
    ),
    "soft-ready": Recipe(
        lambda: joined(
            (0, warm(320, 1.8)), (0.22, warm(384, 1.6, seed=14)), (0.44, warm(480, 1.4, seed=15)), lasts=1.7
        ),
        TONE,
        "a chord of round tones that opens upwards, 320, 384, 480 Hz",
    ),
    "soft-rest": Recipe(
        lambda: joined((0, warm(432, 1.6, attack=0.08)), (0.6, warm(288, 1.7, attack=0.1, seed=16)), lasts=2.0),
        TONE,
        "two slow round tones, falling a fifth, 432 and 288 Hz",
    ),
    "soft-end": Recipe(
        lambda: joined((0, bowl(256, 6)), (0.9, bowl(320, 5.1, seed=17)), (1.8, bowl(384, 4.2, seed=18)), lasts=5.8),
        BELL,
        "three bowls, one after the other, 256, 320, 384 Hz: a chord",
    ),
    "soft-breath-hold": Recipe(
        lambda: warm(512, 0.8, attack=0.16, t60=1.4), BREATH, "a short round tone that swells, 512 Hz"
    ),
    "soft-breath-rest": Recipe(
        lambda: warm(384, 0.8, attack=0.16, t60=1.4), BREATH, "a short round tone that swells, 384 Hz"
    ),
    "soft-tempo-hold": Recipe(lambda: note(800, 0.4, seed=19), BREATH, "a short note of a wooden bar, 800 Hz"),
    "soft-tempo-rest": Recipe(lambda: note(400, 0.4, seed=20), BREATH, "a short note of a wooden bar, 400 Hz"),
}
