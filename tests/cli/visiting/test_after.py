"""What is rated after a session, and what becomes of pain that rose."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.core.events import Command
from relaxtimer.core.ratings import Ratings
from relaxtimer.core.session import Session
from relaxtimer.record.opening import FILE
from tests.cli.visiting.visited import Visited, done, worked
from tests.core.making import hold, step, timeline
from tests.record.people import did
from tests.visits import screened


def test_what_is_rated_stands_with_the_session(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="5 6 escape 3 4 2 enter")
    plan = visited.plan()
    assert plan.keeper is not None
    session = Session(plan.timeline, longest_unseen=10**9)
    session.do(Command.START, 0)
    plan.keeper.follow(session, session.advance_to(800_000))
    assert visited.after(session) == 0
    assert visited.titles[-1] == "What it means"
    assert "Green: Pain of 0 to 3" in visited.text
    assert "pain 5 to 3" in visited.text
    plan.keeper.close(session)
    question = "SELECT pain_before, pain_after FROM session"
    assert visited.store.ask(lambda record: record.execute(question).fetchone(), None) == (5, 3)


@pytest.mark.parametrize("all_of_it", [False, True], ids=["the session", "everything"])
def test_what_was_forgotten_before_it_was_rated_is_kept_with_the_rating(home: Path, *, all_of_it: bool) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="5 6 escape 3 4 2 enter")
    plan = visited.plan()
    session = done(plan)
    assert main(["forget", *(["--all"] if all_of_it else ["1"]), "--yes"]) == 0
    assert visited.after(session) == 0
    question = "SELECT pain_before, pain_after, count(*) > 5 FROM session JOIN step ON session.id = step.session"
    assert visited.store.ask(lambda record: record.execute(question).fetchone(), None) == (5, 3, 1)


def test_a_session_that_could_be_saved_only_with_its_rating_is_whole_and_that_is_told(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="5 6 escape 3 4 2 enter enter")
    plan = visited.plan()
    (home / FILE).unlink()
    (home / FILE).mkdir()
    session = done(plan)
    assert "is a folder" in " ".join(visited.store.news())
    (home / FILE).rmdir()
    assert visited.after(session) == 0
    assert "Saved" in visited.titles
    assert "This session is being saved again" in visited.text
    question = "SELECT pain_before, pain_after, outcome FROM session"
    assert visited.store.ask(lambda record: tuple(record.execute(question)), None) == ((5, 3, "finished"),)


def test_pain_that_rose_asks_for_the_signs_at_once_and_may_stop_everything(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="2 escape 4 escape enter 1 1 enter")
    visited.plan()
    assert visited.after(worked()) == 3
    assert visited.titles[-2:] == ["Warning signs: 1 of 9", "Stop here"]


def test_who_left_at_once_is_not_asked(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="escape")
    visited.plan()
    session = Session(timeline(step(prepare=8, lasting=hold(600))))
    assert visited.after(session) == 0


def test_after_pain_that_rose_there_is_no_ball_for_two_days(home: Path) -> None:
    screened(home)
    did(home, before=Ratings(2), after=Ratings(4))
    plan = Visited(home, "lower-back", "--no-checkin", keys="enter enter").plan()
    assert not any("ball" in thing for each in plan.timeline.routine.steps for thing in each.equipment)


def test_that_what_is_rated_after_cannot_be_kept_is_told(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="3 3 3 4 4 4 enter enter")
    visited.plan()
    (home / FILE).unlink()
    (home / FILE).mkdir()
    assert visited.after(worked()) == 0
    assert "Not saved" in visited.titles
    assert "is a folder" in visited.text


def test_who_left_at_once_since_it_hurt_is_asked(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="2 escape 5 escape enter enter")
    plan = visited.plan()
    assert plan.keeper is not None
    session = Session(plan.timeline, longest_unseen=10**9)
    session.do(Command.START, 0)
    plan.keeper.follow(session, session.advance_to(20_000))
    plan.keeper.follow(session, session.do(Command.HURTS, 20_500))
    assert visited.after(session) == 0
    plan.keeper.close(session)
    assert visited.titles[-1] == "Warning signs"
