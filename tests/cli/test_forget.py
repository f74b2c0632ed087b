"""`forget`: one session, or everything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.record.opening import FILE
from tests.cli.saying import Said, told


@pytest.mark.usefixtures("practised")
def test_one_session_is_forgotten_with_its_steps(capsys: Said, home: Path) -> None:
    assert main(["forget", "1"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert told(capsys, "forget", "1", "--yes") == "Forgotten.\n"
    assert len(json.loads(told(capsys, "history", "--json"))) == 4
    assert b"Step 2" in (home / FILE).read_bytes()
    assert main(["forget", "1", "--yes"]) == 2


def test_everything_is_forgotten(practised: Path, capsys: Said) -> None:
    (practised / "settings.yaml").write_text("")
    told(capsys, "backup")
    assert "Your routines and settings stay." in told(capsys, "forget", "--all", "--yes")
    assert [file.name for file in practised.iterdir()] == ["settings.yaml"]
    assert told(capsys, "forget", "--all", "--yes") == "Nothing is recorded.\n"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("arguments", [["forget"], ["forget", "1", "--all"]])
def test_what_is_to_be_forgotten_is_named(capsys: Said, arguments: list[str]) -> None:
    assert main(arguments) == 2
    assert "--all" in capsys.readouterr().err
