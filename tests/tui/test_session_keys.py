"""What each key does, and where."""

from __future__ import annotations

import pytest

from relaxtimer.core.keys import KEYS, Action
from relaxtimer.core.states import State
from relaxtimer.sound.player import Silent
from relaxtimer.tui.arrangement import Place
from tests.core.making import hold, step, two_sided
from tests.tui.session_at import Seen, press

IN_THE_WORK = 3 + 8 + 5


async def test_going_on_after_a_pause_gives_a_lead_in_and_then_the_remaining_time() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        remaining = seen.screen.session.moment.remaining
        await press(pilot, "space")
        assert seen.state() is State.PAUSED
        assert "‖ Paused" in seen.text(Place.FACTS)
        await seen.wait(pilot, 60)
        await press(pilot, "space")
        assert seen.state() is State.LEAD_IN
        await seen.wait(pilot, 3)
        assert seen.state() is State.RUNNING
        assert seen.screen.session.moment.remaining == remaining


async def test_a_key_of_every_action_is_bound() -> None:
    seen = Seen()
    async with seen.app.run_test():
        bound = seen.screen.active_bindings
        assert {name for key in KEYS for name in key.keys} <= set(bound)


@pytest.mark.parametrize("key", ["right", "n"])
async def test_next_goes_to_the_next_step(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test() as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, key)
        assert "Quiet breathing" in seen.text(Place.FACTS)


@pytest.mark.parametrize("key", ["left", "b"])
async def test_back_at_the_start_of_a_step_goes_to_the_step_before(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test() as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "n", key)
        assert "Single knee to chest" in seen.text(Place.FACTS)


async def test_again_starts_this_step_anew() -> None:
    seen = Seen()
    async with seen.app.run_test() as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "r")
        assert seen.screen.session.position == 0
        assert "Prepare" in seen.text(Place.FACTS)


@pytest.mark.parametrize(
    ("key", "seconds", "note"), [("plus", 30, "10 seconds more."), ("minus", 10, "10 seconds less.")]
)
async def test_plus_and_minus_change_the_length_and_say_so(key: str, seconds: int, note: str) -> None:
    seen = Seen(step(lasting=hold(20)))
    async with seen.app.run_test() as pilot:
        await seen.wait(pilot, 3 + 8)
        await press(pilot, key)
        assert seen.screen.session.moment.remaining == seconds * 1_000
        assert note in seen.text(Place.NOTE)


async def test_less_than_ten_seconds_less_is_said_to_be_all_there_is() -> None:
    seen = Seen(step(lasting=hold(20)))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 12)
        await press(pilot, "minus")
        assert "5 seconds less: that is all there is." in seen.text(Place.NOTE)


async def test_s_switches_to_the_other_side() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        assert "◀ LEFT SIDE" in seen.text(Place.SIGN)
        await press(pilot, "s")
        assert "RIGHT SIDE ▶" in seen.text(Place.SIGN)
        assert "Switch sides" in seen.text(Place.FACTS)


async def test_s_while_getting_into_place_starts_with_the_other_side_and_says_so() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await seen.wait(pilot, 3 + 2)
        await press(pilot, "s")
        assert "RIGHT SIDE ▶" in seen.text(Place.SIGN)
        assert "Starting with the right side." in seen.text(Place.NOTE)


async def test_space_says_ready_where_a_step_waits_and_the_clock_counts_up() -> None:
    seen = Seen(start=0)
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n", "n", "n", "n")
        await seen.wait(pilot, 3 + 8 + 5)
        assert seen.state() is State.WAITING
        assert "Ready when you are" in seen.text(Place.FACTS)
        assert "space Ready" in seen.text(Place.KEYS)
        assert seen.screen.session.waited == 5_000
        await press(pilot, "space")
        assert seen.state() is State.FINISHED


async def test_mute_silences_the_player_and_says_so() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        assert seen.screen.practice.player.muted
        assert "Sound off." in seen.text(Place.NOTE)
        await press(pilot, "m")
        assert not seen.screen.practice.player.muted


@pytest.mark.parametrize(
    ("key", "note"),
    [("v", "Voice on."), ("down", "Volume 90."), ("up", "Volume 100: that is all there is.")],
)
async def test_the_sound_is_turned_by_keys_and_what_it_is_now_is_said(key: str, note: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await press(pilot, key)
        assert note in seen.text(Place.NOTE)


async def test_w_says_and_shows_where_one_is() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "w")
        words = "Single knee to chest. Left side. Step 1 of 5. 15 seconds left on this side."
        assert words in " ".join(seen.text(Place.NOTE).split())
        player = seen.screen.practice.player
        assert isinstance(player, Silent)
        assert " ".join(player.said[-1]).startswith(words)
        assert seen.state() is State.RUNNING


async def test_w_in_the_help_goes_on_and_is_answered_in_the_lead_in() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "question_mark", "w")
        assert seen.state() is State.LEAD_IN
        assert "Step 1 of 5." in seen.text(Place.NOTE)


async def test_f_makes_the_clock_fill_the_screen_and_again_as_it_was() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        small = seen.places()[Place.CLOCK].height
        await press(pilot, "f")
        assert seen.places()[Place.CLOCK].height > 2 * small
        assert Place.WORDS not in seen.places()
        assert "Single knee to chest" in seen.text(Place.FACTS)
        await press(pilot, "f")
        assert seen.places()[Place.CLOCK].height == small


async def test_t_turns_the_display_one_way_then_the_other_and_then_back() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "t")
        assert set(seen.places()) == {Place.TURNED}
        one = seen.text(Place.TURNED)
        await press(pilot, "t")
        other = seen.text(Place.TURNED)
        assert one != other
        await press(pilot, "t")
        assert Place.CLOCK in seen.places()


async def test_a_click_on_a_key_presses_it() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        at = seen.text(Place.KEYS).index("space")
        await pilot.click(f"#{Place.KEYS}", offset=(at + 1, 0))
        await pilot.pause()
        assert seen.state() is State.PAUSED


async def test_the_bar_offers_only_what_is_possible_now() -> None:
    seen = Seen(step(lasting=hold(20)), two_sided())
    async with seen.app.run_test(size=(160, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        assert not seen.screen.can(Action.SWITCH_SIDES)
        assert " Side" not in seen.text(Place.KEYS)
        await press(pilot, "n")
        assert seen.screen.can(Action.SWITCH_SIDES)
        assert "s Side" in seen.text(Place.KEYS)
