"""The figure: how the exercise of the moment is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.message import Message

from relaxtimer.core.routine import Step
from relaxtimer.core.session import Session
from relaxtimer.practice import Plan
from relaxtimer.tui.colours import Look
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.projection import Projection

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure
    from relaxtimer.tui.projector import Projector, Take


class FigureStage(Projection):
    """Empty in the very first frame; what it takes to draw is loaded after it."""

    class Ready(Message):
        """There may be a figure to be shown from now on."""

    def __init__(self, look: Look, id: str, plan: Plan) -> None:  # noqa: A002 - Textual's own name for it
        """Have nothing to show."""
        super().__init__(look, id)
        self._figure_of = plan.figure
        self._figures = plan.figures
        self._calm = plan.calm
        self._found: list[tuple[Step, Figure | None]] = []
        self._session: Session | None = None

    def on_mount(self) -> None:
        """Wait for the first frame."""
        self.call_after_refresh(self._get_ready)

    def on_resize(self) -> None:
        """Draw for the room there is."""
        if self._session is not None:
            self.pace(self._session)

    def has_figure(self, session: Session) -> bool:
        """Tell whether the step of the moment has a figure."""
        return self.projector is not None and self._find(session.moment.segment.step) is not None

    def show(self, view: View) -> None:
        """Have nothing to do with words."""
        self.view = view

    def pace(self, session: Session) -> None:
        """Show the moment of a session."""
        self._session = session
        if self.projector is None or not self.size.area:
            return
        if self.has_figure(session):
            self.project(self._takes(session, self.projector))
        else:
            self.blacken()

    def _get_ready(self) -> None:
        from relaxtimer.tui.projector import Projector, encoding_of  # noqa: PLC0415 - not needed for the first frame

        encoding = encoding_of(self._figures, self.look)
        if encoding is not None:
            self.projector = Projector(self.look, encoding)
            self.post_message(self.Ready())

    def _takes(self, session: Session, projector: Projector) -> Iterator[Take]:
        """Yield what is to be seen now and next."""
        from relaxtimer.figure.kinds import film_of  # noqa: PLC0415 - not needed for the first frame
        from relaxtimer.tui.showing import is_mirrored, moments, shot_of, still  # noqa: PLC0415 - the same

        for segment, elapsed in moments(session):
            figure = self._find(segment.step)
            if figure is not None:
                film = film_of(figure, segment.step.kind)
                shot = still(segment, film) if self._calm else shot_of(segment, elapsed, film)
                yield projector.take(figure, shot, self.size, mirrored=is_mirrored(segment))

    def _find(self, step: Step) -> Figure | None:
        for known, figure in self._found:
            if known is step:
                return figure
        # The step of now and the next one: no more are asked for.
        self._found = [*self._found[-1:], (step, self._figure_of(step))]
        return self._found[-1][1]
