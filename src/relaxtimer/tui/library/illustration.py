"""The steps of a routine in still figures, one after another, beside what is told of it."""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.figure.shown import Shown
from relaxtimer.practice import Plan
from relaxtimer.tui.colours import Look
from relaxtimer.tui.widgets.playing import Playing

# In seconds; long enough to see a position, short enough to see where a routine leads.
_EACH = 2.5


class Illustration(Playing):
    """Shows each step that has a figure for a moment."""

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Have nothing to show."""
        super().__init__(look, id, "auto", calm=True)
        self._steps: list[Shown] = []
        self._at = 0

    def on_mount(self) -> None:
        """Go on from step to step."""
        super().on_mount()
        self.set_interval(_EACH, self._go_on)

    def illustrate(self, plan: Plan | None) -> None:
        """Begin with the first step of a routine; with none, show nothing."""
        self._steps = [] if plan is None else list(_steps(plan))
        self._at = -1
        self._go_on()

    def _go_on(self) -> None:
        if self._steps:
            self._at = (self._at + 1) % len(self._steps)
        self.play(self._steps[self._at] if self._steps else None)


def _steps(plan: Plan) -> Iterator[Shown]:
    for step in plan.timeline.routine.steps:
        figure = plan.figure(step)
        if figure is not None:
            yield Shown.of(step, figure)
