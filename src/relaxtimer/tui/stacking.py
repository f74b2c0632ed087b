"""Rows above each other: a column with space between, and what comes next as the last line of all."""

from __future__ import annotations

from textual.geometry import Region

from relaxtimer.tui.places import Place


def with_next(places: dict[Place, Region], main: Region) -> Region:
    """Put what comes next into the last row; give what is left."""
    places[Place.NEXT] = Region(main.x, main.bottom - 1, main.width, 1)
    return Region(main.x, main.y, main.width, main.height - 1)


def stack(places: dict[Place, Region], column: Region, heights: dict[Place, int], gap: int) -> None:
    """Give each its rows, in the order they are given in, with so many empty ones between."""
    y = column.y
    for place, rows in heights.items():
        if rows:
            places[place] = Region(column.x, y, column.width, min(rows, column.bottom - y))
            y += rows + gap
