"""`export` and `backup`: the record taken along, and never anything lost for it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.record.opening import FILE
from tests.cli.saying import Said, told
from tests.record.files import noise
from tests.record.people import did


@pytest.mark.usefixtures("practised")
def test_exported_as_csv_each_session_is_a_row_and_no_text_is_a_formula(capsys: Said, home: Path) -> None:
    did(home, "=2+2")
    rows = list(csv.DictReader(io.StringIO(told(capsys, "export", "--format", "csv"))))
    assert len(rows) == 6
    assert (rows[0]["routine"], rows[0]["seconds"], rows[0]["pain_before"], rows[0]["hurt"]) == (
        "lower-back",
        "720.0",
        "6",
        "1",
    )
    assert (rows[3]["steps_done"], rows[3]["steps_skipped"], rows[3]["pain_after"]) == ("1", "1", "")
    assert rows[5]["routine"] == "'=2+2"


def test_an_export_of_before_is_kept_where_the_record_is_damaged(practised: Path, capsys: Said, tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    told(capsys, "export", "--output", str(file))
    noise(practised / FILE)
    assert main(["export", "--output", str(file)]) == 1
    assert len(json.loads(file.read_text())["sessions"]) == 5


@pytest.mark.usefixtures("practised")
def test_a_backup_says_what_it_took_the_place_of_and_takes_no_folder(capsys: Said, tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    assert "(in place of the one before)" in told(capsys, "backup", "--output", str(tmp_path / "old"))
    assert main(["backup", "--output", str(tmp_path)]) == 2
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["backup", "export"])
def test_nothing_is_written_over_the_record(practised: Path, capsys: Said, command: str) -> None:
    for name in (FILE, f"{FILE}-wal"):
        assert main([command, "--output", str(practised / name)]) == 2
        assert "is the record itself" in capsys.readouterr().err
    assert len(json.loads(told(capsys, "history", "--json"))) == 5


@pytest.mark.usefixtures("home")
def test_without_a_record_there_is_nothing_to_copy(capsys: Said) -> None:
    assert main(["backup"]) == 1
    assert "nothing was recorded" in capsys.readouterr().err


@pytest.mark.usefixtures("practised")
def test_what_cannot_be_written_is_told(capsys: Said, tmp_path: Path) -> None:
    for command in (["backup"], ["export"]):
        assert main([*command, "--output", str(tmp_path / "no" / "folder" / "x")]) == 1
        assert "cannot be written" in capsys.readouterr().err
