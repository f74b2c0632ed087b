"""docs/json.md tells what programs are given: its examples have the fields of the real thing; its export is read."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from relaxtimer.cli import main
from relaxtimer.core.impact import Impact
from relaxtimer.core.ratings import Ratings
from relaxtimer.record.answers import write_impact
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.store import Store
from tests.record.people import did, row

PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text()


def documented(command: str) -> Any:  # noqa: ANN401 - what JSON is
    part = PAGE[PAGE.index(f"## `relaxtimer {command}") :]
    example = re.search(r"```json\n(.*?)```", part, re.DOTALL)
    assert example is not None
    return json.loads(example[1])


def alike(found: Any, told: Any, at: str = "$") -> None:  # noqa: ANN401 - what JSON is
    """Compare fields, in all that is there; dates are names of their own."""
    if isinstance(told, list):
        for each in found:
            alike(each, told[0], f"{at}[]")
    elif isinstance(told, dict):
        dates = [name for name in told if re.fullmatch(r"[0-9-]+", name)]
        scales = at.endswith(".averages")
        if not dates and not scales:
            assert list(found) == list(told), at
        for name in () if dates else told:
            alike(found[name], told[name], f"{at}.{name}")


@pytest.fixture
def practised(home: Path) -> Path:
    did(home, days_ago=30, before=Ratings(6, 6, 4), after=Ratings(4, 5, 2), rows=(row(1), row(2, hurt=True)))
    did(home, before=Ratings(4, 3, 2), rows=(row(1),))
    store = Store(home)
    with store.writing() as record:
        write_impact(record, Impact(day_of(now()), 4, 2), now())
    store.close()
    return home


@pytest.mark.usefixtures("practised")
@pytest.mark.parametrize("command", ["history", "stats", "today", "doctor"])
def test_what_programs_are_given_is_what_is_documented(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert main([command, "--json"]) == 0
    alike(json.loads(capsys.readouterr().out), documented(f"{command} --json"))


def test_the_documented_export_is_read_and_written_again(
    home: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps(documented("export`")))
    assert main(["import", str(file)]) == 0
    assert capsys.readouterr().out.startswith("Imported: 1 session.\n")
    assert main(["export"]) == 0
    assert json.loads(capsys.readouterr().out) == documented("export`")
    assert main(["export", "--format", "csv"]) == 0
    (line,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    told = PAGE[PAGE.index("With `--format csv`") :]
    assert all(f"`{name}`" in told for name in line if not name.endswith(("_before", "_after")))
    assert home.exists()
