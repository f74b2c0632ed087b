"""Goes through a visit on the screen: interviews, the session, interviews."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from relaxtimer.core.asking.page import Interview
from relaxtimer.core.session import Session
from relaxtimer.tui.colours import Look
from relaxtimer.visit import After, Before, Refusal, Visit

if TYPE_CHECKING:
    from relaxtimer.practice import Plan


class Visiting:
    """Puts one screen after another over the one that is there; `ended` is given the exit status."""

    def __init__(self, app: App[None], visit: Visit, look: Look, ended: Callable[[int], None]) -> None:
        """Begin with `begin`."""
        self._app = app
        self._visit = visit
        self._look = look
        self._ended = ended

    def begin(self) -> None:
        """Ask what there is to ask, then start. Raises what the visit raises."""
        self._before(self._visit.before(asking=True))

    def _before(self, before: Before) -> None:
        try:
            interview = next(before)
        except StopIteration as end:
            self._start(end.value)
            return
        self._ask(interview, before.close, lambda: self._before(before))

    def _start(self, plan: Plan | Refusal) -> None:
        if isinstance(plan, Refusal):
            self._ended(plan.status)
            return
        from relaxtimer.tui.screens.session import SessionScreen  # noqa: PLC0415 - something is seen before this is loaded

        screen = SessionScreen(plan, self._look)
        self._app.push_screen(screen, lambda _: self._over(screen.session))

    def _over(self, session: Session) -> None:
        self._after(self._visit.after(session, asking=True))

    def _after(self, after: After) -> None:
        try:
            interview = next(after)
        except StopIteration as end:
            self._ended(end.value)
            return
        self._ask(interview, after.close, lambda: self._after(after))

    def _ask(self, interview: Interview, close: Callable[[], None], then: Callable[[], None]) -> None:
        """Go through an interview, then go on; where it is left, the visit is over."""
        from relaxtimer.tui.screens.interview import InterviewScreen  # noqa: PLC0415 - as above

        def answered(done: bool | None) -> None:  # noqa: FBT001 - as Textual calls it
            if done:
                then()
            else:
                close()
                self._ended(0)

        self._app.push_screen(InterviewScreen(interview, self._look), answered)
