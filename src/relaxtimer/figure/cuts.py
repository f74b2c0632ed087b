"""Cuts through outlines: from where to where each is at one height after another.

Here a picture is made or is late: conditions stand where a call of `min` would cost more than the cut.
"""

# ruff: noqa: FURB136
from __future__ import annotations

from math import ceil, sqrt
from typing import TypeAlias

from msgspec import Struct

# Where a cut goes through nothing, it begins after it ends.
_NOWHERE = float("inf")


class Disc(Struct, frozen=True):
    """A capsule as it is seen, in pixels (as wide as one): its two ends and their radii."""

    ax: float
    ay: float
    ar: float
    bx: float
    by: float
    br: float


class Polygon(Struct, frozen=True):
    """A convex panel as it is seen: its corners in pixels (as wide as one)."""

    corners: tuple[tuple[float, float], ...]


Outline: TypeAlias = Disc | Polygon
# From where to where, at the cut of a number; the heights of cuts are a step apart, the first half a step down.
Cut: TypeAlias = tuple[int, float, float]
# An edge that goes down: its upper and lower end, where its upper end is, and how far it goes aside for each step down.
_Edge: TypeAlias = tuple[float, float, float, float]
_NO_EDGE: _Edge = (_NOWHERE, _NOWHERE, 0.0, 0.0)


class Band(Struct, frozen=True):
    """The cuts through one row of pixels: from where to where each goes."""

    lefts: list[float]
    rights: list[float]

    def covered(self, x: int) -> float:
        """Give how much of a pixel they cover, all together."""
        found = 0.0
        for left, right in zip(self.lefts, self.rights, strict=True):
            start = left if left > x else x
            end = right if right < x + 1 else x + 1
            if end > start:
                found += end - start
        return found


def cuts(outline: Outline, step: float, most: int) -> list[Cut]:
    """Give the cuts through an outline, from the top down, at heights of the space alone: so many at most."""
    if isinstance(outline, Polygon):
        return _cuts_of_polygon(outline, step, most)
    return _cuts_of_disc(outline, step, most)


def wider(outline: Outline, by: float) -> Outline:
    """Give an outline with so much around it; a panel as it is."""
    if isinstance(outline, Polygon):
        return outline
    return Disc(outline.ax, outline.ay, outline.ar + by, outline.bx, outline.by, outline.br + by)


def _numbers(low: float, high: float, step: float, most: int) -> range:
    return range(max(ceil(low / step - 0.5), 0), min(ceil(high / step - 0.5), most))


def _edge(x0: float, y0: float, x1: float, y1: float) -> _Edge:
    if y0 > y1:
        x0, y0, x1, y1 = x1, y1, x0, y0
    return _NO_EDGE if y0 == y1 else (y0, y1, x0, (x1 - x0) / (y1 - y0))


def _cuts_of_polygon(polygon: Polygon, step: float, most: int) -> list[Cut]:
    corners = polygon.corners
    around = zip(corners, (*corners[1:], corners[0]), strict=True)
    edges = [_edge(*start, *end) for start, end in around]
    heights = [y for _, y in corners]
    found: list[Cut] = []
    for number in _numbers(min(heights), max(heights), step, most):
        y = (number + 0.5) * step
        places = [x + (y - top) * aside for top, bottom, x, aside in edges if top <= y < bottom]
        if places:
            found.append((number, min(places), max(places)))
    return found


def _cuts_of_disc(disc: Disc, step: float, most: int) -> list[Cut]:
    """Cut through two circles and the two lines that touch both."""
    ax, ay, ar, bx, by, br = disc.ax, disc.ay, disc.ar, disc.bx, disc.by, disc.br
    a_square, b_square = ar * ar, br * br
    (top, bottom, at, aside), (top_2, bottom_2, at_2, aside_2) = _touching(disc)
    found: list[Cut] = []
    for number in _numbers(min(ay - ar, by - br), max(ay + ar, by + br), step, most):
        y = (number + 0.5) * step
        left, right = _NOWHERE, -_NOWHERE
        inside = a_square - (y - ay) * (y - ay)
        if inside > 0:
            half = sqrt(inside)
            left, right = ax - half, ax + half
        inside = b_square - (y - by) * (y - by)
        if inside > 0:
            half = sqrt(inside)
            left = bx - half if bx - half < left else left
            right = bx + half if bx + half > right else right
        if top <= y < bottom:
            x = at + (y - top) * aside
            left = x if x < left else left
            right = x if x > right else right
        if top_2 <= y < bottom_2:
            x = at_2 + (y - top_2) * aside_2
            left = x if x < left else left
            right = x if x > right else right
        if left < right:
            found.append((number, left, right))
    return found


def _touching(disc: Disc) -> tuple[_Edge, _Edge]:
    """Give the two lines that touch both circles; none where one circle lies within the other."""
    dx, dy = disc.bx - disc.ax, disc.by - disc.ay
    square = dx * dx + dy * dy
    slope = disc.ar - disc.br
    if square <= slope * slope or not square:
        return _NO_EDGE, _NO_EDGE
    along, across = slope / square, sqrt(square - slope * slope) / square
    return _touching_on(disc, along, across), _touching_on(disc, along, -across)


def _touching_on(disc: Disc, along: float, across: float) -> _Edge:
    """Give the line on one side, by its direction from either middle: so far along to the other, and across."""
    dx, dy = disc.bx - disc.ax, disc.by - disc.ay
    x, y = dx * along + dy * across, dy * along - dx * across
    return _edge(disc.ax + x * disc.ar, disc.ay + y * disc.ar, disc.bx + x * disc.br, disc.by + y * disc.br)
