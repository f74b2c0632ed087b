"""The display turned a quarter, for someone who lies on the side: digits, shape, side and name, drawn on their side."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from relaxtimer.core.body import Side
from relaxtimer.core.states import State
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.digits import picture as digits
from relaxtimer.tui.letters import HEIGHT, side, word
from relaxtimer.tui.pixels import Grid, above, beside, cells, placed, scaled, turned
from relaxtimer.tui.shapes import picture
from relaxtimer.tui.spelling import LEADING, lines_of
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted

# In pixels: between pictures, and from which height on the shape has a line of its own.
_GAP, _TALL = 3, 60
# How much of the height the name may have, in hundredths: the digits are as large as they can be across beside that.
_NAME = 45


class Turned(Painted):
    """Draws everything onto a canvas as wide as the screen is high, then turns it."""

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Be turned clockwise."""
        super().__init__(look, id)
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
        segments = cells(self._grid, y, ink, self.look)
        return Strip(segments or [Segment(" " * self.size.width, self.paper)], self.size.width)


def display(view: View, width: int, height: int) -> Grid:
    """Draw a moment upright into so many pixels: shape and side, the clock as large as there is room, the name."""
    head = _head(view, width, height)
    lines = lines_of(view.name, width, height * _NAME // 100)
    name = [above(lines, LEADING)] if lines else []
    used = sum(len(grid) + _GAP for grid in (head, *name))
    clock = digits(view.digits, width - 2, max(height - used, 0))
    return placed(above([head, *([clock] if clock else []), *name], _GAP), width, height)


def _head(view: View, width: int, height: int) -> Grid:
    """Draw the shape of the phase, and the side with its arrow, as large and as much as there is room for."""
    if height >= _TALL:
        shape = picture(view.shape, height // 6)
        sides = _sides(view, width)
        return above([shape, *sides[:1]], _GAP)
    shape = placed(picture(view.shape, HEIGHT + 1), HEIGHT + 1, HEIGHT)
    both = (beside((shape, each), _GAP) for each in _sides(view, width))
    return next((each for each in both if len(each[0]) <= width), shape)


def _sides(view: View, width: int) -> list[Grid]:
    """Draw the side in large, in small, and as its arrow alone: what fits, the largest first."""
    if view.side is None:
        return []
    whole = side(view.side.value)
    each = (scaled(whole, 2), whole, word("←" if view.side is Side.LEFT else "→"))
    return [grid for grid in each if len(grid[0]) <= width]
