from __future__ import annotations

import pytest
from textual.events import MouseScrollDown, Paste

from relaxtimer.tui.library.panel import Panel
from relaxtimer.tui.library.row import Row
from tests.tui.library_rows import BALL, BROKEN, DESK, MINE, ROWS, Library, Opening, press, write

MANY = tuple(Row(id=str(n), name=f"Routine {n}", origin="yours", total=n * 1_000) for n in range(10_000))


async def test_each_routine_shows_name_length_equipment_positions_and_which_are_the_persons_own() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)):
        lines = library.text("routines").splitlines()
        name = next(place for place, line in enumerate(lines) if "Tennis ball" in line)
        assert lines[name].split()[-2] == "9:00"
        below = lines[name + 1]
        assert "tennis ball, wall · standing, on your back" in below
        assert "yours" not in below
        mine = next(place for place, line in enumerate(lines) if "My evening" in line)
        assert "yours" in lines[mine + 1]


async def test_the_first_that_can_be_started_is_chosen_and_told_about() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert library.chosen == MINE.id
        assert library.text("preview").lstrip().startswith("My evening")


async def test_the_arrows_choose_and_stop_at_the_ends() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "down")
        assert library.chosen == BALL.id
        assert "Tennis ball" in library.text("preview")
        await press(pilot, "end", "down")
        assert library.chosen == DESK.id
        await press(pilot, "home", "up")
        assert library.chosen == BROKEN.id


async def test_only_the_last_of_many_quick_moves_is_opened_for_its_preview() -> None:
    opening = Opening()
    library = Library(MANY[:50], opening)
    async with library.app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        opening.opened.clear()
        for _ in range(30):
            library.screen.action_move(1)
        await pilot.pause()
        assert opening.opened == ["30"]


async def test_typing_narrows_the_list_letter_by_letter() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await write(pilot, "des")
        assert library.names == [DESK.id]
        assert library.chosen == DESK.id
        assert "1 of 4" in library.text("search")
        await press(pilot, "backspace", "backspace", "backspace")
        assert len(library.names) == 4


async def test_a_letter_that_is_a_key_is_typed_once_typing_has_begun() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash")
        await write(pilot, "q/")
        assert "q/" in library.text("search")
        assert library.app.is_running


async def test_words_are_taken_back_one_by_one_or_all_at_once() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await write(pilot, "tennis ball")
        await press(pilot, "ctrl+w")
        assert library.text("search").split()[1].startswith("tennis")
        assert "ball" not in library.text("search")
        await press(pilot, "ctrl+u")
        assert len(library.names) == 4


async def test_what_is_pasted_is_searched_for() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        library.app.post_message(Paste("tennis\nball"))
        await pilot.pause()
        assert library.names == [BALL.id]


async def test_what_is_not_there_is_said() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await write(pilot, "xyzzy")
        await press(pilot, "enter", "down")
        assert library.names == []
        assert "Nothing found" in library.text("preview")


async def test_an_empty_library_says_how_to_fill_it() -> None:
    library = Library(rows=())
    async with library.app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "relaxtimer new NAME" in library.text("preview")
        await press(pilot, "enter", "down", "tab", "end")
        assert library.opening.opened == []


async def test_esc_clears_the_search_first_and_then_leaves() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await write(pilot, "ball")
        await press(pilot, "escape")
        assert len(library.names) == 4
        assert library.app.is_running
        await press(pilot, "escape")
    assert library.app.return_code == 0


async def test_the_routine_that_was_found_stays_chosen_when_the_search_is_cleared() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await write(pilot, "desk")
        await press(pilot, "escape")
        assert library.chosen == DESK.id


@pytest.mark.parametrize("typed", ["", "des"])
async def test_the_stop_rules_and_keys_are_one_key_away_also_while_typing(typed: str) -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await write(pilot, typed)
        await press(pilot, "question_mark")
        panel = library.app.screen.query_one(Panel)
        told = " ".join(panel.render_line(y).text for y in range(panel.size.height))
        assert "Stop rules" in told
        assert "chest pain, faintness: stop at once." in told
        assert "Read about it" in told
        await press(pilot, "escape")
        assert library.names == ([DESK.id] if typed else [row.id for row in ROWS])
        assert "?" not in library.text("search")


