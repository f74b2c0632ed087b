from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from textual.pilot import Pilot

from relaxtimer.cli.arguments import parse
from relaxtimer.cli.opening import title_ahead
from relaxtimer.clock import FakeClock
from relaxtimer.core.states import State
from relaxtimer.library.library import Library
from relaxtimer.practice import Plan, silent
from relaxtimer.resources import bundled
from relaxtimer.tui.app import ScreenApp
from relaxtimer.tui.screens.opening import OpeningScreen
from relaxtimer.tui.screens.session import SessionScreen
from tests.core.making import step, timeline
from tests.visits import JustTheSession


def options(*arguments: str) -> argparse.Namespace:
    return parse(arguments)


@pytest.mark.parametrize("file", sorted(bundled("routines").glob("*.yaml")), ids=lambda file: file.stem)
def test_a_bundled_routine_opens_with_its_own_title(file: Path, home: Path) -> None:
    assert title_ahead(options(file.stem)) == Library().routine(file.stem).routine.name
    assert not list(home.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-routine",),
        ("./lower-back.yaml",),
        ("../routines/lower-back",),
        ("lower-back", "--minutes", "8"),
        ("lower-back", "--from", "3"),
    ],
)
def test_what_may_end_in_a_message_is_read_first(arguments: tuple[str, ...], home: Path) -> None:
    assert home.exists()
    assert title_ahead(options(*arguments)) is None


@pytest.mark.parametrize("own", ["routines/lower-back.yml", "routines/exercises/mine.yaml"])
def test_with_files_of_ones_own_in_play_the_routine_is_read_first(own: str, home: Path) -> None:
    file = home / own
    file.parent.mkdir(parents=True)
    file.write_text("not a routine", encoding="utf-8")
    assert title_ahead(options("lower-back")) is None


def test_a_name_no_file_can_have_is_read_first_and_told_there(home: Path) -> None:
    assert home.exists()
    assert title_ahead(options("a" * 300)) is None


def test_a_folder_that_may_not_be_looked_into_is_read_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A name too long is as much out of reach as a locked folder, and so it is for root too.
    monkeypatch.setenv("RELAXTIMER_HOME", str(home / ("a" * 300)))
    assert title_ahead(options("lower-back")) is None


def plan() -> Plan:
    return Plan(timeline=timeline(step("A")), clock=FakeClock(), player=silent)


def visit() -> JustTheSession:
    return JustTheSession(plan())


async def seen(app: ScreenApp, pilot: Pilot[None]) -> SessionScreen:
    await pilot.pause()
    await pilot.pause()
    assert isinstance(app.screen, SessionScreen)
    return app.screen


async def test_the_title_gives_its_place_to_the_session() -> None:
    app = ScreenApp(lambda depth: OpeningScreen("[b]Lower back[/nope]", visit, depth))
    async with app.run_test(size=(100, 30)) as pilot:
        title = app.screen_stack[0].children[0]
        assert title.render_line(0).text.rstrip() == "    [b]Lower back[/nope]"
        assert (await seen(app, pilot)).session.state is State.LEAD_IN


async def test_leaving_the_session_ends_the_app() -> None:
    app = ScreenApp(lambda depth: OpeningScreen("Lower back", visit, depth))
    async with app.run_test(size=(20, 8)) as pilot:
        await seen(app, pilot)
        await pilot.press("q", "y")
        await pilot.pause()
        assert not app.is_running
    assert app.return_code == 0
