"""The signs of what is felt at a place: told apart by their shape, on any colour.

Press is a ring with a dot, work a disc, a stretch a double arrow along the body, warmth three waves, and a place that
is let go a hollow diamond.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import atan2, degrees, hypot

from relaxtimer.figure.canvas import Canvas
from relaxtimer.figure.cuts import Disc, Polygon
from relaxtimer.figure.figure import Feeling
from relaxtimer.figure.raster import Painted
from relaxtimer.figure.solids import Material
from relaxtimer.figure.stamps import Lie, Pattern, edged, runs, stamp

# How far a sign reaches, in centimetres.
_RADIUS = 5.6
# So many rows of pixels a sign would have: with fewer than the first of each, that pattern is taken.
_HIGH = 17.0
_PATTERNS = ((6.1, 3), (8.6, 5), (11.0, 7))
# Pixels no larger than this, in centimetres, leave room for an edge around the sign.
_FINE = 3.4
# Parts of the radius: where the edge around a sign begins, and the rings within it.
_WITHIN, _HOLE, _DOT = 0.82, 0.56, 0.26
# The waves of warmth: how far apart, how high, how far they swing and how thick.
_APART, _SWING, _THICK = 0.62, 0.16, 0.15
_EIGHTH = 22.5
# The edge around a sign: so many pixels where they are small, and such a part of the radius where it is a shape.
_WIDEST = 2
_EDGE = 0.3
_MATERIALS = {"#": Material.SIGN, "o": Material.SIGN_EDGE}
_OWNER = 7


def sign(drawn: Canvas, feeling: Feeling, at: tuple[float, float], along: tuple[float, float], scale: float) -> None:
    """Paint the sign of a feeling; `along` is how the body goes on there, `scale` pixels in a centimetre."""
    along = _direction(along)
    if drawn.tall is not None:
        high = _HIGH * scale / drawn.tall
        for most, rows in _PATTERNS:
            if high < most:
                edge = min(int(scale * _FINE), _WIDEST if drawn.tall == 1 else 1)
                down = min(int(scale * _FINE / drawn.tall), edge)
                _stamp(drawn, at, _pattern(feeling, rows, _lie(along, rows), drawn.tall > 1, (edge, down)), drawn.tall)
                return
    _shape(drawn, feeling, at, along, _RADIUS * scale)


def _direction(along: tuple[float, float]) -> tuple[float, float]:
    """Give a direction of length 1; level where it goes towards the one who looks."""
    long = hypot(*along)
    return (along[0] / long, along[1] / long) if long > 1 else (1.0, 0.0)


def _lie(along: tuple[float, float], rows: int) -> Lie:
    """Give how an arrow lies; one of three rows cannot be oblique."""
    if rows == _PATTERNS[0][1]:
        return Lie.ACROSS if abs(along[0]) >= abs(along[1]) else Lie.UPRIGHT
    angle = degrees(atan2(-along[1], along[0])) % 180
    for end, lie in ((1, Lie.ACROSS), (3, Lie.RISING), (5, Lie.UPRIGHT), (7, Lie.FALLING)):
        if angle < end * _EIGHTH:
            return lie
    return Lie.ACROSS


@lru_cache(256)
def _pattern(feeling: Feeling, rows: int, lie: Lie, tall: bool, edge: tuple[int, int]) -> Pattern:  # noqa: FBT001 - a key
    return edged(stamp(feeling, rows, lie, tall=tall), *edge)


def _stamp(drawn: Canvas, at: tuple[float, float], pattern: Pattern, tall: float) -> None:
    """Paint a pattern in whole pixels, its middle where the sign is."""
    left = round(at[0] - len(pattern[0]) / 2)
    top = round(at[1] / tall - len(pattern) / 2)
    for y, line in enumerate(pattern, top):
        for start, end, dot in runs(line):
            x0, x1, y0, y1 = left + start, left + end, y * tall, (y + 1) * tall
            corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
            drawn.paint(Painted(Polygon(corners), _MATERIALS[dot], _OWNER))


def _shape(drawn: Canvas, feeling: Feeling, at: tuple[float, float], along: tuple[float, float], radius: float) -> None:
    match feeling:
        case Feeling.PRESS:
            for share, material in (
                (1.0, Material.SIGN_EDGE),
                (_WITHIN, Material.SIGN),
                (_HOLE, Material.SIGN_EDGE),
                (_DOT, Material.SIGN),
            ):
                _stick(drawn, at, at, radius * share, material)
        case Feeling.WORK:
            _stick(drawn, at, at, radius, Material.SIGN_EDGE)
            _stick(drawn, at, at, radius * _WITHIN, Material.SIGN)
        case Feeling.STRETCH:
            _arrow(drawn, at, along, radius)
        case Feeling.WARM:
            _waves(drawn, at, radius)
        case Feeling.EASE:
            _diamond(drawn, at, radius)
        case Feeling.AIR:
            pass  # it has no sign on the skin: see `air`


def _arrow(drawn: Canvas, at: tuple[float, float], along: tuple[float, float], radius: float) -> None:
    (x, y), (ux, uy) = at, along
    reach = radius * 1.5
    ends = [(x + ux * reach * side, y + uy * reach * side) for side in (-1, 1)]
    lines = [(ends[0], ends[1])]
    for side, (ex, ey) in zip((-1, 1), ends, strict=True):
        for turn in (-1, 1):
            back = ex - side * ux * 0.7 * radius - turn * uy * 0.75 * radius
            lines.append(((ex, ey), (back, ey - side * uy * 0.7 * radius + turn * ux * 0.75 * radius)))
    for material, thick in ((Material.SIGN_EDGE, radius * (0.26 + _EDGE) + 0.5), (Material.SIGN, radius * 0.26)):
        for start, end in lines:
            _stick(drawn, start, end, thick, material)


def _diamond(drawn: Canvas, at: tuple[float, float], radius: float) -> None:
    x, y = at
    corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    sides = list(pairwise([*corners, corners[0]]))
    for material, thick in ((Material.SIGN_EDGE, radius * (0.2 + _EDGE)), (Material.SIGN, radius * 0.2)):
        for start, end in sides:
            _stick(drawn, start, end, thick, material)


def _waves(drawn: Canvas, at: tuple[float, float], radius: float) -> None:
    x, y = at
    _stick(drawn, at, at, radius * 1.25, Material.SIGN_EDGE)
    for wave in (-1, 0, 1):
        points = [
            (x + radius * (wave * _APART + (_SWING if turn % 2 else -_SWING)), y + radius * (turn - 1.5) * 0.45)
            for turn in range(4)
        ]
        for start, end in pairwise(points):
            _stick(drawn, start, end, radius * _THICK, Material.SIGN)


def _stick(
    drawn: Canvas, start: tuple[float, float], end: tuple[float, float], radius: float, material: Material
) -> None:
    drawn.paint(Painted(Disc(start[0], start[1], radius, end[0], end[1], radius), material, _OWNER))
