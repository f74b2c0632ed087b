"""A record of each version that ever landed becomes one of the newest, after a copy was made of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from relaxtimer.core.conditions import Condition
from relaxtimer.core.ratings import Ratings
from relaxtimer.record import schema
from relaxtimer.record.answers import conditions
from relaxtimer.record.opening import FILE
from relaxtimer.record.reports import Past, past
from relaxtimer.record.schema import NEWEST
from relaxtimer.record.store import Store, save
from tests.record.files import COUNT, counted, mornings, start_together, write
from tests.record.people import did

LANDED = sorted((Path(__file__).parent / "versions").glob("*.sql"))
"""A record of each form that ever landed, as its own program would have left it. These are never edited."""


def of_then(folder: Path, landed: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as record:
        record.executescript(landed.read_text())


def tables(record: sqlite3.Connection) -> list[object]:
    names = record.execute(
        "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    ).fetchall()
    columns = [record.execute(f"PRAGMA {kind}_xinfo({name})").fetchall() for kind, name in names]
    return [names, *columns]


def test_there_is_a_file_of_every_version() -> None:
    assert {landed.stem.split("-")[0] for landed in LANDED} == {f"{version}" for version in range(1, NEWEST + 1)}


@pytest.mark.parametrize("landed", LANDED, ids=lambda landed: landed.stem)
def test_a_file_of_each_version_that_ever_landed_is_brought_to_the_newest(tmp_path: Path, landed: Path) -> None:
    of_then(tmp_path, landed)
    nothing_there: list[object] = []
    store, fresh = Store(tmp_path), Store(tmp_path / "fresh")
    assert save(store, lambda record: record.execute("INSERT INTO morning VALUES (1, '', 3)"))
    assert save(fresh, lambda record: record.execute("INSERT INTO morning VALUES (1, '', 3)"))
    assert store.ask(tables, nothing_there) == fresh.ask(tables, nothing_there) != []
    assert store.news() == ()
    nothing: list[Past] = []
    (session,) = store.ask(lambda record: past(record, most=9), nothing)
    assert (session.routine, session.spent, session.done, session.hurt) == ("lower-back", 350_000, 1, 1)
    assert (session.before, session.after) == (Ratings(5, None, 7), Ratings(3))
    assert store.ask(lambda record: record.execute("SELECT pain FROM morning WHERE day > 1").fetchall(), None) == [(4,)]
    none: frozenset[Condition] = frozenset()
    assert store.ask(lambda record: conditions(record, 739_100), none) == {Condition.BLEEDING}
    assert store.ask(pragma_integrity, None) == "ok"
    for each in (store, fresh):
        each.close()
    copies = list(tmp_path.glob("record.before-version-*.sqlite3"))
    assert len(copies) == (0 if landed.stem == f"{NEWEST}" else 1)


def pragma_integrity(record: sqlite3.Connection) -> object:
    return record.execute("PRAGMA integrity_check").fetchone()[0]


@pytest.mark.parametrize("time", range(3))
def test_programs_that_update_the_tables_at_once_all_save(tmp_path: Path, time: int) -> None:
    folder = tmp_path / f"{time}"
    folder.mkdir()
    of_then(folder, LANDED[0])
    (folder / f"record.before-version-{NEWEST}.sqlite3.77.part").touch()
    assert start_together(folder) == ["True"] * 4
    assert mornings(folder) == 5
    assert [file.name for file in folder.glob("*before*")] == [f"record.before-version-{NEWEST}.sqlite3"]


def test_before_an_update_of_the_tables_a_copy_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    did(tmp_path)
    monkeypatch.setattr("relaxtimer.record.opening.VERSIONS", (*schema.VERSIONS, "CREATE TABLE later (x);"))
    monkeypatch.setattr("relaxtimer.record.opening.NEWEST", NEWEST + 1)
    assert counted(tmp_path) == 1
    copy = tmp_path / f"record.before-version-{NEWEST + 1}.sqlite3"
    with closing(sqlite3.connect(copy)) as record:
        assert record.execute(COUNT).fetchone() == (1,)
        assert record.execute("PRAGMA user_version").fetchone() == (NEWEST,)


def test_why_an_update_failed_is_told_also_where_sqlite_took_it_back_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    did(tmp_path)
    # As it does where the disk is full.
    later = "CREATE TABLE later (x UNIQUE); INSERT OR ROLLBACK INTO later VALUES (1), (1);"
    with monkeypatch.context() as patch:
        patch.setattr("relaxtimer.record.opening.VERSIONS", (*schema.VERSIONS, later))
        patch.setattr("relaxtimer.record.opening.NEWEST", NEWEST + 1)
        assert "UNIQUE constraint failed" in write(tmp_path).news()[0]
    assert counted(tmp_path) == 1


def test_an_update_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    did(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("relaxtimer.record.opening.VERSIONS", (*schema.VERSIONS, "CREATE TABLE later (x); nonsense;"))
        patch.setattr("relaxtimer.record.opening.NEWEST", NEWEST + 1)
        store = write(tmp_path)
        assert "cannot be written" in store.news()[0]
    assert counted(tmp_path) == 1
