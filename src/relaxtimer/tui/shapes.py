"""The shape of each thing a session does, so that it is known without colour and without reading."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from math import hypot, pi, sin

from relaxtimer.core.body import Kind
from relaxtimer.tui.pixels import Grid, raster

Distance = Callable[[float, float], float]


class Shape(StrEnum):
    """A shape, by its name; `mark` is the same in one character."""

    PREPARE = "ring"
    WORK = "disc"
    SWITCH = "two arrows"
    REST = "waves"
    PAUSED = "two bars"
    LEAD_IN = "chevrons"
    WAITING = "triangle"
    HURTING = "square"
    FINISHED = "tick"
    LEFT = "arrow left"
    RIGHT = "arrow right"

    @property
    def mark(self) -> str:
        """The shape in one character."""
        return _MARKS[self]


_MARKS = {
    Shape.PREPARE: "○",
    Shape.WORK: "●",
    Shape.SWITCH: "⇄",
    Shape.REST: "≈",
    Shape.PAUSED: "‖",
    Shape.LEAD_IN: "»",
    Shape.WAITING: "▷",
    Shape.HURTING: "■",
    Shape.FINISHED: "✓",
    Shape.LEFT: "◀",
    Shape.RIGHT: "▶",
}

# The kinds of steps, told apart in one character.
KIND_MARKS = {
    Kind.SELF_MASSAGE: "◎",
    Kind.STRETCH: "◇",
    Kind.MOBILITY: "↔",
    Kind.STABILISATION: "△",
    Kind.BREATHING: "~",
    Kind.RELAXATION: "◦",
}


@lru_cache(64)
def picture(shape: Shape, size: int) -> Grid:
    """Draw a shape into a square of pixels."""
    distance = _DISTANCES[shape]
    unit = size / 2

    def scaled(x: float, y: float) -> float:
        return distance(x / unit - 1, y / unit - 1) * unit

    return raster(size, size, scaled)


# Distances in a square from -1 to 1, y downwards.


def _line(start: tuple[float, float], end: tuple[float, float], half: float) -> Distance:
    """Describe a round stroke."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = along_x**2 + along_y**2

    def distance(x: float, y: float) -> float:
        share = min(max(((x - start[0]) * along_x + (y - start[1]) * along_y) / length, 0.0), 1.0)
        return hypot(x - start[0] - share * along_x, y - start[1] - share * along_y) - half

    return distance


def _any(*parts: Distance) -> Distance:
    return lambda x, y: min(part(x, y) for part in parts)


def _triangle(x: float, y: float) -> float:
    """Point to the right: 1.6 high, 1.4 wide."""
    return max(-0.6 - x, (abs(y) * 1.4 + (x + 0.6) * 0.8 - 1.12) / hypot(1.4, 0.8))


def _arrow(x: float, y: float) -> float:
    """Point to the right, with a tail."""
    head = max(0.05 - x, (abs(y) * 0.85 + (x - 0.05) * 0.85 - 0.72) / hypot(0.85, 0.85))
    tail = max(abs(y) - 0.3, -0.9 - x, x - 0.1)
    return min(head, tail)


def _small_arrow(x: float, y: float) -> float:
    head = max(0.3 - x, (abs(y) * 0.6 + (x - 0.3) * 0.4 - 0.24) / hypot(0.6, 0.4))
    return min(head, max(abs(y) - 0.11, -0.85 - x, x - 0.35))


def _waves(x: float, y: float) -> float:
    crest = 0.16 * sin(x * 1.5 * pi)
    nearest = min(abs(y + shift - crest) for shift in (-0.45, 0.0, 0.45))
    return max(nearest * 0.85 - 0.09, abs(x) - 0.85)


_DISTANCES: dict[Shape, Distance] = {
    Shape.PREPARE: lambda x, y: abs(hypot(x, y) - 0.7) - 0.11,
    Shape.WORK: lambda x, y: hypot(x, y) - 0.8,
    Shape.SWITCH: lambda x, y: min(_small_arrow(x, y + 0.42), _small_arrow(-x, y - 0.42)),
    Shape.REST: _waves,
    Shape.PAUSED: lambda x, y: max(abs(abs(x) - 0.4) - 0.2, abs(y) - 0.75),
    Shape.LEAD_IN: _any(
        _line((-0.6, -0.6), (0.0, 0.0), 0.12),
        _line((0.0, 0.0), (-0.6, 0.6), 0.12),
        _line((0.0, -0.6), (0.6, 0.0), 0.12),
        _line((0.6, 0.0), (0.0, 0.6), 0.12),
    ),
    Shape.WAITING: lambda x, y: abs(_triangle(x, y) + 0.1) - 0.1,
    Shape.HURTING: lambda x, y: max(abs(x), abs(y)) - 0.7,
    Shape.FINISHED: _any(_line((-0.6, 0.05), (-0.15, 0.5), 0.12), _line((-0.15, 0.5), (0.65, -0.5), 0.12)),
    Shape.LEFT: lambda x, y: _arrow(-x, y),
    Shape.RIGHT: _arrow,
}
