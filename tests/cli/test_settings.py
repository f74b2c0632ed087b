"""`relaxtimer settings`."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.settings.reading import read_settings
from relaxtimer.settings.settings import Settings


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["settings", *arguments]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def test_a_file_of_all_settings_is_written_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = home / "settings.yaml"
    assert f"`relaxtimer settings --new` writes {path}" in told(capsys)
    assert not path.exists()
    assert told(capsys, "--new").startswith(f"Written: {path}\n")
    assert read_settings(path) == Settings()
    assert told(capsys) == f"{path}: no mistakes\n"
    path.write_text("sound: {volume: 7}\n")
    assert main(["settings", "--new"]) == 1
    assert capsys.readouterr().err == f"relaxtimer: {path} is there already; it is left as it is\n"
    assert path.read_text() == "sound: {volume: 7}\n"


def test_mistakes_are_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "settings.yaml").write_text("sound: {volume: 700}\n")
    assert main(["settings"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"relaxtimer: 1 mistake in the settings\n{home}/settings.yaml:1:17: volume is ")


def test_a_folder_that_cannot_be_is_told(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("RELAXTIMER_HOME", str(home / "file"))
    assert main(["settings", "--new"]) == 1
    assert "settings.yaml cannot be written: " in capsys.readouterr().err
