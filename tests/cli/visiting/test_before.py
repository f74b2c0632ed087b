"""What is asked before a session, when, and what is said of what was changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.arguments import parse
from relaxtimer.cli.told_visit import ToldVisit
from relaxtimer.cli.visiting import RoutineVisit
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.library.library import Library
from relaxtimer.practice import Plan
from relaxtimer.record.answers import last_screening
from relaxtimer.record.store import Store
from relaxtimer.visit import Refusal
from tests.cli.visiting.visited import Visited, worked
from tests.visits import screened


def test_at_the_first_start_the_signs_are_asked_then_the_conditions_then_how_it_is(home: Path) -> None:
    visited = Visited(home, "lower-back", keys="enter enter enter enter 3 4 5")
    visited.plan()
    assert [title.split(":")[0] for title in visited.titles] == [
        "Warning signs", *["What holds for you"] * 3, *["Before you start"] * 3
    ]  # fmt: skip


def test_the_next_start_asks_only_how_it_is(home: Path) -> None:
    screened(home)
    visited = Visited(home, "lower-back", keys="escape")
    visited.plan()
    assert visited.titles == ["Before you start: pain"]


@pytest.mark.parametrize("arguments", [["--no-checkin"], ["--speed", "8"]])
def test_nothing_is_rated_where_that_is_not_wanted_or_it_is_a_rehearsal(home: Path, arguments: list[str]) -> None:
    screened(home)
    visited = Visited(home, "lower-back", *arguments)
    visited.plan()
    assert visited.pages == []
    assert visited.after(worked()) == 0


def test_the_setting_turns_the_ratings_off(home: Path) -> None:
    screened(home)
    (home / "settings.yaml").write_text("session: {check-in: false}\n")
    assert isinstance(Visited(home, "lower-back").before(), Plan)


def test_later_is_possible_and_asked_again_the_next_time(home: Path) -> None:
    for _ in range(2):
        visited = Visited(home, "lower-back", "--no-checkin", keys="l enter")
        visited.plan()
        assert visited.titles == ["Warning signs", "The stop rules, then"]


def test_an_emergency_ends_with_status_3_and_what_was_answered_is_not_kept(home: Path) -> None:
    visited = Visited(home, "lower-back", keys="2 1 enter")
    assert visited.before() == Refusal()
    last = visited.store.ask(last_screening, None)
    assert last is not None
    assert (last.level, last.yes, last.checked) == (Level.EMERGENCY, (), ())
    visited.store.close()
    assert b"bladder" not in b"".join(file.read_bytes() for file in home.glob("record*"))


def test_after_an_emergency_body_routines_stay_closed_until_it_is_answered_again(home: Path) -> None:
    screened(home, Level.EMERGENCY)
    closed = Visited(home, "lower-back", keys="enter")
    assert closed.before() == Refusal()
    assert "resonance-breathing" in closed.text
    again = Visited(home, "lower-back", "--no-checkin", keys="1 enter enter enter enter")
    assert isinstance(again.before(), Plan)


def test_breathing_stays_open(home: Path) -> None:
    screened(home, Level.EMERGENCY)
    assert isinstance(Visited(home, "resonance-breathing", "--no-checkin").before(), Plan)


def test_before_the_spasm_routine_it_is_asked_each_time(home: Path) -> None:
    screened(home)
    visited = Visited(home, "acute-spasm-calm", "--no-checkin", keys="enter")
    visited.plan()
    assert visited.titles == ["Warning signs"]


def test_what_was_changed_and_why_is_said_before_the_start(home: Path) -> None:
    assert main(["safety", "--conditions", "bleed"]) == 0
    screened(home)
    visited = Visited(home, "lower-back", "--no-checkin", keys="enter")
    plan = visited.plan()
    assert visited.titles == ["Changed for you"]
    assert "Warm-palm sacral rub in place of steps 2, 3 and 4." in visited.text
    assert plan.timeline.total == 720_000


def test_where_too_little_is_left_another_routine_is_offered_and_taken(home: Path) -> None:
    assert main(["safety", "--conditions", "acute"]) == 0
    screened(home)
    visited = Visited(home, "lower-back", "--from", "11", "--minutes", "9", "--no-checkin", keys="1 enter enter")
    plan = visited.plan()
    assert plan.timeline.routine.id == "acute-spasm-calm"
    assert visited.titles == ["Another routine", "Warning signs", "Changed for you"]


def test_an_emergency_on_the_way_to_the_routine_that_is_offered_ends_with_status_3(home: Path) -> None:
    assert main(["safety", "--conditions", "acute"]) == 0
    screened(home)
    assert Visited(home, "lower-back", "--no-checkin", keys="1 1 1 enter").before() == Refusal()


@pytest.mark.parametrize(("keys", "expected"), [("a", "lower-back"), ("escape", None)])
def test_the_changed_one_can_be_taken_or_none(home: Path, keys: str, expected: str | None) -> None:
    assert main(["safety", "--conditions", "acute"]) == 0
    screened(home)
    found = Visited(home, "lower-back", "--no-checkin", keys=keys).before()
    if expected is None:
        assert found == Refusal(status=0)
    else:
        assert isinstance(found, Plan)
        assert "Calm" not in found.timeline.routine.name


def test_who_was_asked_is_not_told_again_whom_it_is_not_for(home: Path) -> None:
    before = Visited(home, "lower-back", "--no-checkin", keys="l enter").plan()
    assert before.timeline.routine.avoid
    screened(home)
    after = Visited(home, "lower-back", "--no-checkin").plan()
    assert not after.timeline.routine.avoid
    assert after.timeline.routine.cautions == before.timeline.routine.cautions


def test_much_pain_at_the_start_is_answered_with_how_to_ease(home: Path) -> None:
    screened(home)
    assert "take the easier variants" in " ".join(Visited(home, "lower-back", keys="6 escape").plan().notes)
    assert "easier" not in " ".join(Visited(home, "lower-back", keys="5 escape").plan().notes)


def test_half_of_the_answers_are_asked_for_again(home: Path) -> None:
    visited = Visited(home, "lower-back")
    asking = visited.visit.before(asking=True)
    interview = next(asking)
    for key in "9191":
        interview.press(key)
    asking.close()
    assert visited.store.ask(last_screening, None) is None


def test_what_goes_wrong_in_the_library_is_told_on_a_page(home: Path) -> None:
    store = Store(home)
    options = parse(["gone", "--sound-output", "none"])
    visit = ToldVisit(lambda: RoutineVisit(Library(), "gone", options, store))
    before = visit.before(asking=True)
    interview = next(before)
    assert interview.page is not None
    assert "there is no routine 'gone'" in interview.page.text[0]
    interview.press("enter")
    with pytest.raises(StopIteration) as end:
        next(before)
    assert end.value.value == Refusal(status=2)
