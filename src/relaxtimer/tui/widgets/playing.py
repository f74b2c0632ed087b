"""A widget in which figures play by themselves, one or another, again and again."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

from textual.strip import Strip

from relaxtimer.core.duration import SECOND
from relaxtimer.figure.film import FRAMES
from relaxtimer.figure.shown import Shown
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.projector import Projector, Take, encoding_of
from relaxtimer.tui.rows import row
from relaxtimer.tui.widgets.projection import Projection

# So many pictures are drawn ahead.
_AHEAD = 2 * FRAMES
_OFF = "Figures are off: --figures quadrants shows them."


class Playing(Projection):
    """Plays what it is given; `calm` shows the moment that says most, and does not move."""

    def __init__(self, look: Look, id: str, figures: str, *, calm: bool = False) -> None:  # noqa: A002 - Textual's own name for it
        """Have nothing to play."""
        super().__init__(look, id)
        self._figures = figures
        self._calm = calm
        self.wear(look)
        self._shown: Shown | None = None
        self._mirrored = False
        self._began = 0.0

    def wear(self, look: Look) -> None:
        """Draw in other colours."""
        super().wear(look)
        encoding = encoding_of(self._figures, look)
        self.projector = None if encoding is None else Projector(look, encoding)

    @property
    def shown(self) -> Shown | None:
        """What is played."""
        return self._shown

    def on_mount(self) -> None:
        """Begin."""
        if not self._calm:
            self.set_interval(1 / FRAMES, self.step)

    def on_resize(self) -> None:
        """Draw for the room there is."""
        self.step()

    def play(self, shown: Shown | None, *, mirrored: bool = False) -> None:
        """Play this from its beginning; nothing for `None`."""
        self._shown, self._mirrored, self._began = shown, mirrored, monotonic()
        self.step()

    def step(self) -> None:
        """Show the moment."""
        if self.projector is None or not self.size.area or not self.display:
            return
        if self._shown is None:
            self.blacken()
        else:
            self.project(self._takes(self._shown, self.projector))

    def paint(self, y: int) -> Strip:
        """Give a row."""
        if self.projector is None and not y:
            return row([(f" {_OFF}", self.ink(Ink.DIM))], self.size.width, self.paper)
        return super().paint(y)

    def _takes(self, shown: Shown, projector: Projector) -> Iterator[Take]:
        elapsed = int((monotonic() - self._began) * SECOND)
        for picture in range(1 if self._calm else _AHEAD):
            shot = shown.last if self._calm else shown.at(elapsed + picture * SECOND // FRAMES)
            yield projector.take(shown.figure, shot, self.size, mirrored=self._mirrored)
