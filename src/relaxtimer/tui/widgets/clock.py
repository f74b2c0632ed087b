"""The clock: what is left of this segment, as large as there is room for."""

from __future__ import annotations

from functools import lru_cache

from textual.geometry import Size
from textual.strip import Strip

from relaxtimer.core.states import State
from relaxtimer.tui.colours import Ink
from relaxtimer.tui.digits import picture
from relaxtimer.tui.pixels import Grid, cells, placed
from relaxtimer.tui.rows import row
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted


class Clock(Painted):
    """Digits, at the left; in the middle of the big display."""

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.digits, view.state

    def paint(self, y: int) -> Strip:
        """Draw a row of the digits; as text where they would be too small."""
        view = self.view
        if view is None:
            return self.blank()
        ink = Ink.DIM if view.state is State.PAUSED else Ink.TEXT
        grid = _placed(view.digits, self.size, middle=self.centred)
        if not grid:
            text = [(view.digits, self.ink(ink, bold=True))] if y == 0 else []
            return row(text, self.size.width, self.paper)
        return Strip(cells(grid, y, ink, self.look), self.size.width)


@lru_cache(16)
def _placed(digits: str, size: Size, *, middle: bool) -> Grid:
    grid = picture(digits, *pixels(size))
    return placed(grid, *pixels(size), middle=middle) if grid else ()


def pixels(size: Size) -> tuple[int, int]:
    """Give how many pixels a widget has, across and down."""
    return size.width, 2 * size.height
