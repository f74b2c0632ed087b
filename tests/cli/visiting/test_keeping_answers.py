"""Answers count though they cannot be saved, or their pages are left."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.core.conditions import Condition
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.record.answers import conditions, last_screening
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.opening import FILE
from relaxtimer.record.store import Store
from relaxtimer.visit import Refusal
from tests.cli.visiting.visited import Visited
from tests.visits import screened


@pytest.fixture
def unwritable(home: Path) -> Path:
    """A home in which nothing can be recorded."""
    (home / FILE).mkdir()
    return home


def test_an_emergency_counts_also_where_it_cannot_be_saved(unwritable: Path) -> None:
    visited = Visited(unwritable, "lower-back", keys="1 1 enter")
    assert isinstance(visited.before(), Refusal)
    assert "Nothing is being saved." in " ".join(visited.store.news())


def test_an_emergency_is_kept_though_the_window_is_closed_before_its_page_is_left(home: Path) -> None:
    screened(home)
    visited = Visited(home, "acute-spasm-calm")
    asking = visited.visit.before(asking=True)
    interview = next(asking)
    interview.press("5")
    interview.press("1")
    last = Store(home).ask(last_screening, None)
    assert last is not None
    assert (last.level, last.yes) == (Level.EMERGENCY, ())
    asking.close()
    assert isinstance(Visited(home, "lower-back", keys="enter").before(), Refusal)


def test_ticked_conditions_are_kept_though_their_pages_are_left(home: Path) -> None:
    visited = Visited(home, "lower-back")
    asking = visited.visit.before(asking=True)
    next(asking).press("enter")
    next(asking).press("2")
    asking.close()
    assert visited.store.ask(lambda record: conditions(record, day_of(now())), None) == frozenset(
        {Condition.OSTEOPOROSIS}
    )


def test_who_leaves_before_the_conditions_is_asked_for_both_again(home: Path) -> None:
    asking = Visited(home, "lower-back").visit.before(asking=True)
    next(asking).press("enter")
    next(asking)
    asking.close()
    again = Visited(home, "lower-back", "--no-checkin", keys="enter enter enter enter")
    again.plan()
    assert again.titles[:2] == ["Warning signs", "What holds for you: 1 of 3"]
    then = Visited(home, "lower-back", "--no-checkin")
    then.plan()
    assert then.titles == []


def test_conditions_count_also_where_they_cannot_be_saved(unwritable: Path) -> None:
    visited = Visited(unwritable, "lower-back", keys="enter 3 enter enter enter enter escape")
    plan = visited.plan()
    assert "Changed for you" in visited.titles
    assert not any("ball" in thing for each in plan.timeline.routine.steps for thing in each.equipment)
