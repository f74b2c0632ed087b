"""Rows of text: fitted to a width, wrapped at words, with nothing in them that a terminal would obey."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Piece = tuple[str, Style]

ELLIPSIS = "…"


@lru_cache(1024)
def plain(text: str) -> str:
    """Leave out what is not printed: control characters, direction marks, characters of no width."""
    return "".join(letter if letter.isprintable() else " " if letter.isspace() else "" for letter in text)


def cut(text: str, width: int) -> str:
    """Fit a text into so many cells, with an ellipsis where some of it is left out."""
    text = plain(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


@lru_cache(512)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Break a text into lines of so many cells at most; a longer word is cut."""
    if width <= 0:
        return ()
    lines: list[str] = []
    line = ""
    for word in plain(text).split():
        longer = f"{line} {word}" if line else word
        if line and cell_len(longer) > width:
            lines.append(line)
            longer = word
        line = cut(longer, width)
    return (*lines, line) if line else tuple(lines)


def row(pieces: Iterable[Piece], width: int, paper: Style, *, right: Iterable[Piece] = ()) -> Strip:
    """Lay pieces of text into a row: from the left, and others to the right end as far as there is room for them."""
    start = _fitted(pieces, width)
    used = sum(segment.cell_length for segment in start)
    end = _fitted(right, width)
    needed = sum(segment.cell_length for segment in end)
    if used + needed + (1 if used and needed else 0) > width:
        end, needed = [], 0
    space = [Segment(" " * (width - used - needed), paper)] if width > used + needed else []
    return Strip([*start, *space, *end], width)


def _fitted(pieces: Iterable[Piece], width: int) -> list[Segment]:
    found: list[Segment] = []
    for text, style in pieces:
        if width <= 0:
            break
        shown = cut(text, width)
        if shown:
            found.append(Segment(shown, style))
        width -= cell_len(shown)
    return found
