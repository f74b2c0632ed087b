"""The library and its files: what fits, favourites, minutes, editing, copying, beginning anew, changes from outside."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from relaxtimer.tui.library import editing
from relaxtimer.tui.library.desk import Made, Wish
from tests.tui.library_rows import BALL, BROKEN, DESK, MINE, ROWS, Library, Opening, press, write

SIZE = (120, 36)


async def test_what_fits_now_is_chosen_by_three_keys_and_shown() -> None:
    library = Library()
    async with library.app.run_test(size=SIZE) as pilot:
        assert "f2 any time  f3 with anything  f4 any position" in library.text("filters")
        await press(pilot, "f2")
        assert "f2 5 minutes" in library.text("filters")
        assert library.names == [BROKEN.id, MINE.id, DESK.id]
        await press(pilot, "f3")
        assert "with nothing" in library.text("filters")
        assert library.names == [BROKEN.id, MINE.id]
        await press(pilot, "f4", "f4")
        assert "only sitting" in library.text("filters")
        assert library.names == [BROKEN.id]
        assert "1 of 4" in library.text("search")
        await press(pilot, *["f2"] * 5)
        assert "any time" in library.text("filters")


async def test_a_click_on_a_filter_goes_on_to_its_next_choice() -> None:
    library = Library()
    async with library.app.run_test(size=SIZE) as pilot:
        await pilot.click("#filters", offset=(3, 0))
        await pilot.pause()
        assert "5 minutes" in library.text("filters")


async def test_a_longer_routine_is_fitted_to_the_minutes_there_are() -> None:
    library = Library([replace(BALL, shortest=240_000)])
    async with library.app.run_test(size=SIZE) as pilot:
        await press(pilot, "f2")
        await press(pilot, "enter")
        assert library.desk.wishes[-1] == Wish(5)


async def test_plus_and_minus_change_the_minutes_of_the_chosen_one() -> None:
    library = Library([DESK, BALL])
    async with library.app.run_test(size=SIZE) as pilot:
        # What is opened lasts a minute and a half, whatever the list says: from there it goes on.
        await press(pilot, "plus", "plus", "minus", "plus")
        assert library.desk.wishes[-1] == Wish(4)
        await press(pilot, "enter")
        assert library.desk.wishes[-1] == Wish(4)


async def test_minutes_that_cannot_be_are_said_and_change_nothing() -> None:
    library = Library([DESK], Opening("it can be from 4 minutes to 6 minutes long"))
    async with library.app.run_test(size=SIZE) as pilot:
        await press(pilot, "minus")
        assert "it can be from 4 minutes" in library.text("keys")
        await press(pilot, "enter")
        assert library.desk.wishes[-1] == Wish()


async def test_a_favourite_has_a_star_and_loses_it_again() -> None:
    library = Library([MINE, DESK])
    async with library.app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "asterisk")
        assert "* Desk reset" in library.text("routines")
        assert library.chosen == DESK.id
        await press(pilot, "asterisk")
        assert "* Desk reset" not in library.text("routines")
        library.desk.trouble = "the file cannot be written"
        await press(pilot, "asterisk")
        assert "the file cannot be written" in library.text("keys")


async def test_a_rehearsal_is_fast() -> None:
    library = Library([DESK])
    async with library.app.run_test(size=SIZE) as pilot:
        await press(pilot, "f5")
        assert Wish(speed=8) in library.desk.wishes


async def test_groups_have_headings_unless_something_is_searched_for() -> None:
    rows = [replace(MINE, group="Yours"), replace(BALL, group="Massage"), replace(DESK, group="Massage")]
    library = Library(rows)
    async with library.app.run_test(size=SIZE) as pilot:
        assert sum(" Massage  " in line for line in library.text("routines").splitlines()) == 1
        await pilot.click("#routines", offset=(3, 3))
        await pilot.pause()
        assert len(library.app.screen_stack) == 1
        await write(pilot, "desk")
        assert "Massage" not in library.text("routines").splitlines()


async def test_what_changes_on_the_disk_shows_and_the_chosen_one_stays_chosen() -> None:
    library = Library()
    async with library.app.run_test(size=SIZE) as pilot:
        await press(pilot, "end")
        library.desk.listed.insert(0, replace(MINE, id="another", name="Another evening"))
        library.desk.version += 1
        await press(pilot, "question_mark", "escape")
        assert "Another evening" in library.text("routines")
        assert library.chosen == DESK.id


async def test_a_bundled_routine_is_copied_rather_than_edited() -> None:
    library = Library([BALL, DESK])
    async with library.app.run_test(size=SIZE) as pilot:
        await press(pilot, "f6")
        assert "f7 makes a copy" in library.text("keys") or library.chosen == BALL.id
        library.desk.listed.append(replace(MINE, id="copy", name="A copy"))
        library.desk.made = Made("copy")
        await press(pilot, "f7")
        assert library.chosen == "copy"
        library.desk.made = Made(why="the disk is full")
        await press(pilot, "f7")
        assert "the disk is full" in library.text("keys")


async def test_an_editor_that_there_is_not_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library([replace(MINE, file="mine.yaml", id="mine.yaml")])
    monkeypatch.setattr(library.app, "suspend", _Nothing)
    async with library.app.run_test(size=SIZE) as pilot:
        await press(pilot, "f6")
        assert editing.NO_EDITOR in library.text("keys")
        library.desk.command = ("/there/is/no/editor",)
        await press(pilot, "f6")
        assert "cannot be run" in library.text("keys")
        library.desk.command = (sys.executable, "-c", "raise SystemExit(3)")
        await press(pilot, "f6")
        assert "ended with status 3" in library.text("keys")
        library.desk.command = (sys.executable, "-c", "")
        await press(pilot, "f6")
        assert "No mistakes in it." in library.text("keys")


async def test_a_new_file_is_opened_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    library = Library(ROWS)
    seen = tmp_path / "seen"
    monkeypatch.setattr(library.app, "suspend", _Nothing)
    async with library.app.run_test(size=SIZE) as pilot:
        library.desk.made = Made("new.yaml")
        library.desk.listed.append(replace(MINE, id="new.yaml", file="new.yaml", mistake="new.yaml:1:1: nothing"))
        library.desk.command = (sys.executable, "-c", f"open({str(seen)!r}, 'w').close()")
        await press(pilot, "f8")
        assert seen.exists()
        assert library.chosen == "new.yaml"
        assert "cannot be started" in library.text("keys")


class _Nothing:
    """A terminal that is lent to nobody: the test's own has no driver that could be."""

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


async def test_the_first_start_welcomes_and_stands_in_nobodys_way() -> None:
    library = Library([MINE, DESK], first_time=True)
    async with library.app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Welcome." in library.text("preview")
        assert "this hurts" in library.text("preview")
        await press(pilot, "down")
        assert library.text("preview").lstrip().startswith("Desk reset")
        await press(pilot, "up")
        assert library.text("preview").lstrip().startswith("My evening")
