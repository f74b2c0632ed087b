"""What stands on the stage while nothing is paced: the shape of the phase, within a ring of the time that is left."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from math import atan2, hypot, pi

from rich.segment import Segment
from textual.strip import Strip

from relaxtimer.tui.colours import LEVELS, RGB, Depth, Ink, of_rgb, rgb, shade, style
from relaxtimer.tui.pixels import Grid, placed
from relaxtimer.tui.shapes import Shape, picture

_THICK = 0.075
_SHAPE = 0.42
_WHOLE = 100

Row = list[tuple[Ink, int]]


@lru_cache(8)
def dial(width: int, height: int, shape: Shape, ink: Ink, done: int, depth: Depth) -> tuple[Strip, ...]:
    """Draw the dial into so many cells; `done` is the share of the time that has passed, in hundredths."""
    rows = _pixels(width, 2 * height, shape, ink, done)
    return tuple(_strip(rows[2 * y], rows[2 * y + 1], depth) for y in range(height))


def _pixels(width: int, height: int, shape: Shape, ink: Ink, done: int) -> list[Row]:
    """Give ink and level for every pixel."""
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
                past = _turn(x + 0.5 - width / 2, y + 0.5 - height / 2) * _WHOLE < done
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
    return tuple(
        bytes(
            round(min(max(thick / 2 + 0.5 - abs(hypot(x + 0.5 - width / 2, y + 0.5 - height / 2) - radius), 0), 1) * LEVELS)
            for x in range(width)
        )
        for y in range(height)
    )


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
