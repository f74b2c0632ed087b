from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.folders import Folders, folders


def test_one_variable_puts_everything_under_one_folder(tmp_path: Path) -> None:
    found = folders({"RELAXTIMER_HOME": str(tmp_path)})
    assert found == Folders(tmp_path / "routines", tmp_path, tmp_path, tmp_path / "cache")
    assert found.exercises == tmp_path / "routines" / "exercises"


def test_nothing_is_made_by_asking(tmp_path: Path) -> None:
    folders({"RELAXTIMER_HOME": str(tmp_path / "new")})
    assert list(tmp_path.iterdir()) == []


def test_a_relative_home_stays_where_it_was_when_the_program_goes_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert folders({"RELAXTIMER_HOME": "here"}).settings == tmp_path / "here"


def test_a_tilde_is_the_home_of_the_person() -> None:
    assert folders({"RELAXTIMER_HOME": "~/portable"}).record == Path.home() / "portable"


@pytest.mark.parametrize("environment", [{}, {"RELAXTIMER_HOME": ""}])
def test_without_it_the_platform_says_where_things_belong(environment: dict[str, str]) -> None:
    found = folders(environment)
    assert all("relaxtimer" in str(folder) and folder.is_absolute() for folder in found)
    assert found.routines.name == "routines"
    assert found.cache not in (found.settings, found.record)
