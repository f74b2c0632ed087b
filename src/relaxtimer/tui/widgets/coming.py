"""What comes next, as a small still figure: so that a person knows where the body goes before it has to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.session import Session
from relaxtimer.practice import Plan
from relaxtimer.tui.colours import Look
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.projection import Projection

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure


class Coming(Projection):
    """Shows the moment that says most of the next step, where it has a figure."""

    def __init__(self, look: Look, id: str, plan: Plan) -> None:  # noqa: A002 - Textual's own name for it
        """Have nothing to show."""
        super().__init__(look, id)
        self._figure_of = plan.figure
        self._figures = plan.figures
        self._segment: Segment | None = None
        self._figure: Figure | None = None

    def on_resize(self) -> None:
        """Draw for the room there is."""
        self._project()

    def show(self, view: View) -> None:
        """Have nothing to do with words."""
        self.view = view

    def has_figure(self, session: Session) -> bool:
        """Tell whether there is a next step, and it has a figure that is not the one of now."""
        segment = next_work(session)
        if segment is not self._segment:
            self._segment = segment
            self._figure = None if segment is None else self._figure_of(segment.step)
            self._project()
        return self._figure is not None

    def _project(self) -> None:
        if self._figure is None or self._segment is None or not self.size.area:
            self.blacken()
            return
        from relaxtimer.figure.kinds import film_of  # noqa: PLC0415 - not needed for the first frame
        from relaxtimer.tui.projector import Projector, encoding_of  # noqa: PLC0415 - the same
        from relaxtimer.tui.showing import is_mirrored, still  # noqa: PLC0415 - the same

        encoding = encoding_of(self._figures, self.look)
        if encoding is None:
            return
        if self.projector is None:
            self.projector = Projector(self.look, encoding)
        shot = still(self._segment, film_of(self._figure, self._segment.step.kind))
        mirrored = is_mirrored(self._segment)
        self.project([self.projector.take(self._figure, shot, self.size, mirrored=mirrored)])


def next_work(session: Session) -> Segment | None:
    """Give the first work of the next step; `None` where this is the last, or it is the same step once more."""
    timeline = session.timeline
    if session.over:
        return None
    after = timeline.occurrence_at(session.position).index + 1
    if after >= len(timeline.occurrences):
        return None
    occurrence = timeline.occurrences[after]
    if occurrence.number == session.moment.segment.number:
        return None
    own = timeline.segments[occurrence.first :]
    return next((segment for segment in own if segment.phase is Phase.WORK), None)
