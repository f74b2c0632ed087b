"""The first frame of a session: the name of the routine, seen while everything else is still being loaded."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from rich.segment import Segment
from textual.app import ComposeResult
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from relaxtimer.tui.colours import Ink, Look, style

if TYPE_CHECKING:
    from relaxtimer.visit import Visit

# Where the session has its title: see `arrangement`.
_WIDE, _INDENT, _NARROW_INDENT = 60, 4, 1


class OpeningScreen(Screen[None]):
    """Shows a title, then goes through a visit over itself; the app ends with that.

    What `make_visit` and the visit raise ends the app and is raised by whoever runs it.
    """

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, title: str, make_visit: Callable[[], Visit], look: Look) -> None:
        """Show this title; `make_visit` takes its time."""
        super().__init__()
        self._words = title
        self._make_visit = make_visit
        self._look = look

    def compose(self) -> ComposeResult:
        """Draw the title."""
        yield _Title(self._words, self._look)

    def on_mount(self) -> None:
        """Go on as soon as the title has been drawn."""
        self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        from relaxtimer.tui.screens.visiting import Visiting  # noqa: PLC0415 - the title is seen before this is loaded

        gc.disable()
        try:
            Visiting(self.app, self._make_visit(), self._look, lambda status: self.app.exit(return_code=status)).begin()
        finally:
            gc.freeze()
            gc.enable()


class _Title(Widget):
    """One line of text, where the session will have it."""

    DEFAULT_CSS = "_Title { width: 1fr; height: 1fr; }"

    def __init__(self, words: str, look: Look) -> None:
        super().__init__()
        self._words = words
        self._ink = style(look, Ink.DIM)

    def render_line(self, y: int) -> Strip:
        """Draw the title in the first row, and nothing below."""
        width = self.size.width
        indent = " " * (_INDENT if width >= _WIDE else _NARROW_INDENT)
        return Strip([Segment(set_cell_size(indent + (self._words if y == 0 else ""), width), self._ink)], width)
