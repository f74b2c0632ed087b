"""Contact sheets: of each exercise two moments, with its name below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TypeVar

from relaxtimer.figure.drawing import draw
from relaxtimer.figure.figure import Figure
from relaxtimer.figure.film import Shot
from relaxtimer.figure.palette import Palette
from relaxtimer.figure.shown import Shown
from relaxtimer.figure.svg import Drawing, document

MOMENT_WIDTH, MOMENT_HEIGHT, NAME_HEIGHT = 180, 130, 26
COLUMNS = 4
GAP = 12
_LETTERS = 13

T = TypeVar("T")


def places(items: Sequence[T]) -> Iterator[tuple[T, int, int]]:
    """Give each card of a sheet its place."""
    for place, item in enumerate(items):
        row, column = divmod(place, COLUMNS)
        yield item, GAP + column * (2 * MOMENT_WIDTH + GAP), GAP + row * (MOMENT_HEIGHT + NAME_HEIGHT + GAP)


def size_of(count: int) -> tuple[int, int]:
    """Give the size of a sheet of so many cards."""
    columns, rows = min(COLUMNS, max(count, 1)), -(-max(count, 1) // COLUMNS)
    return GAP + columns * (2 * MOMENT_WIDTH + GAP), GAP + rows * (MOMENT_HEIGHT + NAME_HEIGHT + GAP)


def sheet_as_svg(cards: Sequence[Shown], palette: Palette) -> str:
    """Draw a contact sheet."""
    drawings: list[tuple[float, float, Drawing]] = []
    words: list[str] = []
    for shown, x, y in places(cards):
        for step, shot in enumerate((shown.first, shown.last)):
            drawings.append((x + step * MOMENT_WIDTH, y, _drawn(shown.figure, shot, palette)))
        words.append(
            f'<text x="{x + MOMENT_WIDTH}" y="{y + MOMENT_HEIGHT + 17}" fill="{palette.ink}" font-size="{_LETTERS}"'
            f' font-family="sans-serif" text-anchor="middle">{escape(shown.name)}</text>'
        )
    width, height = size_of(len(cards))
    return document(drawings, width, height, palette, "\n".join(words))


def moment_as_svg(figure: Figure, shot: Shot, palette: Palette, *, mirrored: bool) -> str:
    """Draw one moment."""
    drawn = _drawn(figure, shot, palette, mirrored=mirrored)
    return document([(0, 0, drawn)], MOMENT_WIDTH, MOMENT_HEIGHT, palette)


def _drawn(figure: Figure, shot: Shot, palette: Palette, *, mirrored: bool = False) -> Drawing:
    drawing = Drawing(MOMENT_WIDTH, MOMENT_HEIGHT, palette)
    draw(figure, shot, drawing, mirrored=mirrored)
    return drawing
