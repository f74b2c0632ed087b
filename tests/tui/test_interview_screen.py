"""Pages of an interview on the screen: pressed, clicked, scrolled, left; never markup."""

from __future__ import annotations

from collections.abc import Callable, Generator

import pytest
from textual.pilot import Pilot

from relaxtimer.core.asking.choosing import Choosing
from relaxtimer.core.asking.page import Interview, Option, Page
from relaxtimer.core.asking.rating import Rating
from relaxtimer.core.asking.warning_signs import WarningSigns
from relaxtimer.core.ratings import Ratings, When
from relaxtimer.tui.app import ScreenApp
from relaxtimer.tui.library.help import HelpScreen
from relaxtimer.tui.screens.interview import InterviewScreen
from relaxtimer.tui.screens.interviews import InterviewsScreen

SnapCompare = Callable[..., bool]
SIZES = [(100, 30), (80, 24), (40, 12), (20, 8)]


def asking(*interviews: Interview) -> ScreenApp:
    def ask() -> Generator[Interview, None, int]:
        yield from interviews
        return 3

    return ScreenApp(lambda look: InterviewsScreen(ask(), look))


def shown(app: ScreenApp) -> str:
    panel = app.screen.query_one("#page")
    return "\n".join(panel.render_line(y).text.rstrip() for y in range(panel.size.height))


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause()


async def test_a_key_answers_and_the_last_answer_ends_it_with_its_status() -> None:
    signs = WarningSigns()
    app = asking(signs)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "1  New numbness" in shown(app)
        await pilot.press("6")
        assert "Do you have fever" in shown(app)
        await pilot.press("3", "enter")
        await settled(pilot)
    assert signs.checked == {6}
    assert app.return_code == 3


async def test_a_row_is_clicked() -> None:
    signs = WarningSigns()
    app = asking(signs)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        line = next(y for y, text in enumerate(shown(app).splitlines()) if "  9  " in text)
        await pilot.click("#page", offset=(12, line))
        await settled(pilot)
        assert "9 of 9" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_of_the_scale_is_clicked(size: tuple[int, int]) -> None:
    rating = Rating(When.BEFORE)
    app = asking(rating)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        screen.action_move(4 if size[1] < 10 else 0)
        lines = shown(app).splitlines()
        row = next(y for y, line in enumerate(lines) if line.replace(" ", "").startswith("0123456789X"))
        await pilot.click("#page", offset=(lines[row].index("7"), row))
        await settled(pilot)
    assert rating.ratings == Ratings(7)


async def test_the_stop_rules_are_one_key_away_and_it_can_be_left() -> None:
    app = asking(WarningSigns())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await settled(pilot)
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "q")
        await settled(pilot)
    assert app.return_code == 0


async def test_what_a_stranger_wrote_is_never_markup() -> None:
    text = "[bold red]x[/] [@click=app.quit]y[/]"
    app = asking(Choosing(Page(title=text, text=(text,), options=(Option("enter", text),))))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert shown(app).count(text) == 3


async def test_more_than_fits_is_scrolled() -> None:
    app = asking(WarningSigns())
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        before = shown(app)
        await pilot.press("pagedown", "down", "up", "pageup", *["pagedown"] * 4)
        assert shown(app) != before
        assert "Later" in shown(app)


@pytest.mark.parametrize("size", SIZES)
def test_pictures_of_the_warning_signs(size: tuple[int, int], snap_compare: SnapCompare) -> None:
    assert snap_compare(asking(WarningSigns("Before the first session")), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_pictures_of_a_rating(size: tuple[int, int], snap_compare: SnapCompare) -> None:
    assert snap_compare(asking(Rating(When.BEFORE)), terminal_size=size)


@pytest.mark.parametrize("size", [(40, 12), (20, 8)])
async def test_enter_answers_a_page_only_once_all_of_it_was_seen(size: tuple[int, int]) -> None:
    signs = WarningSigns()
    app = asking(signs)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for _ in range(30):
            if "Later" in shown(app):
                break
            await pilot.press("enter")
            await settled(pilot)
            assert signs.page is not None
        assert "Later" in shown(app)
        await pilot.press("enter")
        await settled(pilot)
    assert (app.return_code, signs.page) == (3, None)
