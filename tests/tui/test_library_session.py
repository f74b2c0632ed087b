"""From the library into a session and back."""

from __future__ import annotations

from relaxtimer.tui.library.screen import LibraryScreen
from relaxtimer.tui.screens.session import SessionScreen
from tests.tui.library_rows import BALL, DESK, Library, Opening, plan_of, press


async def test_enter_starts_the_chosen_routine() -> None:
    plan = plan_of()
    library = Library(opening=Opening(plan))
    async with library.app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "down", "enter")
        session = library.app.screen
        assert isinstance(session, SessionScreen)
        assert session.session.timeline is plan.timeline
        assert library.opening.opened[-1] == BALL.id


async def test_a_click_starts_the_routine_that_is_clicked() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await pilot.click("#routines", offset=(5, 6))
        await pilot.pause()
        assert isinstance(library.app.screen, SessionScreen)
        assert library.opening.opened[-1] == DESK.id


async def test_after_a_session_one_is_back_in_the_library_at_the_same_routine() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "down", "enter")
        opened = len(library.opening.opened)
        library.app.screen.dismiss()
        await pilot.pause()
        await pilot.pause()
        assert isinstance(library.app.screen, LibraryScreen)
        assert library.chosen == BALL.id
        assert library.opening.opened[opened:] == [BALL.id], "its file may have changed meanwhile"
        await press(pilot, "enter")
        assert isinstance(library.app.screen, SessionScreen)


async def test_a_session_that_is_left_by_its_own_keys_leads_back_too() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "q", "1")
        assert isinstance(library.app.screen, LibraryScreen)
        assert library.app.is_running
