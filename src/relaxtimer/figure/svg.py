"""Figures as line-free drawings in SVG: for documents, at any size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import acos, atan2, cos, pi, sin

from relaxtimer.figure.cuts import Disc, Outline, Polygon
from relaxtimer.figure.palette import RGB, Palette
from relaxtimer.figure.raster import Painted


class Drawing:
    """A space of so many units on which figures are drawn as shapes; the same strokes as on a `Picture`."""

    def __init__(self, width: float, height: float, palette: Palette) -> None:
        """Be empty paper."""
        self.width, self.height, self.palette = width, height, palette
        self.parts: list[str] = []

    @property
    def space(self) -> tuple[float, float]:
        """How wide and how high it is."""
        return self.width, self.height

    @property
    def tall(self) -> None:
        """It has no pixels."""

    def paint(self, painted: Painted) -> None:
        """Draw something over what is there."""
        self.parts.append(
            f'<path d="{_path(painted.outline)}" fill="{_hex(self.palette.materials[painted.material])}"/>'
        )

    def clear_around(self, outlines: Iterable[Outline], _owner: int, gap: float) -> None:
        """Leave paper around something."""
        paths = "".join(_path(outline) for outline in outlines)
        self.parts.append(f'<path d="{paths}" stroke="{_hex(self.palette.paper)}" stroke-width="{_number(2 * gap)}"/>')

    def glow(self, x: float, y: float, radius: float, strength: float) -> None:
        """Let a place glow."""
        self.parts.append(
            f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"'
            f' fill="url(#glow)" opacity="{_number(strength)}"/>'
        )


def document(
    drawings: Sequence[tuple[float, float, Drawing]], width: float, height: float, palette: Palette, words: str = ""
) -> str:
    """Put drawings into one document, each at its place; `words` is more SVG above them."""
    glow = _hex(palette.glow)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(width)} {_number(height)}">',
        '<defs><radialGradient id="glow">',
        f'<stop offset="0" stop-color="{glow}"/><stop offset="1" stop-color="{glow}" stop-opacity="0"/>',
        "</radialGradient></defs>",
        f'<rect width="100%" height="100%" fill="{_hex(palette.paper)}"/>',
    ]
    for x, y, drawing in drawings:
        box = f'width="{_number(drawing.width)}" height="{_number(drawing.height)}"'
        lines.append(f'<svg x="{_number(x)}" y="{_number(y)}" {box}>')
        lines += drawing.parts
        lines.append("</svg>")
    return "\n".join([*lines, words, "</svg>", ""])


def _path(outline: Outline) -> str:
    if isinstance(outline, Polygon):
        return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in outline.corners) + "z"
    return _path_of_disc(outline)


def _path_of_disc(disc: Disc) -> str:
    """Give two arcs and the lines that touch both circles; a circle where one lies within the other."""
    dx, dy = disc.bx - disc.ax, disc.by - disc.ay
    square = dx * dx + dy * dy
    slope = disc.ar - disc.br
    if square <= slope * slope or not square:
        x, y, radius = (disc.ax, disc.ay, disc.ar) if slope >= 0 else (disc.bx, disc.by, disc.br)
        r = _number(radius)
        there, back = _number(2 * radius), _number(-2 * radius)
        return f"M{_number(x - radius)} {_number(y)}a{r} {r} 0 1 0 {there} 0a{r} {r} 0 1 0 {back} 0z"
    towards = atan2(dy, dx)
    opening = acos(slope / square**0.5)
    points = [
        (disc.ax + disc.ar * cos(towards + opening), disc.ay + disc.ar * sin(towards + opening)),
        (disc.ax + disc.ar * cos(towards - opening), disc.ay + disc.ar * sin(towards - opening)),
        (disc.bx + disc.br * cos(towards - opening), disc.by + disc.br * sin(towards - opening)),
        (disc.bx + disc.br * cos(towards + opening), disc.by + disc.br * sin(towards + opening)),
    ]
    (ax, ay), (bx, by), (cx, cy), (ex, ey) = points
    first, last = _number(disc.ar), _number(disc.br)
    large, small = int(opening < pi / 2), int(opening > pi / 2)
    return (
        f"M{_number(ax)} {_number(ay)}A{first} {first} 0 {large} 1 {_number(bx)} {_number(by)}"
        f"L{_number(cx)} {_number(cy)}A{last} {last} 0 {small} 1 {_number(ex)} {_number(ey)}z"
    )


def _hex(colour: RGB) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _number(value: float) -> str:
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"
