"""This hurts, leaving, and the end."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from relaxtimer.core.choices import LEAVE
from relaxtimer.core.segment import Phase
from relaxtimer.core.states import State
from relaxtimer.sound.player import Silent
from relaxtimer.tui.arrangement import Place
from tests.core.making import hold, step
from tests.tui.session_at import Seen, press


async def hurting(seen: Seen, pilot: Pilot[None]) -> None:
    await seen.wait(pilot, 3 + 8 + 5)
    await press(pilot, "h")
    assert seen.state() is State.HURTING


async def test_this_hurts_stops_at_once_and_offers_what_is_possible() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        asked = seen.text(Place.CHOICES)
        assert "Stopped." in asked
        for words in (
            "Take it easier",
            "Hold behind the left thigh.",
            "this side",
            "this step",
            "Rest",
            "End here",
            "mistake",
        ):
            assert words in asked
        before = seen.screen.session.position
        await seen.wait(pilot, 10)
        assert seen.screen.session.position == before


async def test_a_step_without_sides_or_easier_way_offers_neither() -> None:
    seen = Seen(step(lasting=hold(30)), step())
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        assert "easier" not in seen.text(Place.CHOICES)
        assert "Skip this side" not in seen.text(Place.CHOICES)
        # The others keep their numbers.
        assert " 3   Skip this step" in seen.text(Place.CHOICES)
        for absent in ("1", "2"):
            await press(pilot, absent)
            assert seen.state() is State.HURTING
        await press(pilot, "4")
        assert seen.state() is State.PAUSED


@pytest.mark.parametrize("key", ["1", "e"])
async def test_the_easier_way_goes_on_with_its_words(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        await press(pilot, key)
        assert seen.state() is State.LEAD_IN
        assert "Hold behind the left thigh." in seen.text(Place.WORDS)
        assert "Draw the left knee" not in seen.text(Place.WORDS)
        assert "easier" in seen.text(Place.FACTS)


@pytest.mark.parametrize("key", ["2", "s"])
async def test_this_side_can_be_skipped(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await hurting(seen, pilot)
        await press(pilot, key)
        assert "RIGHT SIDE ▶" in seen.text(Place.SIGN)


@pytest.mark.parametrize("key", ["3", "n"])
async def test_the_step_can_be_skipped(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        await press(pilot, key)
        assert "Quiet breathing" in seen.text(Place.FACTS)


@pytest.mark.parametrize("key", ["4", "r", "space"])
async def test_one_can_rest_and_space_does_that_too(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        await press(pilot, key)
        assert seen.state() is State.PAUSED


@pytest.mark.parametrize("key", ["5", "x"])
async def test_the_session_can_be_ended_here(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        await press(pilot, key)
        assert seen.state() is State.LEFT
        assert "Ended here." in seen.text(Place.CHOICES)
        await press(pilot, "space")
        assert not seen.app.is_running
        assert seen.app.return_code == 0


@pytest.mark.parametrize("key", ["6", "g"])
async def test_pressed_by_mistake_goes_on_with_a_lead_in(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        remaining = seen.screen.session.moment.remaining
        await press(pilot, key)
        await seen.wait(pilot, 3)
        assert seen.state() is State.RUNNING
        assert seen.screen.session.moment.remaining == remaining


@pytest.mark.parametrize("key", ["h", "right", "f", "t", "minus", "7", "0"])
async def test_other_keys_do_nothing_while_it_hurts(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        await press(pilot, key)
        assert seen.state() is State.HURTING
        assert Place.CHOICES in seen.places()


def said(seen: Seen) -> list[tuple[str, ...]]:
    player = seen.screen.practice.player
    assert isinstance(player, Silent)
    return player.said


async def test_a_key_that_chooses_nothing_has_the_choices_said_again_and_every_key_breaks_them_off() -> None:
    seen = Seen(step(lasting=hold(30)), step())
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        player = seen.screen.practice.player
        assert isinstance(player, Silent)
        broken_off = player.hushed
        await press(pilot, "h", "w")
        assert said(seen) == 2 * [("3, skip this step.", "4, rest.", "5, end here.", "6, go on.")]
        assert player.hushed == broken_off + 2


@pytest.mark.parametrize("key", ["down", "m", "v"])
async def test_the_sound_can_be_turned_while_the_choices_are_said(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        player = seen.screen.practice.player
        assert isinstance(player, Silent)
        before = player.hushed, player.volume, player.muted, player.speaking
        await press(pilot, key)
        assert player.hushed == before[0]
        assert (player.volume, player.muted, player.speaking) != before[1:]
        assert said(seen) == []


async def test_leaving_is_asked_aloud_and_what_would_help_again_after_it() -> None:
    seen = Seen(step(lasting=hold(30)), step())
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        await press(pilot, "q", "z", "n")
        assert said(seen) == [LEAVE, LEAVE, ("3, skip this step.", "4, rest.", "5, end here.", "6, go on.")]


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_while_it_hurts_one_can_leave_after_a_question(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        await press(pilot, key)
        assert "Leave the session?" in seen.text(Place.CHOICES)
        await press(pilot, "y")
        assert not seen.app.is_running
        assert seen.state() is State.LEFT


@pytest.mark.parametrize("key", ["n", "escape", "space", "2"])
async def test_who_does_not_leave_while_it_hurts_is_asked_again_what_would_help(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        await press(pilot, "q", key)
        assert "what would help?" in " ".join(seen.text(Place.CHOICES).split())
        assert seen.state() is State.HURTING
        await press(pilot, "r")
        assert seen.state() is State.PAUSED


async def test_the_stop_rules_are_one_key_away_while_it_hurts() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        await press(pilot, "question_mark")
        assert "Stop rules" in seen.text(Place.HELP)
        await press(pilot, "escape")
        assert "Stop rules" not in seen.text(Place.HELP)
        assert seen.state() is State.HURTING


async def test_a_choice_can_be_clicked() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await hurting(seen, pilot)
        lines = seen.screen.query_one(f"#{Place.CHOICES}")
        rest = next(y for y in range(lines.size.height) if "Rest" in lines.render_line(y).text)
        await pilot.click(f"#{Place.CHOICES}", offset=(6, rest))
        await pilot.pause()
        assert seen.state() is State.PAUSED


async def test_leaving_asks_and_the_session_stands_still_meanwhile() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        await press(pilot, "q")
        assert "Leave the session?" in seen.text(Place.CHOICES)
        await seen.wait(pilot, 30)
        assert seen.screen.session.moment.elapsed == 5_000


@pytest.mark.parametrize("key", ["y", "enter", "1"])
async def test_yes_leaves_with_status_0(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        await press(pilot, "q", key)
        assert not seen.app.is_running
        assert seen.app.return_code == 0


@pytest.mark.parametrize("key", ["n", "escape", "space", "2"])
async def test_no_goes_on_with_a_lead_in(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        await press(pilot, "q", key)
        assert seen.state() is State.LEAD_IN
        assert Place.CHOICES not in seen.places()


async def test_who_had_paused_before_is_still_paused_after_no() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        await press(pilot, "space", "q", "n")
        assert seen.state() is State.PAUSED


async def test_the_end_says_the_closing_words_and_the_time_and_closes_with_one_key() -> None:
    seen = Seen(step(lasting=hold(10)), after=("Roll to your side.", "Walk a little."))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 10)
        assert seen.state() is State.FINISHED
        for words in ("Finished.", "Roll to your side.", "Walk a little.", "You did 1 of 1 steps: 10 seconds of work."):
            assert words in " ".join(seen.text(Place.CHOICES).split())
        await press(pilot, "enter")
        assert not seen.app.is_running
        assert seen.app.return_code == 0


async def test_skipped_time_does_not_count_as_done() -> None:
    seen = Seen(step(lasting=hold(60)), step(lasting=hold(10)))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 5)
        assert seen.screen.session.moment.segment.phase is Phase.WORK
        await press(pilot, "n", "n")
        assert "You did 5 seconds of work." in " ".join(seen.text(Place.CHOICES).split())


@pytest.mark.parametrize("key", ["h", "q"])
async def test_a_note_of_before_is_not_over_a_question(key: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await seen.wait(pilot, 3 + 2)
        await press(pilot, "s")
        assert "Starting with the right side." in seen.text()
        await press(pilot, key)
        assert "Starting with the right side." not in seen.text()


async def test_ctrl_c_ends_with_130() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+c")
        assert seen.app.return_code == 130
