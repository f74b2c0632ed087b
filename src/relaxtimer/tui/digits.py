"""Big digits, drawn as round strokes at any size.

Each digit is a few lines through points in a box 0.6 wide and 1 high; a pixel is inked as far as it lies within half a
stroke of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, pi, sin

from relaxtimer.tui import letters
from relaxtimer.tui.pixels import Grid, beside, covered, raster

Point = tuple[float, float]
Line = tuple[Point, Point]

# All as shares of the height. The middles of the strokes below stay clear of the edges by the inset.
_STROKE = 0.155
_WIDTH = 0.6
_SPACE = 0.1
_INSET = 0.085
_DOTS = (0.32, 0.7)
# From this height on the dots of a colon are a little thicker than strokes.
_LARGE = 16
# Below this height strokes run into each other: pixels set by hand are clearer.
_SMALLEST = 10
_SET_BY_HAND = """
    0   1   2   3   4   5   6   7   8   9   :
    ### ##. ### ### #.# ### ### ### ### ### .
    #.# .#. ..# ..# #.# #.. #.. ..# #.# #.# #
    #.# .#. ### .## ### ### ### ..# ### ### .
    #.# .#. #.. ..# ..# ..# #.# ..# #.# ..# #
    ### ### ### ### ..# ### ### ..# ### ### .
"""


def _arc(centre: Point, radius: Point, start: float, end: float, points: int = 9) -> tuple[Point, ...]:
    """Give points on an ellipse from one angle to another, in half turns, clockwise from the right."""
    angles = (pi * (start + (end - start) * step / (points - 1)) for step in range(points))
    return tuple((centre[0] + radius[0] * cos(angle), centre[1] + radius[1] * sin(angle)) for angle in angles)


_SIX = (
    (*_arc((0.44, 0.62), (0.35, 0.53), -0.48, -0.95, 6), (0.085, 0.68)),
    _arc((0.3, 0.69), (0.215, 0.225), 0, 2, 15),
)
_STROKES: dict[str, tuple[tuple[Point, ...], ...]] = {
    "0": (
        (
            *_arc((0.3, 0.31), (0.215, 0.225), -1, 0),
            *_arc((0.3, 0.69), (0.215, 0.225), 0, 1),
            (0.085, 0.31),
        ),
    ),
    "1": (((0.15, 0.24), (0.34, 0.085), (0.34, 0.915)),),
    "2": ((*_arc((0.295, 0.31), (0.215, 0.225), -1, 0.17, 11), (0.085, 0.915), (0.525, 0.915)),),
    "3": (
        _arc((0.285, 0.29), (0.2, 0.205), -0.93, 0.5, 12),
        _arc((0.285, 0.7), (0.225, 0.215), -0.5, 0.93, 12),
    ),
    "4": (((0.42, 0.915), (0.42, 0.085), (0.065, 0.68), (0.545, 0.68)),),
    "5": (
        (
            (0.495, 0.085),
            (0.135, 0.085),
            (0.11, 0.46),
            *_arc((0.285, 0.655), (0.225, 0.26), -0.7, 0.88, 13),
        ),
    ),
    "6": _SIX,
    "7": (((0.075, 0.085), (0.525, 0.085), (0.23, 0.915)),),
    "8": (_arc((0.3, 0.285), (0.205, 0.2), 0, 2, 15), _arc((0.3, 0.7), (0.215, 0.215), 0, 2, 15)),
    "9": tuple(tuple((0.6 - x, 1 - y) for x, y in stroke) for stroke in _SIX),
}


@lru_cache(256)
def digit(character: str, height: int) -> Grid:
    """Draw one digit, or a colon, so many pixels high."""
    thick = _thick(height)
    wide = _width(character, height)
    if character == ":":
        return raster(wide, height, _colon(wide, height))
    strokes = [[_on_grid(point, wide, height, thick) for point in stroke] for stroke in _STROKES[character]]
    lines = [pair for stroke in strokes for pair in pairwise(stroke)]
    return tuple(_row(y + 0.5, wide, _near(lines, y, thick), thick / 2) for y in range(height))


def _near(lines: list[Line], y: int, thick: int) -> list[Line]:
    """Give the lines that can ink a row of pixels."""
    reach = thick / 2 + 1
    return [
        line for line in lines if min(line[0][1], line[1][1]) - reach < y + 0.5 < max(line[0][1], line[1][1]) + reach
    ]


def _row(y: float, wide: int, lines: list[Line], half: float) -> bytes:
    return bytes(
        covered(min((_from_line((x + 0.5, y), *line) for line in lines), default=half + 1) - half) for x in range(wide)
    )


def _on_grid(point: Point, wide: int, height: int, thick: int) -> Point:
    """Put a point of a stroke among the pixels, so that the outermost strokes fill whole pixels and are sharp."""
    x = (point[0] - _INSET) / (_WIDTH - 2 * _INSET)
    y = (point[1] - _INSET) / (1 - 2 * _INSET)
    return thick / 2 + x * (wide - thick), thick / 2 + y * (height - thick)


def _colon(wide: int, height: int) -> Callable[[float, float], float]:
    """Give the distance from two squares with round corners that fill whole pixels."""
    size = _dot(height)
    half, corner = size / 2, size * 0.35
    middles = [round(height * place - half) + half for place in _DOTS]

    def distance(x: float, y: float) -> float:
        down = min(abs(y - middle) for middle in middles)
        out = (max(abs(x - wide / 2) - half + corner, 0.0), max(down - half + corner, 0.0))
        return hypot(*out) - corner

    return distance


@lru_cache(64)
def picture(text: str, across: int, down: int) -> Grid:
    """Draw digits and colons as large as fits into so many pixels; nothing where none are small enough."""
    height = down - down % 2
    while height >= _SMALLEST and _across(text, height) > across:
        height -= 2
    if height >= _SMALLEST:
        return beside((digit(character, height) for character in text), _gap(height))
    for font in (letters.font(), _small()):
        grid = beside((font[character] for character in text), 1)
        if len(grid) <= down and len(grid[0]) <= across:
            return grid
    return ()


@lru_cache(1)
def _small() -> dict[str, Grid]:
    return letters.read(_SET_BY_HAND)


def _across(text: str, height: int) -> int:
    return sum(_width(character, height) for character in text) + _gap(height) * (len(text) - 1)


def _width(character: str, height: int) -> int:
    return _dot(height) if character == ":" else max(round(_WIDTH * height), 2)


def _thick(height: int) -> int:
    return max(round(_STROKE * height), 1)


def _dot(height: int) -> int:
    return _thick(height) + (1 if height >= _LARGE else 0)


def _gap(height: int) -> int:
    return max(round(_SPACE * height), 1)


def _from_line(point: Point, start: Point, end: Point) -> float:
    """Give the distance of a point from a line between two points."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    from_x, from_y = point[0] - start[0], point[1] - start[1]
    length = along_x * along_x + along_y * along_y
    share = min(max((from_x * along_x + from_y * along_y) / length, 0.0), 1.0) if length else 0.0
    return hypot(from_x - share * along_x, from_y - share * along_y)
