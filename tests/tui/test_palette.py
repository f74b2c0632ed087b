"""The command palette: what can be done, found by a few letters; hostile names stay words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot

from relaxtimer.core.states import State
from relaxtimer.tui.library.settings import SettingsScreen
from relaxtimer.tui.screens.session import SessionScreen
from tests.tui.library_rows import BROKEN, DESK, MINE, Library
from tests.tui.session_at import Seen

HOSTILE = "[@click=app.quit]x[/] [/nope] \x1b[2J\u202eend"


async def offered(pilot: Pilot[None], *keys: str) -> list[str]:
    """Press keys, and give what the palette offers once it has looked."""
    await pilot.press(*keys)
    for _ in range(100):
        await pilot.pause(0.02)
        found = pilot.app.screen.query(CommandList)
        if found and found.first().option_count:
            break
    await pilot.pause(0.1)
    return [str(option.prompt) for option in pilot.app.screen.query_one(CommandList).options]


async def chosen(pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    for _ in range(100):
        await pilot.pause(0.02)
        if not isinstance(pilot.app.screen, CommandPalette):
            break
    await pilot.pause()


async def test_in_the_library_it_offers_actions_and_every_routine_that_can_be_started() -> None:
    library = Library([BROKEN, MINE, DESK])
    async with library.app.run_test(size=(100, 40)) as pilot:
        names = [name.splitlines()[0] for name in await offered(pilot, "ctrl+p")]
        assert "Settings" in names
        assert [name for name in names if name.startswith("Start: ")] == ["Start: My evening", "Start: Desk reset"]


async def test_a_routine_is_found_by_letters_and_started() -> None:
    library = Library([MINE, DESK])
    async with library.app.run_test(size=(100, 40)) as pilot:
        names = await offered(pilot, "ctrl+p", *"stdesk")
        assert names[0].startswith("Start: Desk reset")
        await chosen(pilot)
        assert isinstance(library.app.screen, SessionScreen)
        assert library.opening.opened[-1] == DESK.id


async def test_an_action_runs_on_the_screen_below() -> None:
    library = Library([MINE, DESK])
    async with library.app.run_test(size=(100, 40)) as pilot:
        assert (await offered(pilot, "ctrl+p", *"settings"))[0].startswith("Settings")
        await chosen(pilot)
        assert isinstance(library.app.screen, SettingsScreen)


async def test_in_a_session_it_offers_what_is_possible_now() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(100, 40)) as pilot:
        await seen.wait(pilot, 16)
        names = await offered(pilot, "ctrl+p")
        assert any(name.startswith("Pause") for name in names)
        await pilot.press("escape")
        await pilot.pause()
        await offered(pilot, "ctrl+p", *"pause")
        await chosen(pilot)
        assert seen.state() is State.PAUSED


@pytest.mark.parametrize("letters", ["", "end"])
async def test_nothing_in_a_name_is_markup_or_steers_the_terminal(letters: str) -> None:
    library = Library([replace(DESK, name=HOSTILE, origin="[/nope]")])
    async with library.app.run_test(size=(100, 40)) as pilot:
        names = await offered(pilot, "ctrl+p", *letters)
        assert any("[@click=app.quit]x[/] [/nope]" in name for name in names)
        assert not any("\x1b" in name or "\u202e" in name for name in names)
        screen = pilot.app.screen
        shown = "".join(segment.text for strip in screen._compositor.render_strips() for segment in strip)  # noqa: SLF001 - what is seen
        assert "\x1b" not in shown


async def test_a_session_stands_still_while_the_palette_is_open_and_goes_on_after() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(100, 40)) as pilot:
        await seen.wait(pilot, 16)
        session = seen.screen.session
        await offered(pilot, "ctrl+p")
        assert session.state is State.PAUSED
        await pilot.press("escape")
        await pilot.pause()
        assert seen.state() is State.LEAD_IN
        await pilot.press("space")
        await offered(pilot, "ctrl+p")
        await pilot.press("escape")
        await pilot.pause()
        assert seen.state() is State.PAUSED
