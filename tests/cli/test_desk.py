"""The files behind the library screen."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from relaxtimer.cli.arguments import parse
from relaxtimer.cli.desk import LibraryDesk
from relaxtimer.library.library import Library
from relaxtimer.practice import Plan
from relaxtimer.record.alive import Alive
from relaxtimer.record.sessions import Began, Ending, Stand, write_session
from relaxtimer.record.store import Store, save
from relaxtimer.tui.library.desk import Wish
from relaxtimer.tui.library.row import Row
from tests.record.people import row as done_row


@pytest.fixture
def desk(home: Path) -> LibraryDesk:
    assert home.is_dir()
    return LibraryDesk(parse(["--sound-output", "none"]))


def row(desk: LibraryDesk, name: str) -> Row:
    return next(row for row in desk.rows() if Path(row.id).stem == name)


def test_the_groups_come_in_their_order_and_every_routine_has_one(desk: LibraryDesk) -> None:
    groups = [row.group for row in desk.rows()]
    assert list(dict.fromkeys(groups)) == [
        "At the desk", "Massage and release", "Movement and strength", "Morning and evening", "Breathing and calm",
    ]  # fmt: skip
    assert len(groups) == len(Library().shelves.names)


def test_a_favourite_moves_up_and_back(desk: LibraryDesk) -> None:
    assert desk.favour(row(desk, "lower-back")) == ""
    assert desk.rows()[0].group == "Favourites"
    assert desk.rows()[0].favourite
    desk.favour(row(desk, "lower-back"))
    assert not row(desk, "lower-back").favourite


def did(home: Path, routine: str, days_ago: int, *, speed: float = 1) -> None:
    """Write a session of a while ago into the record."""
    at = datetime.now().astimezone() - timedelta(days=days_ago)
    began = Began(
        uid=f"{routine} {days_ago} {speed}", routine=routine, title="", file="", at=at, speed=speed, first_side="left",
        minutes=None, steps=3,
    )  # fmt: skip
    stand = Stand(at=at, ending=Ending.FINISHED, position=9, total=9, step=3, spent=9)
    store = Store(home)
    assert save(store, lambda record: write_session(record, began, stand, ()))
    store.close()


def test_what_was_done_lately_comes_first_the_latest_first(desk: LibraryDesk, home: Path) -> None:
    did(home, "desk-reset", 400)
    did(home, "micro-break", 1)
    did(home, "lower-back", 0)
    did(home, "gone", 0)
    did(home, "body-scan", 0, speed=20)
    assert [(each.group, Path(each.id).stem, each.done) for each in desk.rows()[:2]] == [
        ("Recently done", "lower-back", "done today"),
        ("Recently done", "micro-break", "done yesterday"),
    ]
    assert row(desk, "desk-reset").done == "done 400 days ago"
    assert row(desk, "body-scan").done == ""


def test_where_the_last_session_was_cut_off_is_told(desk: LibraryDesk, home: Path) -> None:
    path = row(desk, "lower-back").id
    at = datetime.now().astimezone()
    began = Began(
        uid="x", routine="lower-back", title="", file=path, at=at, speed=1, first_side="left", minutes=None, steps=11
    )
    stand = Stand(at=at, ending=Ending.OPEN, position=400_000, total=735_000, step=7, spent=400_000)
    store = Store(home)
    assert save(store, lambda record: write_session(record, began, stand, (done_row(),)))
    store.close()
    assert (desk.rows()[0].id, desk.rows()[0].done) == (path, "cut off at step 7 of 11")
    alive = Alive(home, "x")
    assert desk.rows()[0].done == "done today"
    alive.close()


def test_a_wish_fits_and_speeds_up(desk: LibraryDesk) -> None:
    flagship = row(desk, "lower-back")
    plan = desk.open(flagship.id, Wish(10, 8))
    assert isinstance(plan, Plan)
    assert plan.timeline.total <= 600_000
    assert plan.clock.session_time(1_000) == 8_000
    refused = desk.open(flagship.id, Wish(1))
    assert isinstance(refused, str)
    assert "cannot be done in 1 minute" in refused


def test_a_copy_and_a_new_file_have_names_that_are_free_and_no_mistakes(desk: LibraryDesk) -> None:
    flagship = row(desk, "lower-back")
    made = [desk.copy(flagship), desk.copy(flagship), desk.new(), desk.new()]
    names = [Path(each.file).stem for each in made]
    assert names == ["my-lower-back", "my-lower-back-2", "my-routine", "my-routine-2"]
    assert [row(desk, name).mistake for name in names] == [""] * 4
    assert desk.copy(Row(id="x", name="x", origin="yours", file="/there/is/none.yaml")).why


def test_a_folder_that_cannot_be_written_is_told(desk: LibraryDesk, home: Path) -> None:
    (home / "routines").write_text("in the way")
    assert "cannot be written" in desk.new().why


def test_a_change_gives_another_stamp(desk: LibraryDesk) -> None:
    before = desk.stamp()
    assert desk.stamp() == before
    file = Path(desk.new().file)
    after = desk.stamp()
    assert after != before
    file.write_text(file.read_text() + "# more\n")
    assert desk.stamp() != after


def test_the_editor_is_the_persons_own(desk: LibraryDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "code --wait")
    assert desk.editor("a.yaml") == ("code", "--wait", "a.yaml")
    monkeypatch.setenv("VISUAL", "emacs -nw")
    assert desk.editor("a.yaml")[0] == "emacs"
    monkeypatch.setenv("VISUAL", '"')
    monkeypatch.setenv("EDITOR", "")
    monkeypatch.setenv("PATH", "")
    assert desk.editor("a.yaml") == ()


def test_the_first_time_is_only_once(desk: LibraryDesk) -> None:
    assert [desk.welcome(), desk.welcome()] == [True, False]


def test_lengths_are_with_the_time_to_get_into_place_that_a_person_takes(desk: LibraryDesk, home: Path) -> None:
    usual = row(desk, "lower-back").total
    (home / "settings.yaml").write_text("session: {prepare: 2}\n")
    slower = row(desk, "lower-back")
    plan = desk.open(slower.id, Wish())
    assert isinstance(plan, Plan)
    assert slower.total == plan.timeline.total > usual
    assert row(desk, "lower-back") == slower
    (home / "settings.yaml").unlink()
    assert row(desk, "lower-back").total == usual
