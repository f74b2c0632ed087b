"""What the screen tells of the sound."""

from __future__ import annotations

from threading import Thread

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from relaxtimer.core.states import State
from relaxtimer.sound import player as players
from relaxtimer.sound.player import Outlet, Player, Silent, Status
from relaxtimer.tui.arrangement import Place
from tests.tui.session_at import Seen, press

LOST = "Sound is lost: the cable."


class Newsy(Silent):
    """Has news when a test gives it some."""

    def __init__(self) -> None:
        super().__init__()
        self.fresh: list[str] = []
        self.coming = False
        self.outlet: Outlet | None = None

    def made(self, outlet: Outlet) -> Player:
        self.outlet = outlet
        return self

    def news(self) -> tuple[str, ...]:
        told, self.fresh = tuple(self.fresh), []
        return told

    def status(self) -> Status:
        return replace(super().status(), coming=self.coming)

    def wake(self) -> None:
        """Wake the screen from a thread of its own, as a player does."""
        assert self.outlet is not None
        thread = Thread(target=self.outlet.wake)
        thread.start()
        thread.join()


async def test_news_of_the_sound_are_shown_as_soon_as_the_player_wakes_the_screen() -> None:
    player = Newsy()
    seen = Seen(player=player.made)
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        player.fresh.append(LOST)
        player.wake()
        while LOST not in seen.text(Place.NOTE):
            await pilot.pause()


async def test_news_of_the_sound_stand_beside_what_waits_to_be_read() -> None:
    player = Newsy()
    seen = Seen(player=player.made)
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "space")
        seen.screen.came_back(9_000)
        player.fresh.append(LOST)
        seen.screen.tick()
        await pilot.pause()
        assert "You were away for 9 seconds." in seen.text(Place.NOTE)
        assert LOST in seen.text(Place.NOTE)


NO_SOUND = "Sound is lost: no device. The bell rings and the screen flashes instead."


async def test_that_there_is_no_sound_is_told_on_one_line() -> None:
    player = Newsy()
    seen = Seen(player=player.made)
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        player.fresh.append(NO_SOUND)
        seen.screen.tick()
        await pilot.pause()
        assert seen.text(Place.NOTE).strip() == NO_SOUND


async def test_the_digits_stand_at_three_until_the_first_count_is_heard() -> None:
    player = Newsy()
    player.lead = 500
    seen = Seen(player=player.made)
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await until(State.LEAD_IN, seen, pilot)
        digits = seen.text(Place.CLOCK)
        await seen.wait(pilot, 1.4)
        assert seen.text(Place.CLOCK) == digits
        await seen.wait(pilot, 0.2)
        assert seen.text(Place.CLOCK) != digits
        await seen.wait(pilot, 1.8)
        assert seen.state() is State.LEAD_IN
        await seen.wait(pilot, 0.1)
        assert seen.state() is State.RUNNING


async def test_who_comes_back_hears_for_how_long_it_was_and_a_stop_says_nothing_itself() -> None:
    player = Newsy()
    seen = Seen(player=player.made)
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await until(State.LEAD_IN, seen, pilot)
        seen.screen.stand_still()
        assert player.said == []
        seen.screen.came_back(9_000)
        assert player.said[0][:2] == ("You were away for 9 seconds.", "Paused.")


async def test_a_screen_that_is_gone_is_not_woken() -> None:
    player = Newsy()
    seen = Seen(player=player.made)
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
    player.wake()


async def until(state: State, seen: Seen, pilot: Pilot[None]) -> None:
    while seen.screen.session.state is not state:
        await pilot.pause()


async def test_a_session_begins_as_soon_as_its_first_count_can_be_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relaxtimer.tui.screens.beginning.PATIENCE", 60.0)
    player = Newsy()
    player.coming = True
    seen = Seen(player=player.made)
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await until(State.BEFORE, seen, pilot)
        assert "Get ready" in seen.text(Place.FACTS)
        player.coming = False
        player.wake()
        await until(State.LEAD_IN, seen, pilot)


async def test_whoever_presses_a_key_does_not_wait_for_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relaxtimer.tui.screens.beginning.PATIENCE", 60.0)
    player = Newsy()
    player.coming = True
    seen = Seen(player=player.made)
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space")
        await until(State.PAUSED, seen, pilot)


async def test_a_session_begins_without_sound_where_that_takes_too_long() -> None:
    assert players.PATIENCE <= 1
    player = Newsy()
    player.coming = True
    seen = Seen(player=player.made)
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await until(State.LEAD_IN, seen, pilot)
