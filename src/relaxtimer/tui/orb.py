"""The breath pacer: a disc that grows and shrinks by less than a pixel at a time, within a faint ring that shows how far it goes.

A row is drawn once for every size, place and radius (in eighths of a pixel) and then kept.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from math import sqrt

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from relaxtimer.tui.colours import RGB, Depth, Ink, mixed, of_rgb, rgb, style

# Dark enough for light words upon it.
_CORE: RGB = (58, 141, 136)
_RIM: RGB = (40, 103, 110)
_TONES = 6
_LEVELS = 12
_FINE = 8
_LEAST = 0.28
_RING = 0.55

Pixel = tuple[int, int]


def radius(width: int, height: int, level: float) -> int:
    """Give the radius at a level from 0 to 1, in eighths of a pixel, in a box of so many cells."""
    return round(_widest(width, height) * (_LEAST + (0.94 - _LEAST) * level) * _FINE)


def _widest(width: int, height: int) -> float:
    return max(min(width, 2 * height) / 2 - 1.5, 1.0)


@lru_cache(16_384)
def orb_row(width: int, height: int, y: int, eighths: int, depth: Depth) -> Strip:
    """Draw one row of the orb."""
    pixels = [_cell(width, height, x, y, eighths) for x in range(width)]
    runs = ((cell, len(list(run))) for cell, run in groupby(pixels))
    return Strip([_segment(cell, count, depth) for cell, count in runs], width)


@lru_cache(4096)
def words_on_orb(width: int, height: int, y: int, eighths: int, depth: Depth, words: str) -> Strip:
    """Draw one row of the orb with words in its middle."""
    words = words[:width]
    start = (width - len(words)) // 2
    below = orb_row(width, height, y, eighths, depth)
    papers = [_paper(_cell(width, height, start + place, y, eighths), depth) for place in range(len(words))]
    text = [
        Segment("".join(letter for letter, _ in run), paper)
        for paper, run in ((paper, list(run)) for paper, run in groupby(zip(words, papers, strict=True), lambda pair: pair[1]))
    ]
    end = start + len(words)
    return Strip([*below.crop(0, start), *text, *below.crop(end, width)], width)


def _cell(width: int, height: int, x: int, y: int, eighths: int) -> tuple[Pixel, Pixel]:
    across = (x + 0.5 - width / 2) ** 2
    down = 2 * y + 0.5 - height
    widest = _widest(width, height)
    size = eighths / _FINE
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
