"""Pixels -> cells without colours: the shape alone, with the gaps between limbs; a mark is a sign in a cleared ring.

What stands around a body is thinner than the body itself: every second dot, or a shade.
"""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.figure.mixing import FULL, LOWER, QUADRANTS, UPPER, Cell
from relaxtimer.figure.raster import MATERIALS, Picture
from relaxtimer.figure.solids import Material

_SHADE = "░"
_THIN = frozenset({Material.FLOOR, Material.MAT, Material.WALL, Material.WOOD, Material.METAL, Material.CUSHION})
_CLEARED = frozenset({Material.SIGN_EDGE})
# By number of material: whether it is of the body, held or a sign; and whether it stands around.
_SOLID = bytes((0, *(int(material not in _THIN | _CLEARED) for material in MATERIALS))).ljust(256, b"\0")
_AROUND = bytes((0, *(int(material in _THIN) for material in MATERIALS))).ljust(256, b"\0")
# The dots of a cell of braille, row by row.
DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
BRAILLE = 0x2800


def braille(picture: Picture) -> Iterator[tuple[Cell, ...]]:
    """Yield rows of cells of two by four dots."""
    for bits in dots(picture):
        yield tuple((chr(BRAILLE + bit) if bit else " ", None, None) for bit in bits)


def dots(picture: Picture) -> Iterator[bytearray]:
    """Yield rows of cells of braille: which of its eight dots each has."""
    for top in range(0, picture.height - 3, 4):
        bits = bytearray(picture.width // 2)
        for down, (left, right) in enumerate(DOTS):
            row = _dotted(picture.codes[top + down], top + down)
            for x in range(picture.width // 2):
                bits[x] |= row[2 * x] * left | row[2 * x + 1] * right
        yield bits


def quadrants(picture: Picture) -> Iterator[tuple[Cell, ...]]:
    """Yield rows of cells of two by two pixels."""
    for upper, lower in zip(picture.codes[::2], picture.codes[1::2], strict=False):
        yield tuple(map(_quadrant, upper[::2], upper[1::2], lower[::2], lower[1::2]))


def halves(picture: Picture) -> Iterator[tuple[Cell, ...]]:
    """Yield rows of cells of one pixel above another."""
    for upper, lower in zip(picture.codes[::2], picture.codes[1::2], strict=False):
        yield tuple(map(_half, upper, lower))


def _dotted(codes: bytearray, y: int) -> bytearray:
    """Give which pixels of a row are dots."""
    dots = codes.translate(_SOLID)
    around = codes.translate(_AROUND)
    if any(around):
        for x in range(y % 2, len(dots), 2):
            dots[x] |= around[x]
    return dots


def _quadrant(a: int, b: int, c: int, d: int) -> Cell:
    mask = _SOLID[a] | _SOLID[b] << 1 | _SOLID[c] << 2 | _SOLID[d] << 3
    if not mask and _AROUND[a] + _AROUND[b] + _AROUND[c] + _AROUND[d] > 1:
        return _SHADE, None, None
    return QUADRANTS[mask], None, None


def _half(top: int, bottom: int) -> Cell:
    if _SOLID[top] or _SOLID[bottom]:
        return (UPPER if not _SOLID[bottom] else LOWER if not _SOLID[top] else FULL), None, None
    return (_SHADE if _AROUND[top] or _AROUND[bottom] else " "), None, None
