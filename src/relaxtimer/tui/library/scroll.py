"""Many lines, of which those in view are drawn, with a slim bar that shows where they are and can be dragged."""

from __future__ import annotations

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.library.text import Span, strip

_WHEEL = 2


class Scroll(Widget):
    """Draws `paint(line, width)` for each of `lines` lines that is in view, from `first` on.

    `edge` is what the bar runs on; `active` tells whether the arrow keys move here.
    """

    can_focus = False
    ALLOW_SELECT = False

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Have no lines."""
        super().__init__(id=id)
        self.look = look
        self.first = 0
        self.edge = " "
        self.active = True
        self._dragging = False

    def wear(self, look: Look) -> None:
        """Draw in other colours."""
        self.look = look
        self.refresh()

    @property
    def lines(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def paint(self, line: int, width: int) -> Strip:
        """Draw a line, exactly so many cells wide."""
        raise NotImplementedError

    @property
    def text_width(self) -> int:
        """How many cells are left beside the bar and the gap before it."""
        return max(self.size.width - 2, 0)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self.first + self.size.height >= self.lines

    def scroll_lines(self, lines: int) -> None:
        """Move what is in view down by so many lines, as far as there are some."""
        self.show_from(self.first + lines)

    def show_from(self, line: int) -> None:
        """Put a line at the top, as far as that leaves none of the room empty."""
        self.first = min(max(line, 0), max(self.lines - self.size.height, 0))
        self.refresh()

    def bring(self, line: int, height: int) -> None:
        """Bring so many lines from this one on into view."""
        if line < self.first:
            self.show_from(line)
        elif line + height > self.first + self.size.height:
            self.show_from(line + height - self.size.height)
        else:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a row, as Textual asks for it."""
        width, height = self.size
        if width <= 1 or not height:
            return strip((), width, self.look)
        line = self.first + y
        drawn = self.paint(line, width - 1) if line < self.lines else strip((), width - 1, self.look)
        return Strip.join([drawn, strip((self._bar(y, height),), 1, self.look)])

    def _bar(self, y: int, height: int) -> Span:
        lines = self.lines
        if lines > height:
            length = max(height * height // lines, 1)
            start = (height - length) * self.first // (lines - height)
            if start <= y < start + length:
                return Span("┃", Ink.DIM if self.active else Ink.FAINT)
        return Span(self.edge, Ink.FAINT)

    def on_resize(self) -> None:
        """Keep the room filled."""
        self.show_from(self.first)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down."""
        event.stop()
        self.scroll_lines(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up."""
        event.stop()
        self.scroll_lines(-_WHEEL)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the bar."""
        if self.on_bar(event):
            event.stop()
            self._dragging = True
            self.capture_mouse()
            self._drag(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the bar."""
        if self._dragging:
            event.stop()
            self._drag(event.y)

    def on_mouse_up(self) -> None:
        """Let go of the bar."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_bar(self, event: events.MouseEvent) -> bool:
        """Tell whether the mouse is on the bar."""
        return event.x == self.size.width - 1 and self.lines > self.size.height

    def _drag(self, y: int) -> None:
        height = self.size.height
        self.show_from((self.lines - height) * y // max(height - 1, 1))
