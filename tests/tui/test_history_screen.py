"""The history on the screen: everything as text, charts where there is room, readable without colour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from relaxtimer.tui.app import ScreenApp
from relaxtimer.tui.library.help import HelpScreen
from relaxtimer.tui.screens.history import AFTER, BEFORE, HistoryScreen, Report
from tests.conftest import StartTerminal
from tests.record.people import did, row
from tests.terminal import relaxtimer
from tests.tui.library_rows import Library

SnapCompare = Callable[..., bool]
SIZES = [(120, 36), (80, 24), (40, 12), (20, 8)]

REPORT = Report(
    (
        "26 sessions since 2026-10-14: 2 hours 59 minutes.",
        "",
        "Days of practice (● something was done)",
        "  Mo Tu We Th Fr Sa Su",
        "  ●  ·  ●",
        "",
        "Before sessions: the last seven days against the first seven",
        "  pain       6.0 (5 sessions) → 3.5 (2 sessions): meaningfully lower",
        "  [bold]nobody[/] wrote  this",
    ),
    tuple(f"{number}  2026-11-20 13:13  lower-back  5:00  3/11  4→3" for number in range(1, 41)),
    ((40, 6, 5), (20, 5, None), (3, 4, 2)),
    (("2026-11-02", 38), ("2026-11-09", 0)),
)


def shown(app: ScreenApp) -> str:
    lines = []
    for widget in app.screen.query("#told, PlotextPlot"):
        lines += [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]
    return "\n".join(lines)


async def settled(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()


def app(report: Report = REPORT) -> ScreenApp:
    return ScreenApp(lambda look: HistoryScreen(report, look))


async def test_columns_stay_where_they_are_when_a_line_is_too_long() -> None:
    row = "12  2026-11-20 13:13  resonance-breathing  12:00  6/11  4→5  left early, something hurt"
    narrow = "12  2026-11-20 13:13 · resonance-breathing · 12:00"
    made = app(replace(REPORT, sessions_told=(row,), sessions_narrow=(narrow,)))
    async with made.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        await settled(pilot)
        assert row.removesuffix("  left early, something hurt") in shown(made)
        assert "\n     left early, something hurt" in shown(made)
        await pilot.resize_terminal(40, 12)
        await settled(pilot)
        assert "12  2026-11-20 13:13 ·\n     resonance-breathing · 12:00" in shown(made)


async def test_a_word_that_is_longer_than_a_line_goes_on_in_the_next() -> None:
    made = app(Report((f"  {'x' * 60}",), ()))
    async with made.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        assert shown(made).count("x") == 60


async def test_charts_have_marks_of_their_own_and_the_text_says_the_same() -> None:
    made = app()
    async with made.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        seen = shown(made)
        assert "Pain before ● and after ○" in seen
        assert BEFORE in seen
        assert AFTER in seen
        assert "meaningfully lower" in seen
        assert "[bold]nobody[/] wrote  this" in seen


async def test_where_there_is_no_room_the_text_is_alone_and_goes_on_by_scrolling() -> None:
    made = app()
    async with made.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        assert "Pain before" not in shown(made)
        await pilot.press("pagedown", "down", "up", "pageup", "pagedown")
        assert "meaningfully" in shown(made)


async def test_a_key_turns_to_the_sessions_and_back() -> None:
    made = app()
    async with made.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("tab")
        await settled(pilot)
        assert "lower-back  5:00" in shown(made)
        await pilot.press("tab")
        await settled(pilot)
        assert "meaningfully" in shown(made)


async def test_the_stop_rules_are_one_key_away_and_it_is_left() -> None:
    made = app(Report(("Nothing was recorded yet.",), ("Nothing was recorded yet.",)))
    async with made.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await settled(pilot)
        assert isinstance(made.screen, HelpScreen)
        await pilot.press("escape", "escape")
        await settled(pilot)
    assert made.return_code == 0


async def test_from_the_library_one_comes_back_to_it() -> None:
    library = Library()
    async with library.app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        assert isinstance(library.app.screen, HistoryScreen)
        await pilot.press("q")
        await settled(pilot)
        assert library.screen.is_current


@pytest.mark.parametrize("size", SIZES)
def test_pictures_of_the_history(size: tuple[int, int], snap_compare: SnapCompare) -> None:
    async def work(pilot: Pilot[None]) -> None:
        await settled(pilot)

    assert snap_compare(app(), terminal_size=size, run_before=work)


def test_in_a_terminal_it_shows_what_was_done(home: Path, terminal: StartTerminal) -> None:
    did(home, rows=(row(1, hurt=True),))
    window = terminal(relaxtimer("history"), cols=100, rows=30)
    window.until("1 session since")
    window.press("tab")
    window.until("something hurt")
    window.press("q")
    assert window.wait() == 0
    plain = terminal(relaxtimer("history", "--plain"), cols=100, rows=30)
    plain.until("something hurt")
    assert plain.wait() == 0
