"""A session kept while it goes on: nothing is shown as done before it is on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from relaxtimer.clock import FakeClock
from relaxtimer.core.events import Command, SegmentStarted
from relaxtimer.core.ratings import Ratings
from relaxtimer.practice import Plan, Practice, silent
from relaxtimer.record.alive import Alive, is_alive, path_of
from relaxtimer.record.keeper import Keeper
from relaxtimer.record.opening import FILE, PATIENCE
from relaxtimer.record.sessions import Began
from relaxtimer.record.store import NotSavedError, Store
from relaxtimer.sound.player import Outlet
from tests.core.making import hold, step, timeline

OUTLET = Outlet(lambda _: None, lambda: None, lambda: None)
MADE = timeline(step("A", hold(10), prepare=2), step("B", hold(30), prepare=2), step("C", hold(10), prepare=2))


class Kept:
    """A practice that is kept in a folder."""

    def __init__(self, folder: Path, store: Store | None = None) -> None:
        self.store = store or Store(folder)
        self.keeper = Keeper(
            self.store,
            Began(
                uid="this", routine="test", title="Test", file="/x/test.yaml", at=datetime.now().astimezone(), speed=1,
                first_side="left", minutes=None, steps=3,
            ),
        )  # fmt: skip
        self.clock = FakeClock()
        self.practice = Practice(Plan(timeline=MADE, clock=self.clock, player=silent, keeper=self.keeper), OUTLET)

    def start(self) -> None:
        self.practice.do(Command.START)
        self.wait(3)

    def wait(self, seconds: float) -> None:
        for _ in range(int(seconds * 2)):
            self.clock.time += 500
            self.practice.tick()

    def read(self, question: str) -> list[Any]:
        """Ask with a connection of its own, as another program would."""
        other = Store(self.store.folder)
        nothing: list[Any] = []
        found = other.ask(lambda record: record.execute(question).fetchall(), nothing)
        other.close()
        return found


Keep = Callable[..., Kept]


@pytest.fixture
def keep(tmp_path: Path) -> Iterator[Keep]:
    """Makes practices that are kept; each is closed with the test."""
    made: list[Kept] = []

    def make(folder: Path = tmp_path, store: Store | None = None) -> Kept:
        made.append(Kept(folder, store))
        return made[-1]

    yield make
    for each in made:
        each.practice.close()
        each.store.close()


def test_a_step_is_on_the_disk_when_the_next_one_begins(keep: Keep) -> None:
    kept = keep()
    kept.start()
    seen: list[list[Any]] = []
    for _ in range(60):
        kept.clock.time += 500
        events = kept.practice.tick()
        if any(isinstance(event, SegmentStarted) and event.segment.number == 2 for event in events):
            seen.append(kept.read("SELECT name, outcome, worked FROM step"))
    assert seen[0] == [("A", "done", 10_000)]


def test_of_a_long_step_no_more_than_ten_seconds_are_missing(keep: Keep) -> None:
    kept = keep()
    kept.start()
    kept.wait(36)
    assert kept.read("SELECT outcome, position, spent, step FROM session") == [("open", 34_000, 34_000, 2)]


def test_nothing_is_written_of_what_never_began(keep: Keep, tmp_path: Path) -> None:
    kept = keep()
    kept.practice.close()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("end", "outcome"), [(None, "interrupted"), (Command.LEAVE, "left")])
def test_how_it_ended_is_kept(keep: Keep, end: Command | None, outcome: str) -> None:
    kept = keep()
    kept.start()
    kept.wait(5)
    if end is not None:
        kept.practice.do(end)
    kept.practice.close()
    kept.practice.close()
    assert kept.read("SELECT outcome, spent FROM session") == [(outcome, 5_000)]


def test_one_that_ran_to_its_end_is_finished(keep: Keep) -> None:
    kept = keep()
    kept.start()
    kept.wait(70)
    assert kept.read("SELECT outcome FROM session") == [("finished",)]
    assert kept.keeper.kept


def test_what_was_rated_before_is_there_from_the_first_write_on(keep: Keep) -> None:
    kept = keep()
    kept.keeper.before = Ratings(4, None, 2)
    kept.practice.do(Command.START)
    assert kept.read("SELECT pain_before, stiffness_before, stress_before FROM session") == [(4, None, 2)]


class Stuck(Store):
    """A store that cannot write for a while, as on a full disk."""

    stuck = False

    tried = 0

    def writing(self, patience: float = PATIENCE) -> Any:  # noqa: ANN401 - what the store gives
        self.tried += 1
        if self.stuck:
            raise NotSavedError("the disk is full.")
        return super().writing(patience)


def test_what_could_not_be_saved_is_told_once_and_saved_as_soon_as_it_can_be(keep: Keep, tmp_path: Path) -> None:
    store = Stuck(tmp_path)
    kept = keep(tmp_path, store)
    kept.start()
    store.stuck = True
    kept.wait(14)
    assert kept.practice.news() == ("This session is not being saved now: the disk is full.",)
    kept.wait(12)
    assert kept.practice.news() == ()
    assert not kept.keeper.kept
    # On a screen it is asked thirty times a second.
    before = store.tried
    for _ in range(90):
        kept.practice.tick()
    assert store.tried - before <= 1
    store.stuck = False
    kept.wait(5)
    assert kept.practice.news() == ("This session is being saved again, with all that was done.",)
    assert [name for (name,) in kept.read("SELECT name FROM step")] == ["A", "B"]


def test_where_nothing_can_be_saved_the_session_goes_on(keep: Keep, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    kept = keep(tmp_path / "file" / "folder")
    kept.start()
    kept.wait(70)
    assert kept.practice.session.over
    assert "Nothing is being saved." in " ".join(kept.practice.news())


def test_a_record_that_was_set_aside_is_given_the_whole_session_again(keep: Keep, tmp_path: Path) -> None:
    kept = keep()
    kept.start()
    kept.wait(14)
    kept.store.close()
    for file in tmp_path.glob("record.sqlite3*"):
        file.write_bytes(b"\xee" * 20_000)
    kept.wait(40)
    assert [name for (name,) in kept.read("SELECT name FROM step")] == ["A", "B"]


def test_one_that_goes_on_while_everything_is_forgotten_is_in_the_next_record(keep: Keep, tmp_path: Path) -> None:
    kept = keep()
    kept.keeper.before = Ratings(4)
    kept.start()
    kept.wait(14)
    for file in tmp_path.iterdir():
        file.unlink()
    kept.wait(40)
    assert is_alive(tmp_path, "this")
    assert [name for (name,) in kept.read("SELECT name FROM step")] == ["A", "B"]
    assert kept.read("SELECT pain_before FROM session") == [(4,)]


def test_what_cannot_be_saved_from_the_beginning_is_told_once_and_saved_when_it_can_be(
    keep: Keep, tmp_path: Path
) -> None:
    (tmp_path / FILE).mkdir()
    kept = keep()
    kept.start()
    kept.wait(14)
    (told,) = kept.practice.news()
    assert "is a folder" in told
    (tmp_path / FILE).rmdir()
    kept.wait(10)
    assert kept.practice.news() == ("This session is being saved again, with all that was done.",)
    assert [name for (name,) in kept.read("SELECT name FROM step")] == ["A", "B"]
    assert is_alive(tmp_path, "this")


# Alive


def test_a_session_is_alive_as_long_as_it_is_held(tmp_path: Path) -> None:
    held = Alive(tmp_path, "this")
    assert is_alive(tmp_path, "this")
    held.close()
    held.close()
    assert not is_alive(tmp_path, "this")


def test_the_file_of_one_that_was_killed_is_taken_away(tmp_path: Path) -> None:
    path_of(tmp_path, "this").touch()
    assert not is_alive(tmp_path, "this")
    assert not path_of(tmp_path, "this").exists()
