"""Pixels -> cells where colours cannot be mixed: each pixel has that of its material, at most two of them a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Generic, TypeAlias, TypeVar

from relaxtimer.figure.bare import BRAILLE, DOTS, dots
from relaxtimer.figure.kept import Kept
from relaxtimer.figure.mixing import LOWER, QUADRANTS, UPPER
from relaxtimer.figure.palette import BASIC_COLOURS, RGB, Palette, indexed
from relaxtimer.figure.raster import MATERIALS, Picture
from relaxtimer.figure.solids import Material

Tone = TypeVar("Tone", RGB, int)
IndexedCell: TypeAlias = tuple[str, RGB | None, RGB | None]
BasicCell: TypeAlias = tuple[str, int | None, int | None]

# Where a cell has more than two materials, signs and their edges stay, then what the body has, then what is held.
_SIGNS = frozenset({Material.AIR, Material.SIGN, Material.SIGN_EDGE})
_STANDING = frozenset({Material.FLOOR, Material.MAT, Material.WALL, Material.WOOD, Material.METAL})
_PAPER = 0
_BITS = tuple(bit for row in DOTS for bit in row)


class _Fit(Generic[Tone]):
    """Finds the cell of four pixels, and keeps it. `tones` are the colours by number of material; 0 is paper."""

    def __init__(self, tones: list[Tone | None], near: Callable[[int, int], float]) -> None:
        self._tones: list[Tone | None] = tones
        self._near = near
        self._quadrants: dict[tuple[int, int, int, int], tuple[str, Tone | None, Tone | None]] = {}

    def quadrant(self, a: int, b: int, c: int, d: int) -> tuple[str, Tone | None, Tone | None]:
        """Give the cell of two by two pixels."""
        found = self._quadrants.get((a, b, c, d))
        if found is None:
            found = self._quadrants[a, b, c, d] = self._fitted((a, b, c, d))
        return found

    def half(self, top: int, bottom: int) -> tuple[str, Tone | None, Tone | None]:
        """Give the cell of a pixel above another."""
        above, below = self._tones[top], self._tones[bottom]
        if above == below:
            return " ", above, above
        # Paper that is the terminal's own cannot be written in.
        return (LOWER, below, above) if above is None else (UPPER, above, below)

    def dotted(self, bits: int, codes: bytes) -> tuple[str, Tone | None, Tone | None]:
        """Give the cell of two by four pixels, row by row, of which some are dots: one colour for all of them."""
        if not bits:
            return " ", self._tones[_PAPER], self._tones[_PAPER]
        of_dots = [code for code, bit in zip(codes, _BITS, strict=True) if bits & bit]
        ink = max(set(of_dots), key=lambda code: (_rank(code), of_dots.count(code), -code))
        return chr(BRAILLE + bits), self._tones[ink], self._tones[_PAPER]

    def _fitted(self, codes: tuple[int, int, int, int]) -> tuple[str, Tone | None, Tone | None]:
        order = sorted(Counter(codes).items(), key=lambda item: (-_rank(item[0]), -item[1], item[0]))
        first = order[0][0]
        second = order[1][0] if len(order) > 1 else first
        # What is paper, or comes nearer to it, is left free.
        if first == _PAPER:
            first, second = second, first
        ink, paper = self._tones[first], self._tones[second]
        if ink == paper:
            return " ", ink, ink
        inked = [
            code == first or (code != second and self._near(code, first) < self._near(code, second)) for code in codes
        ]
        mask = sum(1 << place for place, is_ink in enumerate(inked) if is_ink)
        return QUADRANTS[mask], ink, paper


def _rank(code: int) -> int:
    """Give how much it matters that a material is seen."""
    if code == _PAPER:
        return 0
    material = MATERIALS[code - 1]
    return 3 if material in _SIGNS else 1 if material in _STANDING else 2


_TRUE: Kept[_Fit[RGB]] = Kept(8)
_INDEXED: Kept[_Fit[RGB]] = Kept(8)
_BASIC: Kept[_Fit[int]] = Kept(8)


def indexed_quadrants(picture: Picture) -> Iterator[tuple[IndexedCell, ...]]:
    """Yield rows of cells of two by two pixels, in colours of the 256."""
    return _quadrants(picture, _indexed(picture.palette))


def indexed_halves(picture: Picture) -> Iterator[tuple[IndexedCell, ...]]:
    """Yield rows of cells of one pixel above another, in colours of the 256."""
    return _halves(picture, _indexed(picture.palette))


def basic_quadrants(picture: Picture) -> Iterator[tuple[BasicCell, ...]]:
    """Yield rows of cells of two by two pixels, in colours of the 16."""
    return _quadrants(picture, _basic(picture.palette))


def basic_halves(picture: Picture) -> Iterator[tuple[BasicCell, ...]]:
    """Yield rows of cells of one pixel above another, in colours of the 16."""
    return _halves(picture, _basic(picture.palette))


def braille(picture: Picture) -> Iterator[tuple[IndexedCell, ...]]:
    """Yield rows of cells of two by four dots, in the colours of the materials."""
    return _braille(picture, _true(picture.palette))


def indexed_braille(picture: Picture) -> Iterator[tuple[IndexedCell, ...]]:
    """Yield rows of cells of two by four dots, in colours of the 256."""
    return _braille(picture, _indexed(picture.palette))


def basic_braille(picture: Picture) -> Iterator[tuple[BasicCell, ...]]:
    """Yield rows of cells of two by four dots, in colours of the 16."""
    return _braille(picture, _basic(picture.palette))


def _braille(picture: Picture, fit: _Fit[Tone]) -> Iterator[tuple[tuple[str, Tone | None, Tone | None], ...]]:
    for row, bits in enumerate(dots(picture)):
        codes = picture.codes[4 * row : 4 * row + 4]
        yield tuple(
            fit.dotted(bit, b"".join(bytes(line[2 * x : 2 * x + 2]) for line in codes) if bit else b"")
            for x, bit in enumerate(bits)
        )


def _quadrants(picture: Picture, fit: _Fit[Tone]) -> Iterator[tuple[tuple[str, Tone | None, Tone | None], ...]]:
    codes = picture.codes
    for upper, lower in zip(codes[::2], codes[1::2], strict=False):
        yield tuple(map(fit.quadrant, upper[::2], upper[1::2], lower[::2], lower[1::2]))


def _halves(picture: Picture, fit: _Fit[Tone]) -> Iterator[tuple[tuple[str, Tone | None, Tone | None], ...]]:
    codes = picture.codes
    for upper, lower in zip(codes[::2], codes[1::2], strict=False):
        yield tuple(map(fit.half, upper, lower))


def _true(palette: Palette) -> _Fit[RGB]:
    found = _TRUE.find((palette,))
    if found is not None:
        return found
    tones: list[RGB | None] = [palette.paper, *(palette.materials[material] for material in MATERIALS)]
    return _TRUE.keep(_Fit(tones, _nearness(palette)), (palette,))


def _indexed(palette: Palette) -> _Fit[RGB]:
    found = _INDEXED.find((palette,))
    if found is not None:
        return found
    tones: list[RGB | None] = [palette.paper, *(indexed(palette.materials[material]) for material in MATERIALS)]
    return _INDEXED.keep(_Fit(tones, _nearness(palette)), (palette,))


def _basic(palette: Palette) -> _Fit[int]:
    found = _BASIC.find((palette,))
    if found is not None:
        return found
    tones: list[int | None] = [None, *(BASIC_COLOURS[material] for material in MATERIALS)]
    return _BASIC.keep(_Fit(tones, _nearness(palette)), (palette,))


def _nearness(palette: Palette) -> Callable[[int, int], float]:
    colours = [palette.paper, *(palette.materials[material] for material in MATERIALS)]

    def near(one: int, other: int) -> float:
        return sum((a - b) ** 2 for a, b in zip(colours[one], colours[other], strict=True))

    return near
