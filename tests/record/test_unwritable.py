"""A record that cannot be written: what is in it holds all the same, and it is told once that nothing is saved."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from relaxtimer.core.conditions import Condition
from relaxtimer.record.answers import conditions
from relaxtimer.record.opening import FILE
from relaxtimer.record.reports import totals
from relaxtimer.record.schema import NEWEST
from relaxtimer.record.store import Store, save
from tests.record.files import COUNT, foreign, mornings
from tests.record.people import did


def locked_out(folder: Path) -> None:
    """Have SQLite find no way to write a file, also for one who may write everywhere, as in a read-only folder."""
    (folder / f"{FILE}-shm").unlink(missing_ok=True)
    (folder / f"{FILE}-shm").symlink_to(folder / "no" / "folder")


def in_the_journal(folder: Path) -> None:
    """Write a session that stands in the journal alone, as after a kill."""
    code = (
        "import os, sys; from pathlib import Path; from relaxtimer.record.store import Store, save\n"
        "write = \"INSERT INTO morning VALUES (9, '', 3)\"\n"
        "store = Store(Path(sys.argv[1])); save(store, lambda record: record.execute(write))\n"
        "os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True)
    assert (folder / f"{FILE}-wal").stat().st_size


@pytest.mark.parametrize("journal", [False, True])
def test_what_cannot_be_written_is_read_all_the_same(tmp_path: Path, *, journal: bool) -> None:
    did(tmp_path)
    if journal:
        in_the_journal(tmp_path)
    locked_out(tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    store = Store(tmp_path)
    assert store.ask(lambda record: record.execute(COUNT).fetchone()[0], -1) == 1
    assert store.ask(lambda record: record.execute("SELECT count(*) FROM morning").fetchone()[0], -1) == int(journal)
    assert store.answered
    assert store.news() == ()
    assert not save(store, lambda record: record.execute("DELETE FROM session"))
    assert not save(store, lambda record: record.execute("DELETE FROM session"))
    (told,) = store.news()
    assert "Nothing is being saved" in told
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}.items() >= before.items()
    # As soon as it can be written, it is.
    (tmp_path / f"{FILE}-shm").unlink()
    assert save(store, lambda record: record.execute("INSERT INTO morning VALUES (1, '', 3)"))
    store.close()
    assert mornings(tmp_path) == 1 + int(journal)


def test_what_can_be_neither_written_nor_read_is_told(tmp_path: Path) -> None:
    foreign(tmp_path / FILE)
    locked_out(tmp_path)
    (tmp_path / FILE).chmod(0)
    store = Store(tmp_path)
    store.ask(totals, None)
    assert store.news()
    store.close()


def test_what_a_newer_program_wrote_holds_too(tmp_path: Path) -> None:
    did(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as record:
        record.execute("INSERT INTO condition VALUES ('bleed', 1)")
        record.execute(f"PRAGMA user_version={NEWEST + 1}")
        record.commit()
        record.execute("PRAGMA journal_mode=DELETE")
    before = (tmp_path / FILE).read_bytes()
    store = Store(tmp_path)
    none: frozenset[Condition] = frozenset()
    assert store.ask(lambda record: conditions(record, 1), none) == {Condition.BLEEDING}
    assert store.news() == ()
    store.close()
    assert (tmp_path / FILE).read_bytes() == before
