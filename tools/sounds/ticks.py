"""The ticks profile: short wooden tocks alone, told apart by how many, how high and which way."""

from __future__ import annotations

from tools.sounds.recipe import BREATH, MARK, Recipe
from tools.sounds.samples import Samples, joined
from tools.sounds.wood import tock

_LOW, _MIDDLE, _HIGH = 384.0, 576.0, 864.0
_PACING = BREATH - 1


def _tocks(*pitches: float, apart: float = 0.16) -> Samples:
    strokes = [(number * apart, tock(pitch, 0.16, seed=60 + number)) for number, pitch in enumerate(pitches)]
    return joined(*strokes, lasts=strokes[-1][0] + 0.16)


TICKS = {
    "ticks-lead-in": Recipe(lambda: _tocks(_LOW), MARK, "a low tock"),
    "ticks-step": Recipe(lambda: _tocks(_LOW, _LOW, _MIDDLE), MARK, "two low tocks and a middle one"),
    "ticks-begin": Recipe(lambda: _tocks(_HIGH, _LOW), MARK, "a high and a low tock"),
    "ticks-part": Recipe(lambda: _tocks(_LOW, _HIGH), MARK, "a low and a high tock"),
    "ticks-half": Recipe(lambda: _tocks(_HIGH, _HIGH), MARK, "two high tocks"),
    "ticks-ending": Recipe(lambda: _tocks(_HIGH), MARK, "a high tock"),
    "ticks-switch": Recipe(
        lambda: _tocks(_LOW, _HIGH, _LOW, _HIGH, apart=0.2), MARK, "four tocks, low and high by turns"
    ),
    "ticks-ready": Recipe(lambda: _tocks(_LOW, _MIDDLE, _HIGH), MARK, "three tocks upwards"),
    "ticks-rest": Recipe(lambda: _tocks(_HIGH, _MIDDLE, _LOW, apart=0.24), MARK, "three tocks downwards"),
    "ticks-end": Recipe(lambda: _tocks(_LOW, _LOW, _LOW, apart=0.5), MARK, "three slow low tocks"),
    "ticks-breath-in": Recipe(lambda: _tocks(448, 560), _PACING, "two faint tocks upwards"),
    "ticks-breath-hold": Recipe(lambda: _tocks(560), _PACING, "a faint tock, 560 Hz"),
    "ticks-breath-out": Recipe(lambda: _tocks(560, 448), _PACING, "two faint tocks downwards"),
    "ticks-breath-rest": Recipe(lambda: _tocks(448), _PACING, "a faint tock, 448 Hz"),
    "ticks-tempo-up": Recipe(lambda: _tocks(672, 1008, apart=0.1), _PACING, "two quick faint tocks upwards"),
    "ticks-tempo-hold": Recipe(lambda: _tocks(1008), _PACING, "a faint tock, 1008 Hz"),
    "ticks-tempo-down": Recipe(lambda: _tocks(1008, 672, apart=0.1), _PACING, "two quick faint tocks downwards"),
    "ticks-tempo-rest": Recipe(lambda: _tocks(672), _PACING, "a faint tock, 672 Hz"),
}
