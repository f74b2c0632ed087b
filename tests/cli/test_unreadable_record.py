"""A record that cannot be read: told, and never called empty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.record.opening import FILE
from tests.cli.saying import Said, told
from tests.record.files import damaged_inside, noise
from tests.record.people import did


def a_folder(folder: Path) -> None:
    (folder / FILE).unlink()
    (folder / FILE).mkdir()


def a_file_of_noise(folder: Path) -> None:
    noise(folder / FILE)


ASKING = ("history", "stats", "safety", "forget 1 --yes")


@pytest.mark.parametrize(
    ("command", "damage", "words"),
    [
        *((command, a_folder, "is a folder") for command in (*ASKING, "backup", "export")),
        *((command, a_file_of_noise, "kept as") for command in (*ASKING, "backup", "export")),
        *((command, damaged_inside, "kept as") for command in ASKING),
    ],
)
def test_a_record_that_cannot_be_read_is_not_called_empty(
    home: Path, capsys: Said, command: str, damage: Callable[[Path], None], words: str
) -> None:
    did(home)
    damage(home)
    assert main(command.split()) == 1
    said = capsys.readouterr()
    assert words in said.err
    for empty in ("othing was recorded", "not answered yet", "No condition is ticked", "there is no session"):
        assert empty not in said.out + said.err
    assert "sessions" not in said.out


def test_conditions_that_can_be_kept_only_in_a_new_record_are(home: Path, capsys: Said) -> None:
    noise(home / FILE)
    assert main(["safety", "--conditions", "bleed"]) == 0
    said = capsys.readouterr()
    assert "kept as" in said.err
    assert "  bleed " in said.out
    a_folder(home)
    assert main(["safety", "--conditions", "bleed"]) == 1
    assert "is a folder" in capsys.readouterr().err


def test_a_damaged_record_takes_no_place_of_a_backup(practised: Path, capsys: Said, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    told(capsys, "backup", "--output", str(copy))
    content = copy.read_bytes()
    damaged_inside(practised)
    assert main(["backup", "--output", str(copy)]) == 1
    assert "is damaged" in capsys.readouterr().err
    assert copy.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir() if "part" in file.name] == []
