"""A visit begun from the library, in which what goes wrong is told on a page: the list is there to go back to."""

from __future__ import annotations

from collections.abc import Callable

from relaxtimer.cli.failure import Failure
from relaxtimer.core.asking.choosing import telling
from relaxtimer.core.session import Session
from relaxtimer.visit import After, Before, Refusal, Visit


class ToldVisit:
    """Goes through a visit that `make` makes, which raises `Failure` where it cannot."""

    def __init__(self, make: Callable[[], Visit]) -> None:
        """Make nothing yet."""
        self._make = make
        self._visit: Visit | None = None

    def before(self, *, asking: bool) -> Before:
        """Ask what there is to ask, and give the plan; what is wrong is told."""
        try:
            self._visit = self._make()
            return (yield from self._visit.before(asking=asking))
        except Failure as failure:
            yield telling("This cannot be started", tuple(failure.message.splitlines()), then="Back")
            return Refusal(status=failure.status)

    def after(self, session: Session, *, asking: bool) -> After:
        """Ask how it was."""
        return 0 if self._visit is None else (yield from self._visit.after(session, asking=asking))
