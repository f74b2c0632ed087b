"""Pixels -> cells in mixed colours: the two colours and the shape that come nearest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from relaxtimer.figure.palette import RGB
from relaxtimer.figure.raster import Picture

# A character, its ink and its paper; `None` is the terminal's own.
Cell: TypeAlias = tuple[str, RGB | None, RGB | None]

# By which of four pixels are ink: 1 and 2 above, 4 and 8 below.
QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
UPPER, LOWER, FULL = "▀", "▄", "█"
# Four colours that are so near each other (the sum of the squares of how far they are off) are one.
_ALIKE = 150
# Which pixels are ink, and which are paper; the other seven ways are the same with the two exchanged.
_SPLITS = tuple(
    (
        QUADRANTS[mask],
        tuple(place for place in range(4) if mask >> place & 1),
        tuple(place for place in range(4) if not mask >> place & 1),
    )
    for mask in range(1, 8)
)


def quadrants(picture: Picture) -> Iterator[tuple[Cell, ...]]:
    """Yield rows of cells of two by two pixels."""
    rows = picture.rows
    for upper, lower in zip(rows[::2], rows[1::2], strict=False):
        yield tuple(map(quadrant, upper[::2], upper[1::2], lower[::2], lower[1::2]))


def halves(picture: Picture) -> Iterator[tuple[Cell, ...]]:
    """Yield rows of cells of one pixel above another."""
    rows = picture.rows
    for upper, lower in zip(rows[::2], rows[1::2], strict=False):
        yield tuple(map(half, upper, lower))


@lru_cache(32_768)
def half(top: RGB, bottom: RGB) -> Cell:
    """Give the cell of two pixels."""
    return (" ", top, top) if top == bottom else (UPPER, top, bottom)


@lru_cache(32_768)
def quadrant(a: RGB, b: RGB, c: RGB, d: RGB) -> Cell:
    """Give the two colours and the shape that come nearest to four pixels."""
    if a == b == c == d:
        return " ", a, a
    pixels = (a, b, c, d)
    total = _total(pixels)
    squares = sum(red * red + green * green + blue * blue for red, green, blue in pixels)
    if squares - _weight(total, 4) < _ALIKE:
        mean = _mean(total, 4)
        return " ", mean, mean
    # The error is what the squares are more than the weights of ink and paper: the greatest weight is the best.
    most, best = -1.0, _SPLITS[0]
    for split in _SPLITS:
        _, ink, paper = split
        inked = _total([pixels[place] for place in ink])
        rest = (total[0] - inked[0], total[1] - inked[1], total[2] - inked[2])
        weight = _weight(inked, len(ink)) + _weight(rest, len(paper))
        if weight > most:
            most, best = weight, split
    character, ink, paper = best
    inked = _total([pixels[place] for place in ink])
    rest = (total[0] - inked[0], total[1] - inked[1], total[2] - inked[2])
    return character, _mean(inked, len(ink)), _mean(rest, len(paper))


def _total(pixels: list[RGB] | tuple[RGB, ...]) -> RGB:
    red = green = blue = 0
    for pixel in pixels:
        red, green, blue = red + pixel[0], green + pixel[1], blue + pixel[2]
    return red, green, blue


def _weight(total: RGB, count: int) -> float:
    red, green, blue = total
    return (red * red + green * green + blue * blue) / count


def _mean(total: RGB, count: int) -> RGB:
    return total[0] // count, total[1] // count, total[2] // count
