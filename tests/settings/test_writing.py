"""Changing a setting from outside the file: that one, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.settings.choices import Setting, all_settings, value_of
from relaxtimer.settings.reading import read_settings
from relaxtimer.settings.settings import Settings
from relaxtimer.settings.starter import STARTER
from relaxtimer.settings.writing import CannotChangeError, change, changed

SETTINGS = list(all_settings())
CHOSEN = [setting for setting in SETTINGS if setting.choices]
THEME = next(setting for setting in SETTINGS if setting.name == "theme")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.yaml"


@pytest.mark.parametrize("setting", CHOSEN, ids=lambda setting: f"{setting.group}-{setting.name}")
def test_each_choice_of_each_setting_can_be_written_and_is_read_again(setting: Setting, path: Path) -> None:
    for value in (setting.choices[0], setting.choices[-1], setting.choices[len(setting.choices) // 2]):
        change(path, setting, value)
        assert value_of(setting, read_settings(path)) == value


def test_the_value_of_nothing_set_is_a_choice_or_left_to_the_program() -> None:
    for setting in CHOSEN:
        assert value_of(setting, Settings()) in {*setting.choices, ""}


def test_all_of_them_one_after_another_leave_each_other_alone(path: Path) -> None:
    for setting in CHOSEN:
        change(path, setting, setting.choices[-1])
    settings = read_settings(path)
    assert [value_of(setting, settings) for setting in CHOSEN] == [setting.choices[-1] for setting in CHOSEN]


def test_notes_order_and_everything_else_stay(path: Path) -> None:
    before = "# mine\nsound:\n  volume: 40  # quiet\n\n# the screen\nscreen:\n"
    after = "    figures: off\n# the end\n"
    path.parent.mkdir()
    path.write_text(f"{before}    theme: day   # bright\n{after}")
    change(path, THEME, "dusk")
    assert path.read_text() == f"{before}    theme: dusk             # bright\n{after}"


@pytest.mark.parametrize("text", ["", "sound:\n", "screen:\n", "# nothing\n", "screen:\n  # theme: day\n", STARTER])
def test_whatever_is_there_already_the_setting_is_set(text: str, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(text)
    change(path, THEME, "contrast")
    assert read_settings(path).screen.theme == "contrast"


def test_a_note_makes_place_and_what_is_set_goes_before_a_note() -> None:
    assert changed("screen:\n  # theme: calm\n", THEME, "day") == "screen:\n  theme: day\n"
    assert changed("screen:\n  # theme: calm\n  theme: dusk\n", THEME, "day") == (
        "screen:\n  # theme: calm\n  theme: day\n"
    )


def test_a_file_in_another_style_is_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("screen: {theme: day}\n")
    with pytest.raises(CannotChangeError, match="cannot be changed here"):
        change(path, THEME, "dusk")
    assert path.read_text() == "screen: {theme: day}\n"


def test_a_file_with_mistakes_is_not_touched(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("scren:\n  theme: day\n")
    with pytest.raises(FileMistakes):
        change(path, THEME, "dusk")
    assert path.read_text() == "scren:\n  theme: day\n"


def test_notes_that_are_not_utf_8_are_a_mistake_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(FileMistakes, match="UTF-8"):
        change(path, THEME, "day")
    assert path.read_bytes() == b"# caf\xe9\n"


def test_the_file_to_start_from_names_every_setting() -> None:
    for setting in SETTINGS:
        assert f"\n  # {setting.name}: " in STARTER
