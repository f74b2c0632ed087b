"""Several programs with one record: all of them save, and nothing is set aside or copied twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.record.opening import FILE
from relaxtimer.record.reports import totals
from relaxtimer.record.store import Store, save
from tests.record.files import counted, mornings, noise, start_together
from tests.record.people import did


@pytest.mark.parametrize("time", range(3))
def test_programs_that_begin_a_record_at_once_all_save(tmp_path: Path, time: int) -> None:
    folder = tmp_path / f"{time}"
    assert start_together(folder) == ["True"] * 4
    assert mornings(folder) == 4


@pytest.mark.parametrize("time", range(3))
def test_programs_that_find_a_damaged_file_at_once_set_it_aside_once(tmp_path: Path, time: int) -> None:
    folder = tmp_path / f"{time}"
    folder.mkdir()
    noise(folder / FILE)
    assert all(told.startswith("True") for told in start_together(folder))
    assert mornings(folder) == 4
    assert len(list(folder.glob("record.damaged-*"))) == 1


def test_a_damaged_file_that_another_program_set_aside_is_not_set_aside_again(tmp_path: Path) -> None:
    did(tmp_path)
    store = Store(tmp_path)
    assert store.ask(totals, None) is not None
    (tmp_path / FILE).rename(tmp_path / "record.damaged-then.sqlite3")
    for suffix in ("-wal", "-shm"):
        (tmp_path / f"{FILE}{suffix}").unlink()
    did(tmp_path)
    did(tmp_path)
    assert save(store, lambda record: record.execute("INSERT INTO morning VALUES (1, '', 3)"))
    store.close()
    assert (counted(tmp_path), mornings(tmp_path)) == (2, 1)
    assert len(list(tmp_path.glob("record.damaged-*"))) == 1
