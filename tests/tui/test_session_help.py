"""The help: alone on the screen, with the session standing still, and everything in it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from relaxtimer.core.choices import spoken_ways
from relaxtimer.core.states import State
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.sound.player import Silent
from relaxtimer.tui.arrangement import Place
from relaxtimer.tui.widgets.help import Help
from relaxtimer.tui.widgets.turned import Turned
from tests.core.making import breaths, hold, parts, two_sided, until_ready
from tests.core.making import step as step_of
from tests.tui.session_at import Seen, press

IN_THE_WORK = 3 + 8 + 5
SIZES = [(100, 30), (80, 24), (40, 12), (20, 8)]


async def test_the_session_stands_still_while_the_help_is_read_and_goes_on_after_it() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "question_mark")
        assert "The session is paused while you read. It goes on when this closes." in seen.text(Place.HELP)
        await seen.wait(pilot, 60)
        assert seen.screen.session.moment.elapsed == 5_000
        await press(pilot, "escape")
        assert Place.HELP not in seen.places()
        assert seen.state() is State.LEAD_IN
        await seen.wait(pilot, 3 + 1)
        assert seen.screen.session.moment.elapsed == 6_000


async def test_who_had_paused_before_is_still_paused_after_the_help() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "space", "question_mark")
        assert "The session is paused." in seen.text(Place.HELP)
        assert "goes on when" not in seen.text(Place.HELP)
        await press(pilot, "question_mark")
        assert seen.state() is State.PAUSED


async def test_a_step_that_waits_waits_on_after_the_help() -> None:
    seen = Seen(step_of(lasting=until_ready(30)))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "question_mark")
        await seen.wait(pilot, 60)
        await press(pilot, "question_mark")
        await seen.wait(pilot, 3)
        assert seen.state() is State.WAITING
        assert seen.screen.session.waited == 5_000


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("before", [(), ("f",), ("h",), ("q",)])
async def test_the_help_has_the_screen_to_itself(size: tuple[int, int], before: tuple[str, ...]) -> None:
    seen = Seen()
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, *before, "question_mark")
        places = seen.places()
        assert set(places) <= {Place.HELP, Place.KEYS}
        assert not places[Place.HELP].overlaps(places.get(Place.KEYS, places[Place.HELP].translate((0, 99))))


@pytest.mark.parametrize("before", [("t",), ("t", "t"), ("t", "h")])
async def test_turned_the_help_is_read_on_its_side_page_by_page_with_the_stop_rules_first(
    before: tuple[str, ...],
) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, *before, "question_mark")
        assert set(seen.places()) == {Place.TURNED}
        turned = seen.screen.face.turned
        assert isinstance(turned, Turned)
        told = [each.words for each in turned.reading]
        assert told.index("Stop rules") < told.index("Single knee to chest") < told.index("Keys")
        assert set(STOP_RULES) < set(told)
        assert any("Up, down: more. Esc: close." in each for each in told)
        shown = [seen.text(Place.TURNED)]
        for _ in turned.pages[1:]:
            await press(pilot, "down")
            shown.append(seen.text(Place.TURNED))
        assert len(set(shown)) == len(turned.pages) > 4
        await press(pilot, "down")
        assert seen.text(Place.TURNED) == shown[-1]
        await press(pilot, "home")
        assert seen.text(Place.TURNED) == shown[0]
        await press(pilot, "escape")
        assert seen.text(Place.TURNED) not in shown


@pytest.mark.parametrize("size", [(40, 12), (20, 8)])
async def test_turned_the_help_is_upright_where_its_words_have_no_room_on_their_side(size: tuple[int, int]) -> None:
    seen = Seen()
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "t", "question_mark")
        assert Place.HELP in seen.places()
        assert Place.TURNED not in seen.places()
        before = seen.text(Place.HELP)
        await press(pilot, "down")
        assert seen.text(Place.HELP) != before
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert set(seen.places()) == {Place.TURNED}
        await press(pilot, "escape")
        assert Place.HELP not in seen.places()


async def test_the_stop_rules_are_said_while_the_help_is_open_and_what_is_asked_again_after_it() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        player = seen.screen.practice.player
        assert isinstance(player, Silent)
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "question_mark")
        assert player.said == [("Paused.", *STOP_RULES)]
        hushed = player.hushed
        await press(pilot, "escape")
        assert player.hushed == hushed + 1
        await press(pilot, "h", "question_mark")
        assert player.said[-1] == STOP_RULES
        await press(pilot, "question_mark")
        assert player.said[-1] == spoken_ways(seen.screen.session)


async def test_of_a_step_that_begins_easier_at_ones_own_pace_the_help_counts_nothing_and_says_it_once() -> None:
    free = step_of("Breathe", breaths(6), say=("Sit tall.",), easier="As it comes.", breath_cue="Four in, six out.")
    seen = Seen(replace(free, easier_paced=False))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 2)
        await press(pilot, "e", "question_mark")
        shown = seen.text(Place.HELP)
        assert shown.count("As it comes.") == 1
        assert "Sit tall." in shown
        assert "Four in, six out." not in shown


@pytest.mark.parametrize(("key", "asked"), [("h", "what would help?"), ("q", "Leave the session?")])
async def test_the_help_closes_before_anything_is_asked_and_stays_closed(key: str, asked: str) -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "question_mark", key)
        assert Place.HELP not in seen.places()
        assert asked in " ".join(seen.text(Place.CHOICES).split())
        await press(pilot, "g")
        assert seen.state() is State.LEAD_IN
        assert Place.HELP not in seen.places()
        assert Place.CLOCK in seen.places()


async def test_space_in_the_help_goes_on() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "question_mark", "space")
        assert seen.state() is State.LEAD_IN
        assert Place.HELP not in seen.places()


async def test_a_step_further_from_the_help_goes_on_there() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "question_mark", "n")
        assert "Quiet breathing" in seen.text(Place.FACTS)
        assert seen.state() is State.LEAD_IN


async def test_an_answer_that_cannot_be_seen_closes_the_help_and_is_not_taken() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "h", "question_mark", "x")
        assert seen.state() is State.HURTING
        assert Place.CHOICES in seen.places()
        await press(pilot, "x")
        assert seen.state() is State.LEFT


async def test_the_help_over_the_question_whether_to_leave_does_not_go_on_when_it_closes() -> None:
    seen = Seen()
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "q", "question_mark", "escape")
        assert seen.state() is State.PAUSED
        assert "Leave the session?" in seen.text(Place.CHOICES)
        await press(pilot, "n")
        assert seen.state() is State.LEAD_IN


@pytest.mark.once
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("hurts", [False, True])
async def test_everything_to_know_of_a_step_is_read_by_scrolling(size: tuple[int, int], *, hurts: bool) -> None:
    told = two_sided(
        "Wall ball",
        parts(15, 15),
        say=("Put the ball beside the spine on the {side}.",),
        show=("Trap the ball in the muscle, two fingers to the {side} of the spine.", "Then roll."),
        breath_cue="Out as you lean in.",
        easier="Use a sock.",
        cautions=("Leave it out if it brings on pain or tingling in the leg.",),
        equipment=("tennis ball", "wall"),
    )
    seen = Seen(
        told, cautions=("With a clot wait until a clinician agrees.",), equipment=("tennis ball", "wall", "mat")
    )
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, *(["h"] if hurts else []), "question_mark")
        panel = seen.screen.query_one(Help)
        top = [text(panel)]
        await press(pilot, "down")
        top.append(text(panel))
        while top[-1] != top[-2]:
            panel.scroll("down")
            top.append(text(panel))
        words = joined(top)
        for sentence in (
            *told.cautions,
            "Trap the ball in the muscle, two fingers to the left of the spine.",
            "Then roll.",
            "Spot 2: Say 2.",
            "Out as you lean in.",
            "Easier: Use a sock.",
            "You need: tennis ball, wall, mat.",
            "With a clot wait until a clinician agrees.",
            *STOP_RULES,
            "Leave; asks first",
        ):
            assert sentence in words
        if hurts:
            assert "Stopped. Ease out of it slowly" in joined(top[:1])
        await press(pilot, "home")
        assert text(panel) == top[0]


def text(panel: Help) -> tuple[str, ...]:
    """Give the lines in view, without frame and marks."""
    framed = panel.render_line(0).text.startswith("╭")
    rows = range(1 if framed else 0, panel.size.height - 1)
    return tuple(panel.render_line(y).text.strip(" │·△") for y in rows)


def joined(views: list[tuple[str, ...]]) -> str:
    """Put views that follow each other by one line together, as one text."""
    lines = list(views[0])
    for view in views[1:]:
        if view != tuple(lines[-len(view) :]):
            lines.append(view[-1])
    return " ".join(line for line in lines if line)


async def test_the_wheel_scrolls_the_help_and_a_larger_window_shows_no_less() -> None:
    seen = Seen(step_of(lasting=hold(60)))
    async with seen.app.run_test(size=(40, 12)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        await press(pilot, "question_mark", "end")
        assert "asks first" in seen.text(Place.HELP)
        await pilot.resize_terminal(100, 60)
        await pilot.pause()
        assert "asks first" in seen.text(Place.HELP)
        assert "Stop rules" in seen.text(Place.HELP)
