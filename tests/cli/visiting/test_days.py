"""What is asked on another day: the morning after, the week, a spasm that holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.core.conditions import Condition
from relaxtimer.core.impact import Impact
from relaxtimer.core.ratings import Ratings
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.record.answers import conditions
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.reports import impacts
from relaxtimer.record.store import Store
from relaxtimer.visit import Refusal
from tests.cli.visiting.visited import Visited, at_the_hour
from tests.record.people import did
from tests.visits import screened


def test_the_morning_after_is_asked_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screened(home)
    did(home, days_ago=1, before=Ratings(2), after=Ratings(2))
    at_the_hour(monkeypatch, 7)
    visited = Visited(home, "lower-back", keys="3 escape")
    visited.plan()
    assert visited.titles[0] == "This morning: pain"
    again = Visited(home, "lower-back", keys="escape")
    again.plan()
    assert again.titles == ["Before you start: pain"]


def test_who_is_still_up_after_midnight_is_not_asked_for_the_morning(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screened(home)
    did(home, days_ago=1, before=Ratings(2), after=Ratings(2))
    at_the_hour(monkeypatch, 1)
    visited = Visited(home, "lower-back", keys="escape")
    visited.plan()
    assert visited.titles == ["Before you start: pain"]


def test_a_morning_with_more_pain_counts_for_the_session_of_that_morning(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_hour(monkeypatch, 23)
    screened(home, day=day_of(now()) - 1)
    did(home, days_ago=1, before=Ratings(2), after=Ratings(2))
    visited = Visited(home, "lower-back", keys="4 enter enter escape")
    plan = visited.plan()
    assert visited.titles == ["This morning: pain", "Warning signs", "Changed for you", "Before you start: pain"]
    assert "Pain rose by two or more" in visited.text
    assert not any("ball" in thing for each in plan.timeline.routine.steps for thing in each.equipment)


def test_what_is_closed_is_told_before_the_morning_is_asked_about(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_hour(monkeypatch, 23)
    screened(home, Level.EMERGENCY)
    did(home, days_ago=1, before=Ratings(2), after=Ratings(2))
    closed = Visited(home, "lower-back", keys="enter")
    assert closed.before() == Refusal()
    assert closed.titles == ["Closed for now"]


def test_a_spasm_holds_for_72_hours_at_least(home: Path) -> None:
    assert main(["safety", "--conditions", "acute"]) == 0
    store, today = Store(home), day_of(now())
    assert store.ask(lambda record: conditions(record, today + 3), None) == frozenset({Condition.ACUTE_SPASM})
    assert store.ask(lambda record: conditions(record, today + 4), None) == frozenset()


def test_the_week_is_asked_about_once_also_where_that_is_skipped(home: Path) -> None:
    screened(home)
    did(home, days_ago=20)
    visited = Visited(home, "lower-back", keys="4 2 escape")
    visited.plan()
    assert visited.titles[:2] == ["The last seven days: activity", "The last seven days: sleep"]
    none: list[Impact] = []
    assert [(each.activity, each.sleep) for each in visited.store.ask(impacts, none)] == [(4, 2)]
    again = Visited(home, "lower-back", keys="escape")
    again.plan()
    assert again.titles == ["Before you start: pain"]
    with visited.store.writing() as record:
        record.execute("UPDATE impact SET day = day - 14, activity = NULL, sleep = NULL")
    later = Visited(home, "lower-back", keys="escape escape")
    later.plan()
    assert later.titles == ["The last seven days: activity", "Before you start: pain"]
    assert visited.store.ask(impacts, none) == []
