"""A widget in which figures move. What is to be seen now is drawn first, in slices that leave keys their turn."""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip

from relaxtimer.tui.colours import Look
from relaxtimer.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from relaxtimer.tui.projector import Projector, Take

# In seconds: nothing else has to wait longer than for this, and the last slice.
_SLICE = 0.003
# So many moments are shown before those that come next are looked for again: looking takes longer than showing one.
_BETWEEN = 6


class Projection(Painted):
    """Shows the last moment that is drawn. A row is drawn anew only where it looks different."""

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Have nothing to show."""
        super().__init__(look, id)
        self.projector: Projector | None = None
        self._wanted: Take | None = None
        self._drawn: tuple[Strip, ...] = ()
        self._is_called = False
        self._count = 0

    def project(self, takes: Iterable[Take]) -> None:
        """Show the first of some moments as soon as it is drawn; the others come after it, from time to time."""
        if self.projector is None:
            return
        coming = iter(takes)
        self._wanted = next(coming)
        found = self.projector.find(self._wanted)
        if found is not None:
            self._turn_to(found)
        self._count += 1
        if found is None or self._count % _BETWEEN == 0:
            self.projector.wish((self._wanted, *coming))
        self._draw()

    def blacken(self) -> None:
        """Show nothing."""
        self._wanted = None
        self._turn_to(())

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give rows as they were drawn, the very same ones."""
        if self.flashing or not self._fits() or crop.width != self.size.width or self.get_line_filters():
            return super().render_lines(crop)
        return list(self._drawn[crop.y : crop.bottom])

    def paint(self, y: int) -> Strip:
        """Give a row; after a change of size there is nothing to be seen for a moment."""
        return self._drawn[y] if self._fits() else self.blank()

    def _draw(self) -> None:
        """Draw a little: what is wanted now until it is done, what comes later when there is time anyway."""
        self._is_called = False
        if self.projector is None:
            return
        until = perf_counter() + _SLICE
        while self.projector.work() and perf_counter() < until:
            pass
        if self._wanted is None:
            return
        found = self.projector.find(self._wanted)
        if found is not None:
            self._turn_to(found)
        elif not self._is_called:
            self._is_called = True
            self.call_later(self._draw)

    def _fits(self) -> bool:
        return bool(self._drawn) and (self._drawn[0].cell_length, len(self._drawn)) == self.size

    def _turn_to(self, rows: tuple[Strip, ...]) -> None:
        """Show rows, and have those drawn that are not as before."""
        before, self._drawn = self._drawn, rows
        if before is not rows:
            self.refresh_changed(before, rows)
