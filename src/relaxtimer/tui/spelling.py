"""A name in letters of pixels, in as many lines as it needs: broken between words, smaller, or at last shortened."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from relaxtimer.tui import letters, small_letters
from relaxtimer.tui.pixels import Grid
from relaxtimer.tui.small_letters import ELLIPSIS

# Between two lines, in pixels.
LEADING = 2
_SHORTEST_PIECE = 2
# A word goes on after its hyphens.
_PIECES = re.compile(r"[^\s-]+-*|-+")

Draw = Callable[[str], Grid]


def lines_of(name: str, width: int, height: int) -> list[Grid]:
    """Draw a name into so many pixels, in the largest letters in which all of it fits; a name longer than that is cut.

    What cannot be spelt in these letters, and what not even one letter fits for, is left out.
    """
    spelling = letters.spelt(name)
    for draw, each in ((letters.word, letters.HEIGHT), (small_letters.word, small_letters.HEIGHT)):
        lines = _lines(spelling, width, draw)
        if len(lines) * (each + LEADING) - LEADING <= height and all(_fits(line, width, draw) for line in lines):
            return [draw(line) for line in lines]
    most = (height + LEADING) // (small_letters.HEIGHT + LEADING)
    return [small_letters.word(line) for line in _shortened(_lines(spelling, width, small_letters.word), width, most)]


def list_of(texts: Sequence[str], width: int, height: int) -> list[Grid] | None:
    """Draw texts, each from a new line on, in the largest letters in which all of them fit whole; `None` in none."""
    for draw, each in ((letters.word, letters.HEIGHT), (small_letters.word, small_letters.HEIGHT)):
        lines = [line for text in texts for line in _lines(letters.spelt(text), width, draw)]
        if len(lines) * (each + LEADING) - LEADING <= height and all(_fits(line, width, draw) for line in lines):
            return [draw(line) for line in lines]
    return None


def broken(text: str, width: int, draw: Draw) -> list[Grid] | None:
    """Draw a text into lines of so many pixels, with a word that is wider in pieces with hyphens.

    Gives `None` where it cannot be spelt, or not even a piece has room.
    """
    words = letters.spelt(text).split()
    pieces = [piece for word in words for piece in _pieces(word, width, draw)]
    lines = _lines(" ".join(pieces), width, draw)
    return [draw(line) for line in lines] if lines and all(_fits(line, width, draw) for line in lines) else None


def _pieces(word: str, width: int, draw: Draw) -> list[str]:
    """Cut a word that is wider than a line, so that no piece is shorter than two letters."""
    pieces: list[str] = []
    while len(word) > _SHORTEST_PIECE and not _lines_fit(word, width, draw):
        ends = range(len(word) - _SHORTEST_PIECE, _SHORTEST_PIECE - 1, -1)
        end = next((end for end in ends if _fits(f"{word[:end]}-", width, draw)), 0)
        if not end:
            break
        pieces.append(f"{word[:end]}-")
        word = word[end:]
    return [*pieces, word]


def _lines_fit(word: str, width: int, draw: Draw) -> bool:
    return all(_fits(line, width, draw) for line in _lines(word, width, draw))


def _lines(spelling: str, width: int, draw: Draw) -> list[str]:
    """Break between words, and after hyphens; a word that is too long has a line of its own."""
    lines: list[str] = []
    for word in spelling.split():
        gap = " "
        for piece in _PIECES.findall(word):
            longer = f"{lines[-1]}{gap}{piece}" if lines else piece
            if lines and _fits(longer, width, draw):
                lines[-1] = longer
            else:
                lines.append(piece)
            gap = ""
    return lines


def _shortened(lines: list[str], width: int, most: int) -> list[str]:
    """Cut the lines that are too wide, and leave out those that are too many."""
    kept = [line if _fits(line, width, small_letters.word) else _cut(line, width) for line in lines[:most]]
    if len(lines) > len(kept) > 0 and not kept[-1].endswith(ELLIPSIS):
        kept[-1] = _cut(kept[-1], width)
    return [line for line in kept if line]


def _cut(line: str, width: int) -> str:
    shorter = (line[:end].rstrip() + ELLIPSIS for end in range(len(line), 0, -1))
    return next((each for each in shorter if _fits(each, width, small_letters.word)), "")


def _fits(spelling: str, width: int, draw: Draw) -> bool:
    return len(draw(spelling)[0]) <= width
