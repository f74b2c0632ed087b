"""Visits for tests of what is beside them: nothing is asked."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from relaxtimer.core.safety.red_flags import Level
from relaxtimer.core.safety.screening import Screening
from relaxtimer.core.session import Session
from relaxtimer.practice import Plan
from relaxtimer.record.answers import write_screening
from relaxtimer.record.store import Store, save
from relaxtimer.visit import After, Before


class JustTheSession:
    """A visit in which nothing is asked."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def before(self, *, asking: bool) -> Before:  # noqa: ARG002 - nothing is asked either way
        yield from ()
        return self._plan

    def after(self, session: Session, *, asking: bool) -> After:  # noqa: ARG002 - the same
        yield from ()
        return 0


def screened(home: Path, level: Level = Level.CLEAR, *, day: int | None = None) -> None:
    """Let the warning signs be answered in the record of a folder."""
    at = datetime.now().astimezone()
    store = Store(home)
    on = at.date().toordinal() if day is None else day
    assert save(store, lambda record: write_screening(record, Screening(on, level), at))
    store.close()
