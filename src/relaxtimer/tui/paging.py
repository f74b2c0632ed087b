"""Text in letters of pixels, on as many pages as it needs: what is read on a display that is turned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from relaxtimer.tui import letters, small_letters
from relaxtimer.tui.colours import LEVELS
from relaxtimer.tui.pixels import Grid, blank, placed
from relaxtimer.tui.spelling import LEADING, broken

# Where fewer large letters than this fit into a line, small ones are read better: words stay together.
_LARGE_FROM = 14
# So few small letters in a line can hardly be read.
_LEAST = 8
# In pixels: between paragraphs, and between the text and the number of the page.
_BETWEEN, _ABOVE_NUMBER = 3 * LEADING, 2 * LEADING
# Letters and the line below them, with a row between.
_UNDERLINED = 2


class Paragraph(NamedTuple):
    """Some text; a heading has a line drawn below it."""

    words: str
    heading: bool = False


@lru_cache(8)
def pages(paragraphs: tuple[Paragraph, ...], width: int, height: int) -> tuple[Grid, ...]:
    """Draw text onto pages of so many pixels; none where lines would be too short, or a letter has no picture."""
    if width < _LEAST * (small_letters.HEIGHT - 1):
        return ()
    large = width >= _LARGE_FROM * (letters.HEIGHT - 1)
    for draw, high in ((letters.word, letters.HEIGHT), (small_letters.word, small_letters.HEIGHT))[not large :]:
        room = height - small_letters.HEIGHT - _ABOVE_NUMBER
        drawn = [(broken(each.words, width, draw) or [], each) for each in paragraphs]
        if room >= high + _UNDERLINED and all(grids for grids, _ in drawn):
            texts = list(_paged(_lines(drawn, width), room))
            return tuple(_numbered(text, f"{n}/{len(texts)}", width, height) for n, text in enumerate(texts, 1))
    return ()


def _lines(drawn: Iterable[tuple[list[Grid], Paragraph]], width: int) -> Iterator[tuple[int, Grid]]:
    """Yield each line, as wide as the page, with the space above it."""
    for grids, paragraph in drawn:
        for place, grid in enumerate(grids):
            line = placed(grid, width, len(grid), middle=False)
            if paragraph.heading and place == len(grids) - 1:
                under = bytes([LEVELS]) * len(grid[0])
                line = (*line, *blank(width, 1), under.ljust(width, b"\0")[:width])
            yield LEADING if place else _BETWEEN, line


def _paged(lines: Iterable[tuple[int, Grid]], room: int) -> Iterator[Grid]:
    """Yield the text of each page; the first line of a page has no space above it."""
    page: Grid = ()
    for space, line in lines:
        if page and len(page) + space + len(line) > room:
            yield page
            page = ()
        page += (*(blank(len(line[0]), space) if page else ()), *line)
    yield page


def _numbered(text: Grid, number: str, width: int, height: int) -> Grid:
    """Put the number of the page at its lower end."""
    foot = placed(small_letters.word(number), width, small_letters.HEIGHT, middle=False)
    return (*text, *blank(width, height - len(text) - len(foot)), *foot)
