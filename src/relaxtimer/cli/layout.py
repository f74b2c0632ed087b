"""Laying text out in columns that fit the terminal."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

NO_TERMINAL = 80
NARROWEST = 20
WIDEST = 120
# Before it in Unicode, every character that is printed takes one column.
FIRST_OF_OTHER_WIDTH = "\u0300"


def width_of(out: TextIO) -> int:
    """Give how many columns there are: what COLUMNS says, else the terminal's, else 80; never past 120."""
    columns = 0
    with suppress(ValueError):
        columns = int(os.environ.get("COLUMNS", ""))
    if columns <= 0:
        with suppress(OSError, ValueError, AttributeError):
            columns = os.get_terminal_size(out.fileno()).columns
    return min(max(columns or NO_TERMINAL, NARROWEST), WIDEST)


def cells(text: str) -> int:
    """Give how many columns a text takes: two for wide letters, none for marks that sit on others."""
    if not text or max(text) < FIRST_OF_OTHER_WIDTH:
        return len(text)
    import unicodedata

    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def wrapped(text: str, width: int, *, cut: bool = False) -> list[str]:
    """Break a text into lines between its words; at least one, even of nothing.

    A word wider than a line is left whole, so that a path can be copied from the terminal, unless it is to be `cut`.
    """
    words = text.split()
    if cells(text) <= width:
        return [" ".join(words)]
    lines, used = [""], 0
    for word in words:
        wide = cells(word)
        if used and used + 1 + wide <= width:
            lines[-1] += f" {word}"
            used += 1 + wide
            continue
        lines[-1:] = [*filter(None, lines[-1:]), *(_cut(word, width) if cut and wide > width else [word])]
        used = cells(lines[-1])
    return lines


def indented(text: str, width: int, first: str = "", others: str = "") -> str:
    """Wrap a text with something before its first line, and as wide or less before the others."""
    lines = wrapped(text, max(width - max(cells(first), cells(others)), 1))
    return "\n".join(f"{others if at else first}{line}".rstrip() for at, line in enumerate(lines))


def line_of(text: str, width: int) -> str:
    """Wrap a line that is too wide, with its own indentation before each part; any other stays as it is."""
    if cells(text) <= width:
        return text
    lead = text[: len(text) - len(text.lstrip())]
    return indented(text, width, lead, lead * 2)


def beside(columns: Sequence[tuple[str, int]], gap: str = "  ") -> str:
    """Put texts beside each other, each wrapped in its own width."""
    blocks = [(wrapped(text, width, cut=True), width) for text, width in columns]
    height = max(len(lines) for lines, _ in blocks)
    return "\n".join(
        gap.join(padded(lines[row] if row < len(lines) else "", width) for lines, width in blocks).rstrip()
        for row in range(height)
    )


def padded(text: str, width: int) -> str:
    """Fill a text up with spaces to a width."""
    return text + " " * (width - cells(text))


def _cut(word: str, width: int) -> list[str]:
    """Cut a word that is wider than a line."""
    pieces = [""]
    for char in word:
        if pieces[-1] and cells(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces
