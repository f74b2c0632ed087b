"""Goes through a visit on the screen: interviews, the session, interviews."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from relaxtimer.core.session import Session
from relaxtimer.tui.colours import Look
from relaxtimer.tui.screens.asking import go_through
from relaxtimer.visit import Refusal, Visit

if TYPE_CHECKING:
    from relaxtimer.practice import Plan


class Visiting:
    """One visit; `ended` is given the exit status."""

    def __init__(self, app: App[None], visit: Visit, look: Look, ended: Callable[[int], None]) -> None:
        """Begin with `begin`."""
        self._app = app
        self._visit = visit
        self._look = look
        self._ended = ended

    def begin(self) -> None:
        """Ask what there is to ask, then start. Raises what the visit raises."""
        go_through(self._app, self._visit.before(asking=True), self._look, self._start)

    def _start(self, plan: Plan | Refusal | None) -> None:
        if plan is None or isinstance(plan, Refusal):
            self._ended(0 if plan is None else plan.status)
            return
        from relaxtimer.tui.screens.session import SessionScreen  # noqa: PLC0415 - something is seen before this is loaded

        screen = SessionScreen(plan, self._look)
        self._app.push_screen(screen, lambda _: self._over(screen.session))

    def _over(self, session: Session) -> None:
        go_through(
            self._app, self._visit.after(session, asking=True), self._look, lambda status: self._ended(status or 0)
        )
