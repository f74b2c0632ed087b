"""Solids -> pixels, with soft edges. Nearer groups are painted later, and leave a gap around them on the body.

A row of pixels is cut at several heights; between its ends each cut covers whole pixels, which are filled at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, floor

from msgspec import Struct

from relaxtimer.figure.cuts import Band, Outline, cuts, wider
from relaxtimer.figure.palette import RGB, Palette
from relaxtimer.figure.solids import Material

MATERIALS = tuple(Material)
_CODE = {material: place + 1 for place, material in enumerate(MATERIALS)}
# A pixel is of what covers half of it. One that was of it a moment before stays so a little longer, and one that was
# not becomes so a little later: slow edges do not flicker.
_ON = 0.5
_STAYS, _COMES = 0.42, 0.58
# Colours are kept apart by no less than this, so that like ones are the same.
_GRAIN = 4
# A place beside the body glows so much less.
_BESIDE = 0.3


class Painted(Struct, frozen=True):
    """One thing to paint: `owner` tells the parts of the body apart, 0 is none of it."""

    outline: Outline
    material: Material
    owner: int = 0


class Picture:
    """Pixels that are so many times as high as wide; of each its colour, its material and whose it is.

    `codes` has 0 for paper, else the place of the material in `MATERIALS` counted from 1; `owners` are those of what
    was painted.
    """

    def __init__(self, width: int, height: int, tall: float, palette: Palette) -> None:
        """Be empty paper."""
        self.width, self.height, self.tall = width, height, tall
        self.palette = palette
        self.rows: list[list[RGB]] = [[palette.paper] * width for _ in range(height)]
        self.codes = [bytearray(width) for _ in range(height)]
        self.owners = [bytearray(width) for _ in range(height)]
        self._cuts = 3 if tall > 1 else 2
        self._before: list[bytearray] | None = None

    def copy(self, before: Picture | None = None) -> Picture:
        """Give another one that looks the same, to be painted on; pixels keep to what they were of `before`."""
        other = Picture(0, 0, self.tall, self.palette)
        other.width, other.height = self.width, self.height
        other.rows = [row[:] for row in self.rows]
        other.codes = [codes[:] for codes in self.codes]
        other.owners = [owners[:] for owners in self.owners]
        other._before = None if before is None else before.codes
        return other

    def mirrored(self) -> Picture:
        """Give its mirror image."""
        other = self.copy()
        for row, codes, owners in zip(other.rows, other.codes, other.owners, strict=True):
            row.reverse()
            codes.reverse()
            owners.reverse()
        return other

    @property
    def space(self) -> tuple[float, float]:
        """How wide and how high it is, in pixels as wide as one."""
        return float(self.width), self.height * self.tall

    def clear_around(self, outlines: Iterable[Outline], owner: int, gap: float) -> None:
        """Wipe the body of others from around something."""
        paper = self.palette.paper
        for outline in outlines:
            for y, band in self._cut(wider(outline, gap)):
                first, last = max(floor(min(band.lefts)), 0), min(ceil(max(band.rights)), self.width)
                owners = self.owners[y]
                if not any(owners[first:last]):
                    continue
                row, codes = self.rows[y], self.codes[y]
                for x in range(first, last):
                    if not owners[x] or owners[x] == owner:
                        continue
                    covered = band.covered(x) / self._cuts
                    row[x] = _mixed(row[x], paper, covered)
                    if covered >= self._least(x, y, 0):
                        codes[x], owners[x] = 0, 0

    def paint(self, painted: Painted) -> None:
        """Paint something over what is there."""
        brush = _Brush(self.palette.materials[painted.material], _CODE[painted.material], painted.owner)
        for y, band in self._cut(painted.outline):
            lefts, rights = band.lefts, band.rights
            first, last = max(floor(min(lefts)), 0), min(ceil(max(rights)), self.width)
            # From here to there every cut covers whole pixels.
            left, right = min(max(ceil(max(lefts)), first), last), max(min(floor(min(rights)), last), first)
            if right <= left:
                self._paint_edge(range(first, last), y, band, brush)
                continue
            self._paint_edge(range(first, left), y, band, brush)
            if len(lefts) == self._cuts:
                run = right - left
                self.rows[y][left:right] = [brush.colour] * run
                self.codes[y][left:right] = bytes((brush.code,)) * run
                self.owners[y][left:right] = bytes((brush.owner,)) * run
            else:
                self._paint_share(range(left, right), y, len(lefts) / self._cuts, brush)
            self._paint_edge(range(right, last), y, band, brush)

    def _paint_edge(self, places: range, y: int, band: Band, brush: _Brush) -> None:
        """Paint pixels of which each is covered by as much as the cuts cover it."""
        row, owners = self.rows[y], self.owners[y]
        for x in places:
            if row[x] is brush.colour and owners[x] == brush.owner:
                continue
            covered = band.covered(x) / self._cuts
            row[x] = _mixed(row[x], brush.colour, covered)
            if covered >= self._least(x, y, brush.code):
                self.codes[y][x], owners[x] = brush.code, brush.owner

    def _paint_share(self, places: range, y: int, share: float, brush: _Brush) -> None:
        """Paint pixels that are all covered by as much."""
        row, codes, owners = self.rows[y], self.codes[y], self.owners[y]
        below = above = brush.colour
        for x in places:
            if row[x] is not below:
                below = row[x]
                above = _mixed(below, brush.colour, share)
            row[x] = above
            if share >= self._least(x, y, brush.code):
                codes[x], owners[x] = brush.code, brush.owner

    def _least(self, x: int, y: int, code: int) -> float:
        """Give how much of a pixel has to be covered by a material so that it is of it."""
        if self._before is None:
            return _ON
        return _STAYS if self._before[y][x] == code else _COMES

    def glow(self, x: float, y: float, radius: float, strength: float) -> None:
        """Let a place glow: most in its middle, and more on the body than beside it."""
        top, bottom = max(int((y - radius) / self.tall), 0), min(int((y + radius) / self.tall) + 1, self.height)
        for line in range(top, bottom):
            down = ((line + 0.5) * self.tall - y) / radius
            row, owners = self.rows[line], self.owners[line]
            for place in range(max(int(x - radius), 0), min(int(x + radius) + 1, self.width)):
                away = ((place + 0.5 - x) / radius) ** 2 + down**2
                if away < 1:
                    share = (1 - away) * strength * (1.0 if owners[place] else _BESIDE)
                    row[place] = _mixed(row[place], self.palette.glow, share)

    def _cut(self, outline: Outline) -> Iterator[tuple[int, Band]]:
        """Yield each row that an outline lies in, with its cuts there."""
        count = self._cuts
        row = -1
        band = Band([], [])
        for place, left, right in cuts(outline, self.tall / count, self.height * count):
            if right <= 0 or left >= self.width:
                continue
            if place // count != row:
                if row >= 0:
                    yield row, band
                row, band = place // count, Band([], [])
            band.lefts.append(left)
            band.rights.append(right)
        if row >= 0:
            yield row, band


class _Brush(Struct, frozen=True):
    """What pixels become: their colour, the number of their material, and whose they are."""

    colour: RGB
    code: int
    owner: int


def _mixed(below: RGB, above: RGB, share: float) -> RGB:
    if share <= 0:
        return below
    if share >= 1:
        return above
    red, green, blue = below
    return (
        int(red + (above[0] - red) * share) // _GRAIN * _GRAIN,
        int(green + (above[1] - green) * share) // _GRAIN * _GRAIN,
        int(blue + (above[2] - blue) * share) // _GRAIN * _GRAIN,
    )
