"""What stands on the stage while nothing is paced: the shape of the phase, within a ring of the time that is left."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from math import atan2, hypot, pi
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from relaxtimer.tui.colours import LEVELS, RGB, Depth, Ink, of_rgb, rgb, shade, style
from relaxtimer.tui.pixels import Grid, placed, raster
from relaxtimer.tui.shapes import Shape, picture

_THICK = 0.075
_SHAPE = 0.42
_WHOLE = 100

Row = list[tuple[Ink, int]]


class Dial(NamedTuple):
    """A dial in so many cells; `done` is the share of the time that has passed, in hundredths."""

    width: int
    height: int
    shape: Shape
    ink: Ink
    done: int
    depth: Depth


@lru_cache(8)
def drawn(dial: Dial) -> tuple[Strip, ...]:
    """Draw a dial, row by row."""
    rows = _pixels(dial)
    return tuple(_strip(rows[2 * y], rows[2 * y + 1], dial.depth) for y in range(dial.height))


def _pixels(dial: Dial) -> list[Row]:
    """Give ink and level for every pixel."""
    width, height, shape, ink = dial.width, 2 * dial.height, dial.shape, dial.ink
    size = min(width, height)
    thick = max(size * _THICK, 1.2)
    radius = size / 2 - thick / 2 - 0.5
    middle = _shape(shape, width, height, max(round(size * _SHAPE) // 2 * 2, 4))
    ring = _ring(width, height, radius, thick)
    rows: list[Row] = []
    for y in range(height):
        row: Row = []
        for x in range(width):
            if middle[y][x]:
                row.append((ink, middle[y][x]))
            elif ring[y][x]:
                past = _turn(x + 0.5 - width / 2, y + 0.5 - height / 2) * _WHOLE < dial.done
                row.append((Ink.TRACK if past else ink, ring[y][x]))
            else:
                row.append((Ink.PAPER, 0))
        rows.append(row)
    return rows


@lru_cache(32)
def _shape(shape: Shape, width: int, height: int, size: int) -> Grid:
    return placed(picture(shape, size), width, height)


@lru_cache(8)
def _ring(width: int, height: int, radius: float, thick: float) -> Grid:
    return raster(width, height, lambda x, y: abs(hypot(x - width / 2, y - height / 2) - radius) - thick / 2)


def _turn(x: float, y: float) -> float:
    """Give the angle from the top, clockwise, as a share of the whole turn."""
    return (atan2(x, -y) / (2 * pi)) % 1.0


def _strip(upper: Row, lower: Row, depth: Depth) -> Strip:
    runs = groupby(zip(upper, lower, strict=True))
    return Strip([_segment(top, bottom, len(list(run)), depth) for (top, bottom), run in runs], len(upper))


def _segment(top: tuple[Ink, int], bottom: tuple[Ink, int], count: int, depth: Depth) -> Segment:
    if depth.smooth:
        return Segment("▀" * count, of_rgb(_colour(top), _colour(bottom)))
    above, below = (level * 2 >= LEVELS and ink is not Ink.TRACK for ink, level in (top, bottom))
    block = "█" if above and below else "▀" if above else "▄" if below else " "
    return Segment(block * count, style(depth, top[0] if above else bottom[0] if below else Ink.TEXT))


def _colour(pixel: tuple[Ink, int]) -> RGB:
    ink, level = pixel
    return shade(ink, level) if level else rgb(Ink.PAPER)
