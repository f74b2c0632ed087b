"""The file of the record: whatever is in its place, the program goes on, says so, and nothing is written over."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from relaxtimer.record.opening import FILE, backed_up, why
from relaxtimer.record.reports import totals
from relaxtimer.record.schema import NEWEST
from relaxtimer.record.store import NotSavedError, Store, save
from tests.record.files import COUNT, counted, damaged_inside, foreign, noise, write
from tests.record.people import did


def test_asking_begins_no_file(tmp_path: Path) -> None:
    assert counted(tmp_path / "not yet") == -1
    assert not (tmp_path / "not yet").exists()


def test_what_was_written_is_there_for_the_next_program(tmp_path: Path) -> None:
    did(tmp_path)
    did(tmp_path)
    assert counted(tmp_path) == 2


def pragma_of(name: str, record: sqlite3.Connection) -> object:
    return record.execute(f"PRAGMA {name}").fetchone()[0]


def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    did(tmp_path)
    store = Store(tmp_path)
    for pragma, expected in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
        question = partial(pragma_of, pragma)
        assert store.ask(question, None) == expected, pragma
    store.close()


def another_file(path: Path) -> None:
    path.write_bytes(b"no record at all" * 40)


def a_header_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def truncated(path: Path) -> None:
    did(path.parent)
    shutil.copy(path, path.with_suffix(".whole"))
    path.write_bytes(path.with_suffix(".whole").read_bytes()[:6_000])


@pytest.mark.parametrize(
    "damage",
    [another_file, a_header_alone, noise, foreign, truncated],
    ids=["another file", "a header alone", "noise", "another program's", "cut short"],
)
def test_what_is_no_record_is_set_aside_and_told_and_a_new_one_is_begun(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(tmp_path / FILE)
    before = (tmp_path / FILE).read_bytes()
    store = write(tmp_path)
    (told,) = store.news()
    assert "is kept as record.damaged-" in told
    (aside,) = tmp_path.glob("record.damaged-*.sqlite3")
    assert aside.read_bytes() == before
    assert store.ask(totals, None) is not None
    assert store.news() == ()
    store.close()


def test_an_empty_file_is_begun_as_a_record(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    assert write(tmp_path).news() == ()
    assert counted(tmp_path) == 0


def test_a_folder_in_its_place_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / FILE / "something").mkdir(parents=True)
    store = write(tmp_path)
    assert "is a folder" in store.news()[0]
    assert (tmp_path / FILE / "something").is_dir()
    assert not store.usable()
    assert save(store, lambda _: None) is False


def test_a_folder_that_cannot_be_made_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = write(tmp_path / "file" / "folder")
    (told,) = store.news()
    assert "Nothing is being saved" in told
    assert told.endswith("Set RELAXTIMER_HOME to another folder.")
    save(store, lambda _: None)
    assert len(store.news()) <= 1


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "Make room on the disk."), (errno.EACCES, "Make the folder yours"), (errno.EIO, "another folder.")],
)
def test_what_is_advised_is_of_use_against_what_went_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def fail(_: Path) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("relaxtimer.record.opening.make_private", fail)
    (told,) = write(tmp_path).news()
    assert os.strerror(code) in told
    assert words in told
    assert ("yours" in told) == (code == errno.EACCES)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN])
def test_of_a_copy_it_is_not_said_that_the_record_cannot_be_written(tmp_path: Path, code: int) -> None:
    error = sqlite3.OperationalError("no")
    error.sqlite_errorcode = code
    assert "record" in why(error, tmp_path)
    said = why(error, tmp_path, copy=True)
    assert "record" not in said
    assert "RELAXTIMER_HOME" not in said
    assert "Name a" in said


def test_a_newer_file_is_never_written(tmp_path: Path) -> None:
    did(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as record:
        record.execute(f"PRAGMA user_version={NEWEST + 1}")
        record.execute("PRAGMA journal_mode=DELETE")
    before = (tmp_path / FILE).read_bytes()
    store = write(tmp_path)
    assert "newer relaxtimer" in store.news()[0]
    assert (tmp_path / FILE).read_bytes() == before


def test_a_file_that_turns_out_damaged_is_set_aside_and_what_goes_on_is_saved(tmp_path: Path) -> None:
    for _ in range(30):
        did(tmp_path, rows=())
    damaged_inside(tmp_path)
    store = Store(tmp_path)
    assert store.ask(totals, None) is None
    assert "damaged" in store.news()[0]
    assert save(store, lambda record: record.execute("INSERT INTO morning VALUES (1, '', 3)"))
    assert list(tmp_path.glob("record.damaged-*.sqlite3"))
    store.close()


@pytest.mark.parametrize("damage", [noise, lambda file: damaged_inside(file.parent)], ids=["wholly", "inside"])
def test_what_is_asked_after_a_failure_is_not_answered_until_that_was_told(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    did(tmp_path)
    damage(tmp_path / FILE)
    store = Store(tmp_path)
    for _ in range(2):
        store.ask(totals, None)
        assert not store.answered
    assert store.news()
    assert not store.answered
    assert store.ask(lambda record: record.execute(COUNT).fetchone(), None) in {None, (0,)}
    assert store.answered
    store.close()


def test_what_was_forgotten_elsewhere_is_read_no_more(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert save(store, lambda record: record.execute("INSERT INTO condition VALUES ('bleed', 1)"))
    count = "SELECT count(*) FROM condition"
    assert store.ask(lambda record: record.execute(count).fetchone()[0], -1) == 1
    for file in tmp_path.glob("record*"):
        file.unlink()
    assert store.ask(lambda record: record.execute(count).fetchone()[0], -1) == -1
    other = Store(tmp_path)
    assert save(other, lambda record: record.execute("INSERT INTO condition VALUES ('knee', 1), ('wrist', 1)"))
    assert store.ask(lambda record: record.execute(count).fetchone()[0], -1) == 2


def test_what_fails_in_the_middle_leaves_nothing_behind(tmp_path: Path) -> None:
    did(tmp_path)
    store = Store(tmp_path)

    def half(record: sqlite3.Connection) -> None:
        record.execute("INSERT INTO morning VALUES (1, '', 3)")
        record.execute("INSERT INTO morning VALUES (2, '', 11)")

    assert not save(store, half)
    assert store.ask(lambda record: record.execute("SELECT count(*) FROM morning").fetchone()[0], None) == 0
    with pytest.raises(ZeroDivisionError), store.writing():
        raise ZeroDivisionError
    store.close()


def test_a_disk_that_is_full_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    did(tmp_path)
    store = Store(tmp_path)
    store.ask(lambda record: record.execute("PRAGMA max_page_count=1").fetchone(), None)

    def much(record: sqlite3.Connection) -> None:
        record.execute("INSERT INTO session SELECT NULL, hex(randomblob(100000)), * FROM (SELECT 1)")

    def large(record: sqlite3.Connection) -> None:
        record.executemany("INSERT INTO screening VALUES (NULL, 1, ?, 'clear', '', '')", [("x" * 4_000,)] * 400)

    assert not save(store, large)
    assert "full" in store.news()[0]
    with pytest.raises(NotSavedError), store.writing() as record:
        much(record)
    store.close()
    assert counted(tmp_path) == 1


def test_two_programs_write_at_once(tmp_path: Path) -> None:
    did(tmp_path)
    code = (
        "import sys; from pathlib import Path; from tests.record.people import did\n"
        "for _ in range(40): did(Path(sys.argv[1]))"
    )
    others = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)]) for _ in range(3)]
    assert [other.wait() for other in others] == [0, 0, 0]
    assert counted(tmp_path) == 121


def held(folder: Path) -> sqlite3.Connection:
    """Hold the file as a program that writes for a long time does."""
    other = sqlite3.connect(folder / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_a_file_that_others_hold_is_not_waited_for_longer_than_wanted(tmp_path: Path) -> None:
    did(tmp_path)
    store = Store(tmp_path)
    with closing(held(tmp_path)):
        with pytest.raises(NotSavedError, match="locked"), store.writing(0.01):
            pass
        assert store.ask(lambda record: record.execute("PRAGMA busy_timeout").fetchone(), None) == (10,)
    with store.writing() as record:
        record.execute("DELETE FROM session")
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of other systems")
def test_nobody_else_may_read_the_record_or_its_copies(tmp_path: Path) -> None:
    did(tmp_path)
    store = Store(tmp_path)
    record = store.ask(lambda connection: connection, None)
    assert record is not None
    backed_up(record, tmp_path / "copy.sqlite3")
    with store.writing():
        modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir() if file.suffix != ".lock"}
    store.close()
    assert set(modes) >= {FILE, f"{FILE}-wal", "copy.sqlite3"}
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize("error", [sqlite3.ProgrammingError, sqlite3.OperationalError])
def test_a_mistake_of_ours_is_no_damage(tmp_path: Path, error: type[sqlite3.Error]) -> None:
    did(tmp_path)
    store = Store(tmp_path)
    wrong = "SELECT ?" if error is sqlite3.ProgrammingError else "SELECT nonsense"
    assert store.ask(lambda record: record.execute(wrong).fetchone(), None) is None
    assert not store.answered
    with pytest.raises(NotSavedError), store.writing() as record:
        record.execute(wrong)
    store.close()
    assert not list(tmp_path.glob("record.damaged-*"))
    assert counted(tmp_path) == 1


def test_a_copy_is_whole_while_it_is_written_to(tmp_path: Path) -> None:
    did(tmp_path)
    store = Store(tmp_path)
    with store.writing() as record:
        record.execute("INSERT INTO morning VALUES (1, '', 3)")
    store.ask(lambda record: backed_up(record, tmp_path / "copy.sqlite3"), None)
    store.close()
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM morning").fetchone() == (1,)
