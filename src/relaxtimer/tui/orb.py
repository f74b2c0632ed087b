"""The breath pacer: a disc that grows and shrinks by less than a pixel at a time, in a faint ring that is its limit.

It is drawn once for every size and radius, in eighths of a pixel, and then kept.
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

from relaxtimer.tui.colours import LEVELS, RGB, Ink, Look, mixed, of_rgb, rgb, style
from relaxtimer.tui.pixels import BLOCKS
from relaxtimer.tui.rows import cut

_TONES = 5
_LEVELS = 12
_FINE = 8
_LEAST, _MOST = 0.28, 0.94
_RING = 0.55

Pixel = tuple[int, int]
Cell = tuple[Pixel, Pixel]
# Every pixel there can be, once: by its level, then its tone, the ring last. Thousands of each are kept.
_PIXELS = tuple(tuple((level, tone) for tone in (*range(_TONES), -1)) for level in range(_LEVELS + 1))
_NOTHING = _PIXELS[0][-1]


class Orb(NamedTuple):
    """An orb in so many cells, with a radius in eighths of a pixel."""

    width: int
    height: int
    eighths: int
    look: Look


def radius(width: int, height: int, level: float) -> int:
    """Give the radius at a level from 0 to 1, in eighths of a pixel, in a box of so many cells."""
    return round(_widest(width, height) * (_LEAST + (_MOST - _LEAST) * level) * _FINE)


def _widest(width: int, height: int) -> float:
    return max(min(width, 2 * height) / 2 - 1.5, 1.0)


@lru_cache(1024)
def orb_rows(orb: Orb) -> tuple[Strip, ...]:
    """Draw an orb."""
    return tuple(_row(orb, y) if _reaches(orb, y) else _beyond(orb._replace(eighths=0), y) for y in range(orb.height))


def _reaches(orb: Orb, y: int) -> bool:
    """Tell whether any of a disc is in a row of cells."""
    nearest = max(abs(2 * y + 1 - orb.height) - 1 / 2, 0.0)
    return nearest < orb.eighths / _FINE + 1 / 2


@lru_cache(256)
def _beyond(orb: Orb, y: int) -> Strip:
    """Draw a row that the disc does not reach: it is the very same however large the disc is."""
    return _row(orb, y)


def _row(orb: Orb, y: int) -> Strip:
    runs = groupby(zip(_line(orb, 2 * y), _line(orb, 2 * y + 1), strict=True))
    return Strip([_segment(cell, len(list(run)), orb.look) for cell, run in runs], orb.width)


def _line(orb: Orb, y: int) -> tuple[Pixel, ...]:
    """Give a line of pixels; those below the middle are those above it."""
    return _upper_line(orb, min(y, 2 * orb.height - 1 - y))


@lru_cache(16_384)
def _upper_line(orb: Orb, y: int) -> tuple[Pixel, ...]:
    """Work out the left half of a line of pixels, and mirror it."""
    widest = _widest(orb.width, orb.height)
    size = orb.eighths / _FINE
    down = (y + 0.5 - orb.height) ** 2
    half = (orb.width + 1) // 2
    clear = max(int(orb.width / 2 - sqrt(max((widest + 2) ** 2 - down, 0.0))) - 1, 0)
    pixels = [_pixel(sqrt((x + 0.5 - orb.width / 2) ** 2 + down), size, widest) for x in range(min(clear, half), half)]
    left = (_NOTHING,) * min(clear, half) + tuple(pixels)
    return left + left[: orb.width // 2][::-1]


@lru_cache(4096)
def words_on_orb(orb: Orb, y: int, words: str) -> Strip:
    """Draw one row of an orb with words in its middle."""
    words = cut(words, orb.width)
    start = (orb.width - cell_len(words)) // 2
    below = orb_rows(orb)[y]
    end, text = _over(words, start, list(zip(_line(orb, 2 * y), _line(orb, 2 * y + 1), strict=True)), orb.look)
    return Strip([*below.crop(0, start), *text, *below.crop(end, orb.width)], orb.width)


def room_for_words(orb: Orb, y: int) -> int:
    """Give how many cells of a row lie within the ring."""
    return int(2 * sqrt(max(_widest(orb.width, orb.height) ** 2 - (2 * y + 1 - orb.height) ** 2, 0.0)))


@lru_cache(4096)
def picture_on_orb(orb: Orb, y: int, upper: bytes, lower: bytes) -> Strip:
    """Draw one row of an orb with two rows of pixels of a picture in its middle."""
    space = max(orb.width - len(upper), 0)
    inked = ((bytes(space // 2) + row).ljust(orb.width, b"\0")[: orb.width] for row in (upper, lower))
    runs = groupby(zip(_line(orb, 2 * y), _line(orb, 2 * y + 1), *inked, strict=True))
    return Strip([_drawn(tuple(each), len(list(run)), orb.look) for each, run in runs], orb.width)


def _drawn(cell: tuple[Pixel, Pixel, int, int], count: int, look: Look) -> Segment:
    """Draw cells of an orb with a picture over them: in the ink of text, or cut out of a disc of a single colour."""
    top, bottom, *inked = cell
    if not any(inked):
        return _segment((top, bottom), count, look)
    if look.smooth:
        above, below = (
            mixed(_colour(pixel, look), rgb(look, Ink.TEXT), ink / LEVELS)
            for pixel, ink in zip((top, bottom), inked, strict=True)
        )
        return Segment("▀" * count, of_rgb(above, below))
    discs = [_is_disc(pixel) for pixel in (top, bottom)]
    marks = [ink * 2 >= LEVELS for ink in inked]
    beside = [mark and not disc for mark, disc in zip(marks, discs, strict=True)]
    shown = beside if any(beside) else [disc and not mark for mark, disc in zip(marks, discs, strict=True)]
    return Segment(BLOCKS[shown[0], shown[1]] * count, style(look, Ink.TEXT if any(beside) else Ink.WORK))


def _is_disc(pixel: Pixel) -> bool:
    level, tone = pixel
    return level * 2 >= _LEVELS and tone >= 0


def _over(words: str, start: int, cells: list[Cell], look: Look) -> tuple[int, list[Segment]]:
    """Write words over cells, from one of them on; give where they end."""
    text: list[Segment] = []
    x = start
    for letter in words:
        paper = _paper(cells[x], look)
        if text and text[-1].style is paper:
            text[-1] = Segment(text[-1].text + letter, paper)
        else:
            text.append(Segment(letter, paper))
        x += cell_len(letter)
    return x, text


def _pixel(distance: float, size: float, widest: float) -> Pixel:
    """Give how much of a pixel is disc, in `_LEVELS`, and its tone; the ring is tone -1."""
    covered = round(min(max(size - distance + 0.5, 0.0), 1.0) * _LEVELS)
    if covered:
        return _PIXELS[covered][min(int((distance / max(size, 1.0)) ** 2 * _TONES), _TONES - 1)]
    return _PIXELS[round(min(max(_RING + 0.5 - abs(distance - widest), 0.0), 1.0) * _LEVELS)][-1]


@lru_cache(4096)
def _segment(cell: Cell, count: int, look: Look) -> Segment:
    if not look.smooth:
        return _flat(cell, count, look)
    top, bottom = _colour(cell[0], look), _colour(cell[1], look)
    return Segment(" " * count if top == bottom else "▀" * count, of_rgb(top, bottom))


def _flat(cell: Cell, count: int, look: Look) -> Segment:
    """Draw without mixed colours: a pixel is disc or it is not, and the ring, as dark as it could be, is left out."""
    return Segment(BLOCKS[_is_disc(cell[0]), _is_disc(cell[1])] * count, style(look, Ink.WORK))


@lru_cache(256)
def _colour(pixel: Pixel, look: Look) -> RGB:
    level, tone = pixel
    ink = rgb(look, Ink.TRACK) if tone < 0 else mixed(look.theme.core, look.theme.rim, tone / (_TONES - 1))
    return mixed(rgb(look, Ink.PAPER), ink, level / _LEVELS)


@lru_cache(1024)
def _paper(cell: Cell, look: Look) -> Style:
    """Give the style of a letter over a cell."""
    if look.smooth:
        return of_rgb(rgb(look, Ink.TEXT), mixed(_colour(cell[0], look), _colour(cell[1], look), 0.5)) + Style(
            bold=True
        )
    inked = all(_is_disc(pixel) for pixel in cell)
    return style(look, Ink.WORK if inked else Ink.TEXT, bold=True, reverse=inked)
