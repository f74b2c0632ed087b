"""Pictures of soft-edged pixels, two of them above each other in every cell of the terminal.

A grid is a tuple of rows; a row is bytes, one for each pixel: how much of it is inked, 0 to `LEVELS`. A half block is
as wide as it is high in most fonts, so pixels are square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby

from rich.segment import Segment

from relaxtimer.tui.colours import LEVELS, Ink, Look, of_rgb, shade, style

Grid = tuple[bytes, ...]

# The character for a cell whose upper and lower pixel are inked or not.
BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def raster(width: int, height: int, distance: Callable[[float, float], float]) -> Grid:
    """Draw what a distance describes: in pixels, negative inside, positive outside, asked at the middle of each."""
    return tuple(bytes(covered(distance(x + 0.5, y + 0.5)) for x in range(width)) for y in range(height))


def covered(distance: float) -> int:
    """Give how much of a pixel is inked whose middle is so far outside."""
    return round(min(max(0.5 - distance, 0.0), 1.0) * LEVELS)


def blank(width: int, height: int) -> Grid:
    """Give a picture of nothing."""
    return (bytes(width),) * height


def beside(grids: Iterable[Grid], gap: int) -> Grid:
    """Put pictures of one height side by side."""
    return tuple(bytes(gap).join(rows) for rows in zip(*grids, strict=True))


def above(grids: Iterable[Grid], gap: int) -> Grid:
    """Put pictures below each other, each in the middle of the widest."""
    pictures = list(grids)
    width = max(len(grid[0]) for grid in pictures)
    rows: list[bytes] = []
    for grid in pictures:
        rows += [bytes(width)] * (gap if rows else 0)
        rows += placed(grid, width, len(grid))
    return tuple(rows)


def scaled(grid: Grid, times: int) -> Grid:
    """Draw every pixel as a square of pixels."""
    return tuple(bytes(level for level in row for _ in range(times)) for row in grid for _ in range(times))


def placed(grid: Grid, width: int, height: int, *, middle: bool = True) -> Grid:
    """Put a picture into a larger space: in its middle, or at its left, half-way down; what does not fit is cut."""
    rows = grid[:height]
    top = (height - len(rows)) // 2
    top -= top % 2
    left = max((width - len(grid[0])) // 2, 0) if grid and middle else 0
    lines = tuple((bytes(left) + row)[:width].ljust(width, b"\0") for row in rows)
    return blank(width, top) + lines + blank(width, height - top - len(lines))


def turned(grid: Grid, quarters: int) -> Grid:
    """Turn a picture clockwise by quarters."""
    for _ in range(quarters % 4):
        grid = tuple(bytes(column) for column in zip(*reversed(grid), strict=True))
    return grid


def cells(grid: Grid, row: int, ink: Ink, look: Look) -> list[Segment]:
    """Give a row of cells of a picture: two rows of its pixels."""
    empty = bytes(len(grid[0])) if grid else b""
    upper = grid[2 * row] if 2 * row < len(grid) else empty
    lower = grid[2 * row + 1] if 2 * row + 1 < len(grid) else empty
    runs = groupby(zip(upper, lower, strict=True))
    return [cell(levels, len(list(run)), ink, look) for levels, run in runs]


@lru_cache(8192)
def cell(levels: tuple[int, int], count: int, ink: Ink, look: Look) -> Segment:
    """Give cells whose two pixels are inked so much."""
    top, bottom = levels
    if not look.smooth or {top, bottom} <= {0, LEVELS}:
        block = BLOCKS[top * 2 >= LEVELS, bottom * 2 >= LEVELS]
        return Segment(block * count, style(look, ink))
    return Segment("▀" * count, of_rgb(shade(look, ink, top), shade(look, ink, bottom)))
