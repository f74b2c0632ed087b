"""What stands on the stage while nothing is paced: the shape of the phase, within a ring of the time that is left."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import groupby
from math import atan2, hypot, pi
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from relaxtimer.tui.colours import LEVELS, Ink, Look, of_rgb, shade, style
from relaxtimer.tui.pixels import placed, raster
from relaxtimer.tui.shapes import Shape, picture

_THICK = 0.075
_SHAPE = 0.42
_WHOLE = 100

Inked = tuple[Ink, int]


# How much of a pixel is inked, and until how many hundredths of the time it is lit; 0 for ever.
Pixel = tuple[int, int]
Line = tuple[Pixel, ...]


class Dial(NamedTuple):
    """A dial in so many cells."""

    width: int
    height: int
    shape: Shape
    ink: Ink
    look: Look


class _Row(NamedTuple):
    """Two lines of pixels, and at which hundredths something changes in them."""

    upper: Line
    lower: Line
    changes: tuple[int, ...]


def rows(dial: Dial, done: int) -> tuple[Strip, ...]:
    """Draw a dial; `done` is the share of the time that has passed, in hundredths. What stays is the same strip."""
    drawn = []
    for y, row in enumerate(_rows(dial)):
        changed = bisect_right(row.changes, done)
        drawn.append(_strip(dial, y, row.changes[changed - 1] if changed else 0))
    return tuple(drawn)


@lru_cache(8)
def _rows(dial: Dial) -> tuple[_Row, ...]:
    lines = _pixels(dial)
    return tuple(
        _Row(upper, lower, tuple(sorted({until for _, until in upper + lower if until})))
        for upper, lower in zip(lines[::2], lines[1::2], strict=True)
    )


def _pixels(dial: Dial) -> list[Line]:
    """Give level and time for every pixel: of the shape, and of the ring around it."""
    width, height = dial.width, 2 * dial.height
    size = min(width, height)
    shape = placed(picture(dial.shape, max(round(size * _SHAPE) // 2 * 2, 4)), width, height)
    ring = _ring(width, height)
    return [
        tuple((level, 0) if level else around for level, around in zip(*rows, strict=True))
        for rows in zip(shape, ring, strict=True)
    ]


@lru_cache(8)
def _ring(width: int, height: int) -> tuple[Line, ...]:
    """Draw the ring that all dials of a size have."""
    size = min(width, height)
    thick = max(size * _THICK, 1.2)
    radius = size / 2 - thick / 2 - 0.5
    upper = raster(
        width, (height + 1) // 2, lambda x, y: abs(hypot(x - width / 2, y - height / 2) - radius) - thick / 2
    )
    return tuple(
        tuple(
            (level, int(_turn(x + 0.5 - width / 2, y + 0.5 - height / 2) * _WHOLE) + 1) if level else (0, 0)
            for x, level in enumerate(upper[min(y, height - 1 - y)])
        )
        for y in range(height)
    )


def _turn(x: float, y: float) -> float:
    """Give the angle from the top, clockwise, as a share of the whole turn."""
    return (atan2(x, -y) / (2 * pi)) % 1.0


@lru_cache(4096)
def _strip(dial: Dial, y: int, done: int) -> Strip:
    row = _rows(dial)[y]
    runs = groupby(
        (_inked(top, dial.ink, done), _inked(bottom, dial.ink, done))
        for top, bottom in zip(row.upper, row.lower, strict=True)
    )
    return Strip([_segment(top, bottom, len(list(run)), dial.look) for (top, bottom), run in runs], dial.width)


def _inked(pixel: Pixel, ink: Ink, done: int) -> Inked:
    """Give the colour of a pixel: the ring is lit where its time is still to come."""
    level, until = pixel
    if not level:
        return Ink.PAPER, 0
    return (Ink.TRACK if 0 < until <= done else ink), level


def _segment(top: Inked, bottom: Inked, count: int, look: Look) -> Segment:
    if look.smooth:
        upper, lower = shade(look, *top), shade(look, *bottom)
        return Segment((" " if upper == lower else "▀") * count, of_rgb(upper, lower))
    above, below = (level * 2 >= LEVELS and ink is not Ink.TRACK for ink, level in (top, bottom))
    block = "█" if above and below else "▀" if above else "▄" if below else " "
    return Segment(block * count, style(look, top[0] if above else bottom[0] if below else Ink.TEXT))
