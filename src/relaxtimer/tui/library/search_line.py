"""What is searched for, and how much was found."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.library.text import Line, Span, spread, strip, tail

_HINTS = ("type to search: name, equipment, position", "type to search", "search")
_CURSOR = "▏"
_NARROWEST = 12


class SearchLine(Widget):
    """One line: the words typed so far with the cursor after them, and the count at its end."""

    can_focus = False
    ALLOW_SELECT = False

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Search for nothing."""
        super().__init__(id=id)
        self.look = look
        self.typed = ""
        self._typing = False
        self._count = ""

    def wear(self, look: Look) -> None:
        """Draw in other colours."""
        self.look = look
        self.refresh()

    def show(self, typed: str, count: str, *, typing: bool) -> None:
        """Show what was typed, and what was found."""
        self.typed, self._count, self._typing = typed, count, typing
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y or width < _NARROWEST:
            return strip((), width, self.look)
        room = width - len(self._count) - 6
        return strip((Span(" "), *spread(self._left(room), Span(self._count, Ink.DIM), width - 2)), width, self.look)

    def _left(self, room: int) -> Line:
        mark = Span("/ ", Ink.KEY, bold=True)
        if not self._typing:
            return (mark, Span(next((hint for hint in _HINTS if len(hint) <= room), ""), Ink.DIM))
        return (mark, Span(tail(self.typed, room), Ink.TEXT, bold=True), Span(_CURSOR, Ink.KEY, bold=True))
