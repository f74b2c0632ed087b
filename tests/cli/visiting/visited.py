"""A visit whose questions are answered with keys."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest

from relaxtimer.cli.arguments import parse
from relaxtimer.cli.visiting import RoutineVisit
from relaxtimer.core.asking.page import Interview, Page
from relaxtimer.core.events import Command
from relaxtimer.core.session import Session
from relaxtimer.library.library import Library
from relaxtimer.practice import Plan
from relaxtimer.record.clock import now
from relaxtimer.record.sessions import Ending
from relaxtimer.record.store import Store
from relaxtimer.resources import bundled
from relaxtimer.visit import Refusal
from tests.core.making import hold, step, timeline
from tests.record.people import did

_Result = TypeVar("_Result")


class Visited:
    """A visit whose questions are answered with keys; the titles of its pages are remembered."""

    def __init__(self, home: Path, *arguments: str, keys: str = "") -> None:
        self.store = Store(home)
        options = parse([*arguments, "--sound-output", "none"])
        self.visit = RoutineVisit(Library(), options.routine, options, self.store)
        self.pages: list[Page] = []
        self.keys = keys.split()

    def before(self) -> Plan | Refusal:
        return self._through(self.visit.before(asking=True))

    def plan(self) -> Plan:
        plan = self.before()
        assert isinstance(plan, Plan)
        return plan

    def after(self, session: Session) -> int:
        return self._through(self.visit.after(session, asking=True))

    @property
    def titles(self) -> list[str]:
        return [page.title for page in self.pages]

    @property
    def text(self) -> str:
        return " ".join(sentence for page in self.pages for sentence in page.text)

    def _through(self, asking: Generator[Interview, None, _Result]) -> _Result:
        try:
            while True:
                interview = next(asking)
                while (page := interview.page) is not None:
                    self.pages.append(page)
                    key = self.keys.pop(0)
                    assert interview.press(key), f"{key} means nothing on {page}"
        except StopIteration as end:
            result: _Result = end.value
            return result


def worked(minutes: int = 12) -> Session:
    session = Session(timeline(step(prepare=0, lasting=hold(minutes * 60))), longest_unseen=10**9)
    session.do(Command.START, 0)
    session.advance_to(minutes * 60_000 + 5_000)
    return session


def done(plan: Plan) -> Session:
    assert plan.keeper is not None
    session = Session(plan.timeline, longest_unseen=10**9)
    session.do(Command.START, 0)
    plan.keeper.follow(session, session.advance_to(800_000))
    plan.keeper.close(session)
    return session


def at_the_hour(monkeypatch: pytest.MonkeyPatch, hour: int) -> None:
    """Have it be this hour of today."""
    monkeypatch.setattr("relaxtimer.cli.visiting.now", lambda: now().replace(hour=hour))


FLAGSHIP = str(bundled("routines") / "lower-back.yaml")


def cut_off(home: Path, ending: Ending = Ending.OPEN) -> str:
    return did(home, minutes=4, ending=ending, position=440_000, file=FLAGSHIP)
