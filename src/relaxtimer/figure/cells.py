"""A picture -> cells of a terminal: a character in one colour on another.

How pixels become characters is the encoding; what becomes of their colours depends on how many a terminal has. With
all of them they are mixed, so that edges are soft; with 256 or 16 each pixel has the colour of its material; with none
there is the shape alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeAlias

from relaxtimer.figure import bare, flat, mixing
from relaxtimer.figure.mixing import Cell
from relaxtimer.figure.palette import BASIC, INDEXED, Colour
from relaxtimer.figure.raster import Picture

Cells: TypeAlias = tuple[tuple[Cell, ...], ...]
# A row of cells in whatever colours there are: of red, green and blue, or by their number among the sixteen.
Line: TypeAlias = tuple[tuple[str, Colour | None, Colour | None], ...]


class Encoding(StrEnum):
    """How pixels become characters."""

    QUADRANTS = "quadrants"
    HALF = "half"
    BRAILLE = "braille"

    @property
    def pixels(self) -> tuple[int, int, float]:
        """How many pixels a cell has across and down, and how many times as high as wide each is."""
        return {Encoding.QUADRANTS: (2, 2, 2.0), Encoding.HALF: (1, 2, 1.0), Encoding.BRAILLE: (2, 4, 1.0)}[self]

    @classmethod
    def best(cls, colours: int) -> Encoding:
        """Give what shows most where there are so many colours: with few of them, the finer shape."""
        return cls.QUADRANTS if colours >= INDEXED else cls.BRAILLE

    def is_mixed(self, colours: int) -> bool:
        """Tell whether pixels are mixed, and so move by less than one; else they are to be steadied."""
        return colours > INDEXED and self is not Encoding.BRAILLE


def encoded(picture: Picture, encoding: Encoding) -> Cells:
    """Give the cells of a picture that was drawn in the pixels of an encoding, in all colours."""
    return tuple(_MIXED[encoding](picture))


def lines(picture: Picture, encoding: Encoding, colours: int) -> Iterator[Line]:
    """Yield the cells of a picture row by row, for a terminal of so many colours.

    With 256 and more, colours are red, green and blue, with 256 those that such a terminal has; with 16 they are
    numbers of them. `None` is the terminal's own ink or paper.
    """
    encoders = (
        _MIXED if colours > INDEXED else _INDEXED if colours == INDEXED else _BASIC if colours >= BASIC else _BARE
    )
    return encoders[encoding](picture)


_MIXED: dict[Encoding, Callable[[Picture], Iterator[tuple[Cell, ...]]]] = {
    Encoding.QUADRANTS: mixing.quadrants,
    Encoding.HALF: mixing.halves,
    Encoding.BRAILLE: flat.braille,
}
_INDEXED: dict[Encoding, Callable[[Picture], Iterator[tuple[Cell, ...]]]] = {
    Encoding.QUADRANTS: flat.indexed_quadrants,
    Encoding.HALF: flat.indexed_halves,
    Encoding.BRAILLE: flat.indexed_braille,
}
_BASIC: dict[Encoding, Callable[[Picture], Iterator[Line]]] = {
    Encoding.QUADRANTS: flat.basic_quadrants,
    Encoding.HALF: flat.basic_halves,
    Encoding.BRAILLE: flat.basic_braille,
}
_BARE: dict[Encoding, Callable[[Picture], Iterator[tuple[Cell, ...]]]] = {
    Encoding.QUADRANTS: bare.quadrants,
    Encoding.HALF: bare.halves,
    Encoding.BRAILLE: bare.braille,
}
