"""The keys of the library, to be seen and clicked; or in their place a message."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.library.text import Span, strip


class Key(Struct, frozen=True):
    """A key: the action of the screen that it stands for, what it is called, and what it does in a word."""

    action: str
    name: str
    short: str

    @property
    def width(self) -> int:
        """How many cells it takes, without what sets it apart."""
        return cell_len(self.name) + 1 + cell_len(self.short)

    @property
    def gap(self) -> int:
        """How many cells set it apart from the next; one without a word shares that of the next."""
        return 2 if self.short else 0


class Keys(Widget):
    """One line of keys: the first matter most, and what does not fit is left out."""

    can_focus = False
    ALLOW_SELECT = False

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Have no keys."""
        super().__init__(id=id)
        self.look = look
        self.offered: tuple[Key, ...] = ()
        self.message = ""

    def wear(self, look: Look) -> None:
        """Draw in other colours."""
        self.look = look
        self.refresh()

    def offer(self, keys: tuple[Key, ...]) -> None:
        """Show these keys."""
        self.offered = keys
        self.refresh()

    def say(self, message: str) -> None:
        """Show a message until it is hushed."""
        self.message = message
        self.refresh()

    def hush(self) -> None:
        """Show the keys again."""
        if self.message:
            self.say("")

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        if y or self.message:
            said = self.message if not y else ""
            return strip((Span(" "), Span(said, Ink.SWITCH, bold=True)), self.size.width, self.look)
        spans = [Span(" ")]
        for _, key in self._placed():
            spans += [Span(key.name, Ink.KEY, bold=True), Span(f" {key.short}", Ink.DIM), Span(" " * key.gap)]
        return strip(spans, self.size.width, self.look)

    async def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        for start, key in self._placed():
            if start <= event.x < start + key.width and not self.message:
                event.stop()
                await self.run_action(f"screen.{key.action}")
                return

    def _placed(self) -> Iterator[tuple[int, Key]]:
        start = 1
        for key in self.offered:
            if start + key.width <= self.size.width:
                yield start, key
                start += key.width + key.gap
