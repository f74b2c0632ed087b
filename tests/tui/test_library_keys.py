"""The keys of the library: those of the person, and which are offered for what is chosen."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from relaxtimer.library.groups import OWN as OWN_GROUP
from relaxtimer.tui.library.help import HelpScreen
from relaxtimer.tui.library.panel import Panel
from tests.tui.library_rows import BALL, BROKEN, DESK, MINE, Library, press

SIZE = (160, 30)
OWN = "library-keys: {edit: f7, copy: f6, history: ctrl+y, search: f1, leave: x, minutes: f3, things: f2}\n"


async def test_the_keys_of_the_settings_take_the_place_of_the_usual_ones_and_are_shown(home: Path) -> None:
    home.joinpath("settings.yaml").write_text(OWN)
    library = Library([MINE, BALL])
    async with library.app.run_test(size=SIZE) as pilot:
        offered = library.text("keys")
        assert "f1 Search" in offered
        assert "x Leave" in offered
        assert "f7 Edit" in offered
        assert "f6 Copy" in offered
        assert library.text("filters").startswith(" f3 any time  f2 with anything  f4 any position")
        await press(pilot, "f6")
        assert "Nothing is written here." in library.text("keys")
        await press(pilot, "f3")
        assert "f3 any time" not in library.text("filters")
        await press(pilot, "q")
        assert library.text("search").startswith(" / q")
        await press(pilot, "escape", "x")
    assert library.app.return_code == 0


async def test_the_keys_of_the_settings_are_those_of_help_and_count_once_they_are_changed(home: Path) -> None:
    library = Library([MINE, BALL])
    async with library.app.run_test(size=(100, 80)) as pilot:
        assert "f6 Edit" in library.text("keys")
        home.joinpath("settings.yaml").write_text(OWN)
        await press(pilot, "question_mark")
        await press(pilot, "escape")
        assert "f7 Edit" in library.text("keys")
        await press(pilot, "question_mark")
        assert isinstance(library.app.screen, HelpScreen)
        panel = library.app.screen.query_one("#help", Panel)
        shown = "\n".join(panel.render_line(y).text for y in range(panel.size.height))
        assert "f7        Edit it: opens" in shown
        assert "ctrl+y    What was done" in shown
        home.joinpath("settings.yaml").write_text("library-keys: {edit: f7}\n")
        await press(pilot, "escape")
        assert "f7 Edit" in library.text("keys"), "what is wrong in the settings changes nothing"


async def test_a_file_with_mistakes_is_offered_to_be_edited_and_nothing_that_it_cannot() -> None:
    library = Library([BROKEN, MINE])
    async with library.app.run_test(size=SIZE) as pilot:
        await press(pilot, "up")
        assert library.chosen == BROKEN.id
        offered = library.text("keys")
        assert offered.startswith(" f6 Edit  tab Read")
        for word in ("Start", "Minutes", "Favourite", "Copy", "Rehearse"):
            assert word not in offered
        await press(pilot, "down")
        assert library.text("keys").startswith(" enter Start  - + Minutes  tab Read")


async def test_a_bundled_routine_is_offered_to_be_copied_but_not_to_be_edited() -> None:
    library = Library([DESK])
    async with library.app.run_test(size=SIZE):
        assert "f7 Copy" in library.text("keys")
        assert "Edit" not in library.text("keys")


async def test_routines_of_one_name_are_told_apart_by_their_files() -> None:
    twins = [replace(MINE, id=name, file=f"{name}.yaml", alias=name, group=OWN_GROUP) for name in ("one", "two")]
    library = Library(twins)
    async with library.app.run_test(size=SIZE) as pilot:
        assert "one · on hands and knees" in library.text("routines")
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        assert "My evening  two" in library.text("routines")


async def test_the_minutes_of_a_routine_found_by_typing_are_changed_while_it_is_read_about() -> None:
    library = Library([MINE, BALL])
    async with library.app.run_test(size=SIZE) as pilot:
        await press(pilot, "b", "a", "l", "l")
        assert "Minutes" not in library.text("keys")
        await press(pilot, "plus")
        assert library.text("search").startswith(" / ball+")
        await press(pilot, "backspace", "tab")
        assert "- + Minutes" in library.text("keys")
        await press(pilot, "plus")
        assert library.text("search").startswith(" / ball")
        assert library.desk.wishes[-1].minutes is not None
        await press(pilot, "q")
        assert library.text("search").startswith(" / ballq")
