"""The stage: the pacer, or the shape of the phase. It is drawn anew only when, and only where, it looks different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip

from relaxtimer.core.session import Session
from relaxtimer.tui.colours import Look
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from relaxtimer.tui.scene import Beat


class Stage(Painted):
    """Empty in the very first frame, which belongs to what is read; the picture follows at once."""

    def __init__(self, look: Look, id: str, *, calm: bool) -> None:  # noqa: A002 - Textual's own name for it
        """Have nothing to pace; when `calm`, without motion."""
        super().__init__(look, id)
        self._calm = calm
        self._ready = False
        self._beat: Beat | None = None
        self._drawn: tuple[Strip, ...] = ()

    def on_mount(self) -> None:
        """Wait for the first frame."""
        self.call_after_refresh(self._get_ready)

    def show(self, view: View) -> None:
        """Show the phase, where nothing is paced."""
        self.view = view
        self._redraw()

    def pace(self, session: Session) -> None:
        """Show where breath or tempo is."""
        if self._ready:
            from relaxtimer.tui.scene import beat_of  # noqa: PLC0415 - not needed for the first frame

            self._beat = beat_of(session, calm=self._calm)
            self._redraw()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give rows as they were drawn, the very same ones: what Textual works out for them it keeps with them."""
        if self.flashing or not self._is_drawn() or crop.width != self.size.width or self.get_line_filters():
            return super().render_lines(crop)
        return list(self._drawn[crop.y : crop.bottom])

    def render_line(self, y: int) -> Strip:
        """Give a row as it was drawn."""
        return super().render_line(y) if self.flashing or not self._is_drawn() else self._drawn[y]

    def paint(self, y: int) -> Strip:
        """Give a row; after a change of size all are drawn again."""
        if not self._is_drawn():
            self._drawn = self._draw()
        return self._drawn[y] if y < len(self._drawn) else self.blank()

    def _get_ready(self) -> None:
        self._ready = True
        self._redraw()

    def _is_drawn(self) -> bool:
        return bool(self._drawn) and (self._drawn[0].cell_length, len(self._drawn)) == self.size

    def _redraw(self) -> None:
        """Draw, and have the rows shown that are not as before."""
        before, self._drawn = self._drawn, self._draw()
        self.refresh_changed(before, self._drawn)

    def _draw(self) -> tuple[Strip, ...]:
        size = self.size
        if not self._ready or not size.area or self.view is None:
            return ()
        from relaxtimer.tui.scene import scene  # noqa: PLC0415 - the same

        return scene(size, self.view, self._beat, self.look)
