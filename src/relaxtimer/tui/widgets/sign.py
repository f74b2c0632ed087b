"""The side: a word in large letters with an arrow, at the side it names, and a strip at that edge of the screen."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from relaxtimer.core.body import Side
from relaxtimer.core.states import State
from relaxtimer.tui.colours import Ink
from relaxtimer.tui.letters import HEIGHT, side, word
from relaxtimer.tui.pixels import Grid, beside, cells, placed
from relaxtimer.tui.rows import row
from relaxtimer.tui.shapes import Shape, picture
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.clock import pixels
from relaxtimer.tui.widgets.painted import Painted

# Between bars or a word and the side, in pixels.
_APART = 5


class Sign(Painted):
    """The side to work on; while paused, that it is paused."""

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.side, view.state

    def paint(self, y: int) -> Strip:
        """Draw a row of the letters, or one line of text."""
        view = self.view
        if view is None:
            return self.blank()
        at_right = view.side is Side.RIGHT and view.state is not State.PAUSED
        ink = Ink.TEXT if view.state is State.PAUSED else Ink.SIDE
        grid = next((grid for grid in signs(view) if len(grid[0]) <= self.size.width), None)
        if grid is None or self.size.height * 2 < len(grid):
            text = text_of(view, self.size.width)
            piece = [] if y or not text.strip() else [(text, self.ink(ink, bold=True, reverse=True))]
            return row([] if at_right else piece, self.size.width, self.paper, right=piece if at_right else [])
        if self.centred:
            return Strip(cells(placed(grid, *pixels(self.size)), y, ink, self.look), self.size.width)
        space = self.size.width - len(grid[0])
        drawn = tuple(bytes(space) + line if at_right else line + bytes(space) for line in grid)
        return Strip(cells(drawn, y, ink, self.look), self.size.width)


class Edge(Painted):
    """A strip at the edge of the screen where the side is that is worked on."""

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.side

    def paint(self, y: int) -> Strip:  # noqa: ARG002 - every row is the same
        """Draw a row of the strip."""
        if self.view is None or self.view.side is None:
            return self.blank()
        width = self.size.width
        thin = "▌" if self.view.side is Side.LEFT else "▐"
        return Strip([Segment("█" * width if width > 1 else thin, self.ink(Ink.SIDE))], width)


def signs(view: View) -> tuple[Grid, ...]:
    """Draw what the sign says, with its shape and, where that is too wide, without; the side has room before a word."""
    sides = () if view.side is None else (side(view.side.value),)
    if view.state is not State.PAUSED:
        return sides
    bars, letters = picture(Shape.PAUSED, HEIGHT + 1)[:HEIGHT], word("PAUSED")
    whole = beside((bars, letters), 2)
    return (beside((whole, *sides), _APART), beside((bars, *sides), _APART)) if sides else (whole, letters)


def text_of(view: View, width: int) -> str:
    """Say in one line what the sign says, in fewer words where these are too wide."""
    paused = f"{Shape.PAUSED.mark} PAUSED" if view.state is State.PAUSED else ""
    whole = f" {paused}  {view.side_words}".rstrip() + " " if paused else f" {view.side_words} "
    return whole if cell_len(whole) <= width else whole.replace(" SIDE", "").replace("  ", " ")
