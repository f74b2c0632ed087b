"""Lines of text made of spans, each in one ink. Nothing in a text is markup, and nothing in it steers the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from rich.cells import cell_len, chop_cells
from rich.style import Style
from textual.strip import Strip

from relaxtimer.tui.colours import Ink, Look, of_rgb, rgb, style
from relaxtimer.tui.rows import cut, plain, row

# A chopped word keeps room for one character of two cells.
_NARROWEST = 2


class Span(Struct, frozen=True):
    """A piece of a line in one ink."""

    text: str
    ink: Ink = Ink.TEXT
    bold: bool = False


Line = tuple[Span, ...]


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many cells; a longer word, such as a path, goes on in the next line."""
    width = max(width, _NARROWEST)
    lines = [""]
    for word in plain(text).split():
        longer = f"{lines[-1]} {word}".lstrip()
        if cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines += chop_cells(word, width)
    return lines if lines[0] else lines[1:]


def tail(text: str, width: int) -> str:
    """Give the end of a text that takes at most so many cells."""
    while cell_len(text) > max(width, 1):
        text = text[1:]
    return text


def spread(left: Iterable[Span], right: Span, width: int) -> Line:
    """Put text to both ends of a line; what is on the left is cut where there is not enough room."""
    end = Span(cut(right.text, width), right.ink, right.bold)
    room = width - cell_len(end.text)
    start = limited(left, room - 1 if end.text else room)
    gap = room - sum(cell_len(span.text) for span in start)
    return (*start, Span(" " * gap), end)


def limited(line: Iterable[Span], width: int) -> Line:
    """Cut a line to so many cells."""
    kept: list[Span] = []
    for span in line:
        if width <= 0:
            break
        text = cut(span.text, width)
        kept.append(Span(text, span.ink, span.bold))
        width = width - cell_len(text) if text == span.text else 0
    return tuple(kept)


def marked(span: Span, words: Iterable[str]) -> Iterator[Span]:
    """Give a span in which the words that were searched for stand out."""
    text = plain(span.text)
    low = text.casefold().replace("-", " ")
    found = bytearray(len(text))
    if len(low) == len(text):
        for word in words:
            _mark(found, low, word)
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or found[end] != found[start]:
            hit = bool(found[start])
            yield Span(text[start:end], Ink.KEY if hit else span.ink, hit or span.bold)
            start = end


def _mark(found: bytearray, text: str, word: str) -> None:
    start = text.find(word)
    while start >= 0:
        found[start : start + len(word)] = b"\1" * len(word)
        start = text.find(word, start + 1)


def strip(line: Iterable[Span], width: int, look: Look, *, chosen: bool = False) -> Strip:
    """Draw a line, cut or filled to so many cells."""
    pieces = [(span.text, pen(look, span.ink, bold=span.bold, chosen=chosen)) for span in line]
    return row(pieces, width, pen(look, Ink.TEXT, chosen=chosen))


@lru_cache(256)
def pen(look: Look, ink: Ink, *, bold: bool = False, chosen: bool = False) -> Style:
    """Give the style of a span; what is chosen has a ground of its own, or is reversed where there are few colours."""
    if not chosen:
        return style(look, ink, bold=bold)
    if look.own_paper:
        return of_rgb(rgb(look, ink), rgb(look, Ink.TRACK)) + Style(bold=bold)
    return Style(bold=bold, reverse=True)
