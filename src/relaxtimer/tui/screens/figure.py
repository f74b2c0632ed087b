"""A figure by itself: the whole screen is its stage, and any of the usual keys leaves."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.strip import Strip

from relaxtimer.figure.shown import Shown
from relaxtimer.tui.colours import Ink, Look, style
from relaxtimer.tui.rows import row
from relaxtimer.tui.widgets.painted import Painted
from relaxtimer.tui.widgets.playing import Playing


class FigureScreen(Screen[None]):
    """Plays a figure again and again."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape,space,enter", "leave", show=False)]
    DEFAULT_CSS = "FigureScreen > * { width: 1fr; height: 1fr; } FigureScreen > #name { height: 1; dock: bottom; }"

    def __init__(self, shown: Shown, look: Look, *, mirrored: bool, figures: str) -> None:
        """Be ready to play."""
        super().__init__()
        self._shown = shown
        self._mirrored = mirrored
        self._stage = Playing(look, "stage", figures)
        self._name_row = _Name(shown.name, look)

    def compose(self) -> ComposeResult:
        """Show the stage."""
        yield self._stage
        yield self._name_row

    def on_mount(self) -> None:
        """Begin."""
        self._stage.play(self._shown, mirrored=self._mirrored)

    def action_leave(self) -> None:
        """End."""
        self.app.exit()


class _Name(Painted):
    """What it is, and how to leave."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__(look, "name")
        self._name_of_exercise = name

    def paint(self, _: int) -> Strip:
        """Give the row."""
        name = (f" {self._name_of_exercise}", style(self.look, Ink.TEXT, bold=True))
        leave = ("q leaves ", style(self.look, Ink.DIM))
        return row([name], self.size.width, style(self.look, Ink.TEXT), right=[leave])
