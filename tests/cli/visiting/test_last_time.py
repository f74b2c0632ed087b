"""What is known of the last time: what hurt, whose turn it is, and where it was cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.core.ledger import Outcome, Row
from relaxtimer.record.alive import Alive
from relaxtimer.record.sessions import Ending
from tests.cli.visiting.visited import Visited, cut_off
from tests.record.people import did, row
from tests.visits import screened


def test_what_hurt_last_time_begins_easier_and_says_so(home: Path) -> None:
    screened(home)
    did(home, rows=(row(2, hurt=True, key="knuckle-glide-lumbar"),))
    plan = Visited(home, "lower-back", "--no-checkin").plan()
    assert {each.step.id for each in plan.timeline.segments if each.easier} == {"knuckle-glide-lumbar"}
    assert "Last time this hurt: Standing knuckle glide." in " ".join(plan.notes)


def test_what_took_the_place_of_a_step_and_hurt_begins_easier_too(home: Path) -> None:
    assert main(["safety", "--conditions", "knee"]) == 0
    screened(home)
    did(home, rows=(row(9, hurt=True, key="seated-pelvic-tilt"),))
    plan = Visited(home, "lower-back", "--no-checkin", keys="enter").plan()
    assert {each.step.id for each in plan.timeline.segments if each.easier} == {"seated-pelvic-tilt"}
    assert "Last time this hurt: " in " ".join(plan.notes)


def test_done_in_full_without_hurting_it_is_in_full_again(home: Path) -> None:
    screened(home)
    did(home, days_ago=2, rows=(row(2, hurt=True, key="knuckle-glide-lumbar"),))
    did(home, days_ago=1, rows=(row(2, key="knuckle-glide-lumbar"),))
    did(home, days_ago=0, rows=(row(2, Outcome.SKIPPED, key="knuckle-glide-lumbar"),))
    plan = Visited(home, "lower-back", "--no-checkin").plan()
    assert not any(each.easier for each in plan.timeline.segments)


def test_the_sides_take_turns(home: Path) -> None:
    screened(home)

    def first_side() -> str | None:
        plan = Visited(home, "lower-back", "--no-checkin").plan()
        return next(each.side for each in plan.timeline.segments if each.side)

    before = first_side()
    did(home)
    assert (before, first_side()) == ("left", "right")


@pytest.mark.parametrize("ending", [Ending.OPEN, Ending.INTERRUPTED])
def test_a_session_that_was_cut_off_is_offered_again_from_its_step(home: Path, ending: Ending) -> None:
    screened(home)
    cut_off(home, ending)
    visited = Visited(home, "lower-back", "--no-checkin", keys="enter")
    plan = visited.plan()
    assert "you were at step 7 of 11, just now." in visited.text
    assert plan.timeline.at(plan.start).segment.number == 7
    # Nothing has begun yet: the offer stands until something has.
    assert Visited(home, "lower-back", "--no-checkin", keys="enter").plan().start == plan.start
    did(home)
    assert Visited(home, "lower-back", "--no-checkin").plan().start == 0


ROUNDS = """
format: 1
name: Rounds
steps:
  - {name: One, kind: stretch, position: supine, prepare: 2s, work: 30s}
  - repeat: 3
    rest: 5s
    steps:
      - {name: Two, kind: stretch, position: supine, prepare: 2s, work: 30s}
  - {name: Three, kind: stretch, position: supine, prepare: 2s, work: 30s}
"""


@pytest.mark.parametrize(
    ("done", "number", "occurrence"),
    [
        # Made longer in the first step: what was the last step by its time is the second by its number.
        ((), 2, 1),
        ((row(2, Outcome.PART, occurrence=2),), 2, 2),
        ((row(2, occurrence=1),), 2, 2),
        ((row(2, occurrence=3),), 2, 3),
        ((row(3, Outcome.PART, occurrence=4),), 3, 4),
        ((), 7, 0),
    ],
)
def test_on_a_timeline_that_was_another_one_goes_on_at_the_step_that_was_told(
    home: Path, tmp_path: Path, done: tuple[Row, ...], number: int, occurrence: int
) -> None:
    screened(home)
    file = tmp_path / "rounds.yaml"
    file.write_text(ROUNDS)
    did(home, ending=Ending.OPEN, position=165_000, total=400_000, step=number, rows=done, file=str(file))
    plan = Visited(home, str(file), "--no-checkin", keys="enter").plan()
    assert plan.timeline.occurrence_at(plan.start).index == occurrence
    assert plan.timeline.occurrences[occurrence].start == plan.start


def test_a_file_is_known_from_another_folder_and_not_taken_for_one_of_its_name(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screened(home)
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
        (folder / "rounds.yaml").write_text(ROUNDS)
    did(home, ending=Ending.OPEN, position=40_000, step=2, file=str(here / "rounds.yaml"))
    monkeypatch.chdir(here)
    assert Visited(home, "./rounds.yaml", "--no-checkin", keys="enter").plan().start > 0
    monkeypatch.chdir(there)
    assert Visited(home, "./rounds.yaml", "--no-checkin").plan().start == 0
    assert Visited(home, "../here/rounds.yaml", "--no-checkin", keys="enter").plan().start > 0


def test_one_may_begin_anew(home: Path) -> None:
    screened(home)
    cut_off(home)
    assert Visited(home, "lower-back", "--no-checkin", keys="n").plan().start == 0


def test_a_session_that_still_runs_elsewhere_is_not_offered(home: Path) -> None:
    screened(home)
    alive = Alive(home, cut_off(home))
    visited = Visited(home, "lower-back", "--no-checkin")
    visited.plan()
    alive.close()
    assert visited.pages == []


def test_one_that_was_left_or_is_of_another_routine_is_not_offered(home: Path) -> None:
    screened(home)
    cut_off(home, Ending.LEFT)
    assert Visited(home, "lower-back", "--no-checkin").plan().start == 0
    cut_off(home)
    assert Visited(home, "desk-reset", "--no-checkin").plan().start == 0
