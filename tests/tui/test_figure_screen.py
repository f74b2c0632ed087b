"""A figure by itself on the screen."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from relaxtimer.figure.figure import Figure, Keyframe
from relaxtimer.figure.film import Film
from relaxtimer.figure.shown import Shown
from relaxtimer.figure.stances import STANCES
from relaxtimer.tui.app import ScreenApp
from relaxtimer.tui.screens.figure import FigureScreen

SHOWN = Shown("Rise", Film.of(Figure((Keyframe(STANCES["kneeling"]), Keyframe(STANCES["standing"]))), still=False))


def app_of(figures: str = "auto") -> ScreenApp:
    return ScreenApp(lambda depth: FigureScreen(SHOWN, depth, mirrored=False, figures=figures))


def rows(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    return ["".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()]  # noqa: SLF001 - what is seen


async def drawn(pilot: Pilot[None]) -> list[str]:
    """Wait until there is a picture."""
    for _ in range(200):
        await pilot.pause(0.01)
        if any(not character.isascii() for row in rows(pilot) for character in row):
            break
    return rows(pilot)


async def test_it_is_seen_with_its_name_and_the_key_that_leaves() -> None:
    async with app_of().run_test(size=(60, 20)) as pilot:
        seen = await drawn(pilot)
        assert seen[-1].split() == ["Rise", "q", "leaves"]
        assert any(not row.isascii() for row in seen[:-1])


async def test_it_is_drawn_anew_when_the_terminal_becomes_larger() -> None:
    async with app_of().run_test(size=(40, 12)) as pilot:
        await drawn(pilot)
        await pilot.resize_terminal(80, 30)
        seen = await drawn(pilot)
        assert len(seen) == 30
        assert any(not row.isascii() for row in seen[12:-1])


async def test_a_terminal_with_hardly_any_room_is_no_trouble() -> None:
    async with app_of().run_test(size=(3, 1)) as pilot:
        await pilot.pause(0.1)
        assert len(rows(pilot)) == 1


@pytest.mark.parametrize("key", ["q", "escape", "space", "enter"])
async def test_a_key_leaves(key: str) -> None:
    app = app_of()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert not app.is_running or app._exit  # noqa: SLF001 - it may still be closing


async def test_where_figures_are_off_it_says_how_they_are_shown() -> None:
    async with app_of("off").run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        assert "Figures are off" in rows(pilot)[0]
