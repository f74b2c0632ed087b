"""A figure by itself: the whole screen is its stage, and any of the usual keys leaves."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.strip import Strip

from relaxtimer.core.duration import SECOND
from relaxtimer.figure.film import FRAMES
from relaxtimer.figure.shown import Shown
from relaxtimer.tui.colours import Ink, Look, style
from relaxtimer.tui.projector import Projector, Take, encoding_of
from relaxtimer.tui.rows import row
from relaxtimer.tui.widgets.painted import Painted
from relaxtimer.tui.widgets.projection import Projection

# So many pictures are drawn ahead.
_AHEAD = 2 * FRAMES
_NO_PICTURE = "Figures are off: --figures quadrants shows them."


class FigureScreen(Screen[None]):
    """Plays a figure again and again."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape,space,enter", "leave", show=False)]
    DEFAULT_CSS = "FigureScreen > * { width: 1fr; height: 1fr; } FigureScreen > #name { height: 1; dock: bottom; }"

    def __init__(self, shown: Shown, look: Look, *, mirrored: bool, figures: str) -> None:
        """Be ready to play."""
        super().__init__()
        self._stage = _Stage(shown, look, mirrored=mirrored, figures=figures)
        self._name_row = _Name(shown.name, look)

    def compose(self) -> ComposeResult:
        """Show the stage."""
        yield self._stage
        yield self._name_row

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(1 / FRAMES, self._stage.step)

    def action_leave(self) -> None:
        """End."""
        self.app.exit()


class _Stage(Projection):
    """The figure."""

    def __init__(self, shown: Shown, look: Look, *, mirrored: bool, figures: str) -> None:
        super().__init__(look, "stage")
        self._shown = shown
        self._mirrored = mirrored
        encoding = encoding_of(figures, look)
        self.projector = None if encoding is None else Projector(look, encoding)
        self._began = monotonic()

    def step(self) -> None:
        """Show the moment."""
        if self.projector is not None and self.size.area:
            self.project(self._takes(self.projector))

    def paint(self, y: int) -> Strip:
        """Give a row."""
        if self.projector is None and not y:
            words = (f" {_NO_PICTURE}", style(self.look, Ink.DIM))
            return row([words], self.size.width, style(self.look, Ink.TEXT))
        return super().paint(y)

    def _takes(self, projector: Projector) -> Iterator[Take]:
        elapsed = int((monotonic() - self._began) * SECOND)
        for picture in range(_AHEAD):
            shot = self._shown.at(elapsed + picture * SECOND // FRAMES)
            yield projector.take(self._shown.figure, shot, self.size, mirrored=self._mirrored)


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