async def test_the_help_of_the_library_is_read_to_its_end_in_a_small_window() -> None:
    library = Library()
    async with library.app.run_test(size=(20, 8)) as pilot:
        await press(pilot, "question_mark")
        panel = library.app.screen.query_one(Panel)
        assert "Stop rules" in panel.render_line(0).text
        await press(pilot, "pagedown", "end")
        told = " ".join(panel.render_line(y).text.strip(" ┃") for y in range(panel.size.height))
        assert "asks first" in told
        await press(pilot, "home")
        assert panel.first == 0
        await press(pilot, "q")
        assert library.app.is_running
        assert library.chosen == MINE.id


async def test_q_leaves() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "q")
    assert library.app.return_code == 0


async def test_a_file_with_mistakes_is_listed_with_the_first_and_cannot_be_started() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "home")
        assert "! broken" in library.text("routines")
        assert "broken.yaml:3:5" in library.text("routines")
        assert "did you mean" in " ".join(library.text("preview").split())
        await press(pilot, "enter")
        assert "cannot be started" in library.text("keys")
        assert BROKEN.id not in library.opening.opened


async def test_why_a_routine_cannot_be_started_is_said() -> None:
    library = Library(opening=Opening(answer="desk cannot be done in 1 minute"))
    async with library.app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert "cannot be done in 1 minute" in library.text("keys")
        assert "cannot be done in 1 minute" in library.text("preview")
        await press(pilot, "down")
        assert "Start" in library.text("keys")


async def test_pointing_at_a_routine_tells_about_it() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await pilot.hover("#routines", offset=(5, 5))
        await pilot.pause()
        assert library.chosen == BALL.id
        assert "Tennis ball" in library.text("preview")


async def test_the_wheel_scrolls_the_list_and_the_preview() -> None:
    library = Library(MANY[:100])
    async with library.app.run_test(size=(120, 8)) as pilot:
        await pilot.pause()
        await pilot._post_mouse_events([MouseScrollDown], "#routines", (5, 2), button=0)  # noqa: SLF001 - no other way to turn the wheel
        await pilot._post_mouse_events([MouseScrollDown], "#preview", (5, 2), button=0)  # noqa: SLF001 - the same
        await pilot.pause()
        assert library.routines.first == 2
        assert library.panel.first == 2


async def test_the_bar_is_dragged() -> None:
    library = Library(MANY)
    async with library.app.run_test(size=(120, 36)) as pilot:
        height = library.routines.size.height
        width = library.routines.size.width
        await pilot.mouse_down("#routines", offset=(width - 1, 0))
        await pilot.hover("#routines", offset=(width - 1, height - 1))
        await pilot.mouse_up("#routines", offset=(width - 1, height - 1))
        assert "Routine 9999" in library.text("routines")
        assert library.opening.opened == [MANY[0].id]


async def test_ten_thousand_routines_are_paged_searched_and_chosen() -> None:
    library = Library(MANY)
    async with library.app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "end")
        assert "Routine 9999" in library.text("routines")
        await press(pilot, "pageup")
        assert int(library.chosen) < 9_999
        await write(pilot, "777")
        assert library.names[0] == "777"
        assert len(library.names) == 19


async def test_tab_reads_on_in_the_preview_and_esc_goes_back() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 8)) as pilot:
        await press(pilot, "tab", "down", "down")
        assert library.panel.first == 2
        assert library.chosen == MINE.id
        await press(pilot, "pagedown", "end")
        assert "in the last 72 hours: " in library.text("preview").splitlines()[-1]
        await press(pilot, "home", "escape", "down")
        assert library.chosen == BALL.id
        assert library.panel.first == 0


@pytest.mark.parametrize(("size", "beside"), [((120, 36), True), ((80, 24), True), ((40, 12), False), ((20, 8), False)])
async def test_the_preview_is_beside_the_list_or_a_key_away(size: tuple[int, int], *, beside: bool) -> None:
    library = Library()
    async with library.app.run_test(size=size) as pilot:
        await press(pilot, "down")
        assert "Tennis" in library.text("routines")
        assert "enter Start" in library.text("keys")
        assert bool(library.text("preview")) == beside
        await press(pilot, "tab")
        assert "Tennis" in library.text("preview")
        assert bool(library.text("routines")) == beside
        await press(pilot, "tab")
        assert "Tennis" in library.text("routines")


async def test_a_window_that_grows_and_shrinks_keeps_the_chosen_routine_in_view() -> None:
    library = Library(MANY[:60])
    async with library.app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "end")
        for size in ((40, 12), (20, 8), (1, 1), (10, 3), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "Routine 59" in library.text("routines")
        assert "Routine 59" in library.text("preview")


async def test_the_keys_on_the_bar_can_be_clicked() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await pilot.click("#keys", offset=(library.text("keys").index("Leave"), 0))
        await pilot.pause()
    assert library.app.return_code == 0
