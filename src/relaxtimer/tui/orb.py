"""The breath pacer: a disc that grows and shrinks by less than a pixel at a time, in a faint ring that is its limit.

A row is drawn once for every size, place and radius (in eighths of a pixel) and then kept.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from math import sqrt
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from relaxtimer.tui.colours import RGB, Depth, Ink, mixed, of_rgb, rgb, style
from relaxtimer.tui.rows import cut

# Dark enough for light words upon it.
_CORE: RGB = (58, 141, 136)
_RIM: RGB = (40, 103, 110)
_TONES = 6
_LEVELS = 12
_FINE = 8
_LEAST, _MOST = 0.28, 0.94
_RING = 0.55

Pixel = tuple[int, int]


class Orb(NamedTuple):
    """An orb in so many cells, with a radius in eighths of a pixel."""

    width: int
    height: int
    eighths: int
    depth: Depth


def radius(width: int, height: int, level: float) -> int:
    """Give the radius at a level from 0 to 1, in eighths of a pixel, in a box of so many cells."""
    return round(_widest(width, height) * (_LEAST + (_MOST - _LEAST) * level) * _FINE)


def _widest(width: int, height: int) -> float:
    return max(min(width, 2 * height) / 2 - 1.5, 1.0)


@lru_cache(16_384)
def orb_row(orb: Orb, y: int) -> Strip:
    """Draw one row of the orb."""
    runs = groupby(_cell(orb, x, y) for x in range(orb.width))
    return Strip([_segment(cell, len(list(run)), orb.depth) for cell, run in runs], orb.width)


@lru_cache(4096)
def words_on_orb(orb: Orb, y: int, words: str) -> Strip:
    """Draw one row of the orb with words in its middle."""
    words = cut(words, orb.width)
    wide = cell_len(words)
    start = (orb.width - wide) // 2
    below = orb_row(orb, y)
    text: list[Segment] = []
    x = start
    for letter in words:
        text.append(Segment(letter, _paper(_cell(orb, x, y), orb.depth)))
        x += cell_len(letter)
    return Strip([*below.crop(0, start), *Segment.simplify(text), *below.crop(x, orb.width)], orb.width)


def _cell(orb: Orb, x: int, y: int) -> tuple[Pixel, Pixel]:
    across = (x + 0.5 - orb.width / 2) ** 2
    down = 2 * y + 0.5 - orb.height
    widest = _widest(orb.width, orb.height)
    size = orb.eighths / _FINE
    return _pixel(sqrt(across + down**2), size, widest), _pixel(sqrt(across + (down + 1) ** 2), size, widest)


def _pixel(distance: float, size: float, widest: float) -> Pixel:
    """Give how much of a pixel is disc, in `_LEVELS`, and its tone; the ring is tone -1."""
    covered = round(min(max(size - distance + 0.5, 0.0), 1.0) * _LEVELS)
    if covered:
        return covered, min(int((distance / max(size, 1.0)) ** 2 * _TONES), _TONES - 1)
    ring = round(min(max(_RING + 0.5 - abs(distance - widest), 0.0), 1.0) * _LEVELS)
    return ring, -1


@lru_cache(4096)
def _segment(cell: tuple[Pixel, Pixel], count: int, depth: Depth) -> Segment:
    if not depth.smooth:
        return _flat(cell, count, depth)
    top, bottom = _colour(cell[0]), _colour(cell[1])
    return Segment(" " * count if top == bottom else "▀" * count, of_rgb(top, bottom))


def _flat(cell: tuple[Pixel, Pixel], count: int, depth: Depth) -> Segment:
    """Draw without mixed colours: a pixel is inked or it is not."""
    ink = Ink.TRACK if cell[0][1] < 0 and cell[1][1] < 0 else Ink.WORK
    top, bottom = (level * 2 >= _LEVELS for level, _ in cell)
    block = "█" if top and bottom else "▀" if top else "▄" if bottom else " "
    return Segment(block * count, style(depth, ink))


@lru_cache(256)
def _colour(pixel: Pixel) -> RGB:
    level, tone = pixel
    ink = rgb(Ink.TRACK) if tone < 0 else mixed(_CORE, _RIM, tone / (_TONES - 1))
    return mixed(rgb(Ink.PAPER), ink, level / _LEVELS)


def _paper(cell: tuple[Pixel, Pixel], depth: Depth) -> Style:
    """Give the style of a letter over a cell."""
    if depth.smooth:
        return of_rgb(rgb(Ink.TEXT), mixed(_colour(cell[0]), _colour(cell[1]), 0.5)) + Style(bold=True)
    inked = all(level * 2 >= _LEVELS and tone >= 0 for level, tone in cell)
    return style(depth, Ink.WORK if inked else Ink.TEXT, bold=True, reverse=inked)
