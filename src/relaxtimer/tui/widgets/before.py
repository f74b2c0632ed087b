"""What to read before the session: the cautions of the routine, and what this is not."""

from __future__ import annotations

from textual.strip import Strip

from relaxtimer.tui.cautions import CAUTION, MORE, opening_rows
from relaxtimer.tui.colours import Ink
from relaxtimer.tui.rows import row
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted


class Before(Painted):
    """The sentences as far as there is room; where it ends too soon, the key that opens the rest."""

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.cautions.opening

    def paint(self, y: int) -> Strip:
        """Draw a row."""
        width, height = self.size
        rows = opening_rows(self.view.cautions.opening, width) if self.view else []
        if y >= len(rows):
            return self.blank()
        if len(rows) > height and y == height - 1:
            return row([(f"{CAUTION} ", self.ink(Ink.KEY, bold=True)), (MORE, self.ink(Ink.DIM))], width, self.paper)
        mark, line = rows[y]
        return row([(mark, self.ink(Ink.KEY, bold=True)), (line, self.ink(Ink.TEXT))], width, self.paper)
