"""The display turned a quarter, for someone who lies on the side: digits, shape, side and name, drawn on their side."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from textual.strip import Strip

from relaxtimer.core.body import Side
from relaxtimer.core.states import State
from relaxtimer.tui.colours import Depth, Ink
from relaxtimer.tui.digits import picture as digits
from relaxtimer.tui.letters import HEIGHT, spelt, word
from relaxtimer.tui.pixels import Grid, above, beside, cells, placed, turned
from relaxtimer.tui.shapes import Shape, picture
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted

_GAP = 3


class Turned(Painted):
    """Draws everything onto a canvas as wide as the screen is high, then turns it."""

    def __init__(self, depth: Depth, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Be turned clockwise."""
        super().__init__(depth, id)
        self.quarters = 1
        self._drawn: object = None
        self._grid: Grid = ()

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.state, view.shape, view.side, view.name, view.digits

    def turn(self, quarters: int) -> None:
        """Turn clockwise by quarters."""
        if quarters != self.quarters:
            self.quarters = quarters
            self.refresh()

    def paint(self, y: int) -> Strip:
        """Draw a row."""
        view = self.view
        if view is None:
            return self.blank()
        wanted = (self.looks(view), self.quarters, self.size)
        if self._drawn != wanted:
            self._drawn = wanted
            width, height = self.size
            self._grid = turned(display(view, 2 * height, width), self.quarters)
        ink = Ink.DIM if view.state is State.PAUSED else Ink.TEXT
        segments = cells(self._grid, y, ink, self.depth)
        return Strip(segments or [Segment(" " * self.size.width, self.paper)], self.size.width)


def display(view: View, width: int, height: int) -> Grid:
    """Draw a moment upright into so many pixels."""
    head = _head(view, width)
    lines = _name(view.name, width, max((height - len(head)) // 3, 0) // (HEIGHT + 2))
    used = len(head) + _GAP + sum(len(line) + 2 for line in lines) + (_GAP if lines else 0)
    clock = digits(view.digits, width - 2, max(height - used, 0))
    pictures = [head, *([clock] if clock else [])]
    whole = above(pictures, _GAP)
    if lines:
        whole = above([whole, above(lines, 2)], _GAP)
    return placed(whole, width, height)


def _head(view: View, width: int) -> Grid:
    """Draw the shape of the phase, and the side with its arrow, as far as there is room."""
    size = HEIGHT + 5
    shape = picture(view.shape, size)
    if view.side is None:
        return shape
    arrow = picture(Shape.LEFT if view.side is Side.LEFT else Shape.RIGHT, size)
    letters = word(view.side.value.upper())
    middle = placed(letters, len(letters[0]), size)
    parts = [arrow, middle] if view.side is Side.LEFT else [middle, arrow]
    both = beside(parts, 3)
    full = beside([shape, both], 6)
    for each in (full, both, beside([shape, arrow], 4)):
        if len(each[0]) <= width:
            return each
    return arrow


def _name(name: str, width: int, most: int) -> list[Grid]:
    """Draw a name in as many lines as it needs, `most` at the most; one that cannot be spelt here is left out."""
    lines: list[str] = []
    for each in _pieces(spelt(name), width):
        longer = f"{lines[-1]} {each}" if lines else each
        if lines and _fits(longer, width):
            lines[-1] = longer
        else:
            lines.append(each)
    return [word(line) for line in lines[:most]]


def _pieces(spelling: str, width: int) -> Iterator[str]:
    """Yield the words, those too long for a line in pieces."""
    for each in spelling.split():
        rest = each
        while not _fits(rest, width):
            piece = next(rest[:end] for end in range(len(rest) - 1, 0, -1) if end == 1 or _fits(rest[:end], width))
            yield piece
            rest = rest[len(piece) :]
        yield rest


def _fits(spelling: str, width: int) -> bool:
    return len(spelling) <= 1 or len(word(spelling)[0]) <= width
