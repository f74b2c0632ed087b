"""The settings screen: all settings, chosen with the arrows and written at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from relaxtimer.cli.arguments import parse
from relaxtimer.cli.desk import LibraryDesk
from relaxtimer.settings.choices import all_settings
from relaxtimer.settings.reading import read_settings
from relaxtimer.tui.library.app import LibraryApp
from relaxtimer.tui.library.settings import SettingsScreen
from tests.tui.library_rows import press

SETTINGS = list(all_settings())
THEME = [setting.name for setting in SETTINGS].index("theme")


@pytest.fixture
def app(home: Path, monkeypatch: pytest.MonkeyPatch) -> LibraryApp:
    assert home.is_dir()
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    return LibraryApp(LibraryDesk(parse(["--sound-output", "none"])))


def text(pilot: Pilot[None], name: str) -> str:
    widget = pilot.app.screen.query_one(f"#{name}")
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


@pytest.mark.once
async def test_every_setting_is_there_with_what_it_is_and_what_it_is_for(app: LibraryApp) -> None:
    async with app.run_test(size=(90, 30)) as pilot:
        await press(pilot, "comma")
        assert isinstance(app.screen, SettingsScreen)
        for setting in SETTINGS:
            assert setting.name in text(pilot, "settings")
            assert setting.doc.split()[0] in text(pilot, "about")
            await press(pilot, "down")
        await press(pilot, "escape")
        assert not isinstance(app.screen, SettingsScreen)


@pytest.mark.once
async def test_a_theme_is_worn_as_soon_as_it_is_chosen_and_stays(app: LibraryApp, home: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "comma", *["down"] * THEME, "right", "right")
        assert read_settings(home / "settings.yaml").screen.theme == "day"
        assert app.look.theme.name == "day" == app.theme
        await press(pilot, "escape")
        papers = {segment.style.bgcolor for segment in app.screen.query_one("#preview").render_line(0) if segment.style}
        assert (248, 247, 243) in {tuple(paper.get_truecolor()) for paper in papers if paper}
        await press(pilot, "comma", *["down"] * THEME, "right", "right", "left")
        assert read_settings(home / "settings.yaml").screen.theme == "contrast"


async def test_what_is_a_text_of_ones_own_is_written_in_the_file(app: LibraryApp, home: Path) -> None:
    async with app.run_test(size=(90, 30)) as pilot:
        await press(pilot, "comma", "end", "right")
        assert "enter opens the file" in text(pilot, "about")
        assert not (home / "settings.yaml").exists()


async def test_a_number_between_two_choices_goes_on_to_the_next(app: LibraryApp, home: Path) -> None:
    file = home / "settings.yaml"
    os.makedirs(home, exist_ok=True)  # noqa: PTH103 - a Path would have this take a thread
    with open(file, "w", encoding="utf-8") as written:  # noqa: ASYNC230, PTH123 - the same
        written.write("sound:\n  volume: 33\n")
    async with app.run_test(size=(90, 30)) as pilot:
        await press(pilot, "comma", "down", "right")
        assert read_settings(file).sound.volume == 35
        await press(pilot, "left", "left")
        assert read_settings(file).sound.volume == 25


async def test_mistakes_in_the_file_are_told_and_it_is_left_alone(app: LibraryApp, home: Path) -> None:
    file = home / "settings.yaml"
    with open(file, "w", encoding="utf-8") as written:  # noqa: ASYNC230, PTH123 - a Path would have this take a thread
        written.write("sound:\n  volume: loud\n")
    async with app.run_test(size=(90, 30)) as pilot:
        await press(pilot, "comma", "right")
        assert "volume is" in text(pilot, "about")
    assert read_text(file) == "sound:\n  volume: loud\n"


def read_text(file: Path) -> str:
    return file.read_text()


@pytest.mark.parametrize("size", [(40, 12), (20, 8)])
async def test_there_is_room_for_it_in_a_small_window(app: LibraryApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "comma", "down", "down")
        assert "profile" in text(pilot, "settings")


@pytest.mark.once
async def test_whatever_is_written_the_arrows_go_to_the_nearest_choice_on_their_way(
    app: LibraryApp, home: Path
) -> None:
    file = home / "settings.yaml"

    def write(text: str) -> None:
        os.makedirs(home, exist_ok=True)  # noqa: PTH103 - a Path would have this take a thread
        with open(file, "w", encoding="utf-8") as written:  # noqa: PTH123 - the same
            written.write(text)

    primer, prepare = (
        next(at for at, each in enumerate(SETTINGS) if each.name == name) for name in ("primer", "prepare")
    )
    write("sound:\n  primer: 0.3s\nsession:\n  prepare: 1.1\n")
    async with app.run_test(size=(90, 30)) as pilot:
        await press(pilot, "comma", *["down"] * primer, "right")
        assert read_settings(file).sound.primer == 500
        write("sound:\n  primer: 0.3s\nsession:\n  prepare: 1.1\n")
        await press(pilot, "escape", "comma", *["down"] * primer, "left")
        assert read_settings(file).sound.primer == 0
        await press(pilot, *["down"] * (prepare - primer), "left")
        assert read_settings(file).session.prepare == 1
        write("session:\n  prepare: 1.1\n")
        await press(pilot, "escape", "comma", *["down"] * prepare, "right")
        assert read_settings(file).session.prepare == 1.25


async def test_a_theme_that_is_worn_from_the_next_start_on_says_so(app: LibraryApp) -> None:
    async with app.run_test(size=(90, 30)) as pilot:
        await press(pilot, "comma", *["down"] * THEME, "left")
        assert app.look.theme.name == "calm"
        assert "It counts from the next start on." in text(pilot, "about")


async def test_a_number_stays_at_its_end_and_names_go_round(app: LibraryApp, home: Path) -> None:
    async with app.run_test(size=(90, 30)) as pilot:
        await press(pilot, "comma", "down", "right")
        assert read_settings(home / "settings.yaml").sound.volume == 100, "louder than the loudest is not silence"
        await press(pilot, "up", "left")
        assert read_settings(home / "settings.yaml").sound.output == "none"


async def test_its_keys_are_told_before_the_stop_rules(app: LibraryApp) -> None:
    async with app.run_test(size=(90, 30)) as pilot:
        await press(pilot, "comma")
        assert "? Help" in text(pilot, "keys")
        await press(pilot, "question_mark")
        assert text(pilot, "help").split("Stop rules")[0].strip().startswith("Keys here")
        await press(pilot, "escape")
        assert isinstance(app.screen, SettingsScreen)
