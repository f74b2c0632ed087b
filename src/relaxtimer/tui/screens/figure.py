"""A figure by itself: the whole screen is its stage, and any of the usual keys leaves."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.strip import Strip

from relaxtimer.core.duration import SECOND
from relaxtimer.figure.shown import Shown
from relaxtimer.tui.colours import Depth, Ink, style
from relaxtimer.tui.projector import Projector, encoding_of
from relaxtimer.tui.rows import row
from relaxtimer.tui.widgets.painted import Painted

_FRAMES = 15
# A row for the figure, and one for its name.
_LEAST = 2
_NO_PICTURE = "Figures are off: --figures quadrants shows them."


class FigureScreen(Screen[None]):
    """Plays a figure again and again."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape,space,enter", "leave", show=False)]
    DEFAULT_CSS = "FigureScreen > * { width: 1fr; height: 1fr; }"

    def __init__(self, shown: Shown, depth: Depth, *, mirrored: bool, figures: str) -> None:
        """Be ready to play."""
        super().__init__()
        self._stage = _Stage(shown, depth, mirrored=mirrored, figures=figures)

    def compose(self) -> ComposeResult:
        """Show the stage."""
        yield self._stage

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(1 / _FRAMES, self._stage.step)

    def action_leave(self) -> None:
        """End."""
        self.app.exit()


class _Stage(Painted):
    """The figure, and below it what it is and how to leave."""

    def __init__(self, shown: Shown, depth: Depth, *, mirrored: bool, figures: str) -> None:
        super().__init__(depth, "stage")
        self._shown = shown
        self._mirrored = mirrored
        encoding = encoding_of(figures, depth)
        self._projector = None if encoding is None else Projector(depth, encoding)
        self._began = monotonic()
        self._rows: tuple[Strip, ...] = ()

    def step(self) -> None:
        """Show the moment, where it looks different."""
        before, self._rows = self._rows, self._drawn()
        if self._rows != before:
            self.refresh()

    def paint(self, y: int) -> Strip:
        """Give a row."""
        if y < self.size.height - 1:
            rows = self._rows or self._drawn()
            return rows[y] if y < len(rows) else self.blank()
        name = (f" {self._shown.name}", style(self.depth, Ink.TEXT, bold=True))
        leave = ("q leaves ", style(self.depth, Ink.DIM))
        return row([name], self.size.width, style(self.depth, Ink.TEXT), right=[leave])

    def _drawn(self) -> tuple[Strip, ...]:
        size = self.size
        if self._projector is None or size.height < _LEAST:
            words = row([(f" {_NO_PICTURE}", style(self.depth, Ink.DIM))], size.width, style(self.depth, Ink.TEXT))
            return (words,)
        elapsed = int((monotonic() - self._began) * SECOND)
        space = size.with_height(size.height - 1)
        return self._projector.moment(self._shown.figure, self._shown.at(elapsed), space, mirrored=self._mirrored)
