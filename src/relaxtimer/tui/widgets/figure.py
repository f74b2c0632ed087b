"""The figure: how the exercise of the moment is done. A row is drawn anew only where it looks different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from relaxtimer.core.routine import Step
from relaxtimer.core.session import Session
from relaxtimer.practice import Plan
from relaxtimer.tui.colours import Depth
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure
    from relaxtimer.tui.projector import Projector


class FigureStage(Painted):
    """Empty in the very first frame; what it takes to draw is loaded after it."""

    class Ready(Message):
        """There may be a figure to be shown from now on."""

    def __init__(self, depth: Depth, id: str, plan: Plan) -> None:  # noqa: A002 - Textual's own name for it
        """Have nothing to show."""
        super().__init__(depth, id)
        self._figure_of = plan.figure
        self._figures = plan.figures
        self._step: Step | None = None
        self._figure: Figure | None = None
        self._projector: Projector | None = None
        self._session: Session | None = None
        self._drawn: tuple[Strip, ...] = ()
        self._ready = False

    def on_mount(self) -> None:
        """Wait for the first frame."""
        self.call_after_refresh(self._get_ready)

    def has_figure(self, session: Session) -> bool:
        """Tell whether the step of the moment has a figure."""
        return self._ready and self._find(session.moment.segment.step) is not None

    def show(self, view: View) -> None:
        """Have nothing to do with words."""
        self.view = view

    def pace(self, session: Session) -> None:
        """Show the moment of a session."""
        self._session = session
        if self._ready and self.size.area:
            self._redraw()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give rows as they were drawn, the very same ones."""
        if self.flashing or not self._is_drawn() or crop.width != self.size.width or self.get_line_filters():
            return super().render_lines(crop)
        return list(self._drawn[crop.y : crop.bottom])

    def paint(self, y: int) -> Strip:
        """Give a row; after a change of size all are drawn again."""
        if not self._is_drawn():
            self._drawn = self._draw()
        return self._drawn[y] if y < len(self._drawn) else self.blank()

    def _get_ready(self) -> None:
        from relaxtimer.tui.projector import Projector, encoding_of  # noqa: PLC0415 - not needed for the first frame

        encoding = encoding_of(self._figures, self.depth)
        if encoding is not None:
            self._projector = Projector(self.depth, encoding)
            self._ready = True
            self.post_message(self.Ready())

    def _find(self, step: Step) -> Figure | None:
        if step is not self._step:
            self._step, self._figure = step, self._figure_of(step)
        return self._figure

    def _is_drawn(self) -> bool:
        return bool(self._drawn) and (self._drawn[0].cell_length, len(self._drawn)) == self.size

    def _redraw(self) -> None:
        """Draw, and have the rows shown that are not as before."""
        before, self._drawn = self._drawn, self._draw()
        if len(before) != len(self._drawn):
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, self._drawn, strict=True)) if old is not new]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _draw(self) -> tuple[Strip, ...]:
        if self._projector is None or self._session is None:
            return ()
        figure = self._find(self._session.moment.segment.step)
        return () if figure is None else self._projector.strips(figure, self._session, self.size)
