"""The display turned a quarter, and the sign: what can be read lying on the side, and while it is paused."""

from __future__ import annotations

import pytest

from relaxtimer.core.body import Side
from relaxtimer.core.events import Command
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui import letters, small_letters
from relaxtimer.tui.asking import Question
from relaxtimer.tui.digits import picture as digits
from relaxtimer.tui.pixels import Grid
from relaxtimer.tui.places import Place
from relaxtimer.tui.questions import asked
from relaxtimer.tui.shapes import Shape
from relaxtimer.tui.view import View, view_of
from relaxtimer.tui.widgets.sign import signs, text_of
from relaxtimer.tui.widgets.turned import Turned, answers, display
from tests.core.making import breaths, hold, step, timeline, two_sided
from tests.tui.session_at import Seen, press


def moment(name: str, side: str | None = None, state: State = State.RUNNING) -> View:
    """Give a view of a hold, with its clock at 20 seconds."""
    item = step(name, hold(20)) if side is None else two_sided(name, hold(20))
    view = view_of(Session(timeline(item)))
    return view._replace(state=state, digits="0:20", shape=Shape.WORK, word="Work", side=Side(side) if side else None)


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 50), (40, 12), (20, 8)])
@pytest.mark.parametrize("side", [None, "left"])
def test_turned_the_digits_come_first_at_every_size(size: tuple[int, int], side: str | None) -> None:
    across, down = 2 * size[1], size[0]
    drawn = display(moment("Wall ball beside the spine", side), across, down)
    assert (len(drawn[0]), len(drawn)) == (across, down)
    largest = digits("0:20", across - 2 * (across // 30), down)
    clocks = [digits("0:20", across, height) for height in range(len(largest) * 6 // 10, len(largest) + 1)]
    assert any(contains(drawn, clock) for clock in clocks if clock)


def contains(grid: Grid, part: Grid) -> bool:
    """Tell whether a picture is somewhere in another, row by row."""
    return any(all(part[y] in grid[top + y] for y in range(len(part))) for top in range(len(grid) - len(part) + 1))


def test_turned_the_phase_is_told_by_its_word_and_the_pace_where_the_name_was() -> None:
    view = moment("Quiet breathing")
    assert contains(display(view, 60, 100), letters.word("WORK"))
    assert contains(display(view, 60, 100), letters.word("QUIET"))
    paced = display(view, 60, 100, "Breathe in 4")
    assert contains(paced, letters.word("BREATHE IN"))
    assert not contains(paced, letters.word("QUIET"))


@pytest.mark.parametrize(("width", "words"), [(40, "‖ PAUSED  ◀ LEFT SIDE"), (20, "‖ PAUSED ◀ LEFT")])
def test_while_it_is_paused_the_side_is_still_named(width: int, words: str) -> None:
    view = moment("Hold", "left", State.PAUSED)
    assert text_of(view, width).strip() == words
    assert all(contains(grid, letters.side("left")) for grid in signs(view))


async def test_turned_the_breath_is_told_and_counted() -> None:
    seen = Seen(step("Quiet breathing", breaths(3)))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 1)
        await press(pilot, "t")
        turned = seen.screen.face.turned
        assert isinstance(turned, Turned)
        told = seen.text(Place.TURNED)
        await seen.wait(pilot, 1)
        assert seen.text(Place.TURNED) != told
        assert turned.motion.startswith("Breathe in")
        await press(pilot, "space")
        assert not turned.motion


def hurting() -> Question:
    session = Session(timeline(two_sided("Hold", hold(60))), longest_unseen=10**9)
    session.do(Command.START, 0)
    session.advance_to(20_000)
    session.do(Command.HURTS, 20_500)
    return asked(session, to_leave=False)


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (80, 24), (60, 50)])
def test_turned_what_would_help_is_asked_with_every_answer(size: tuple[int, int]) -> None:
    drawn = answers(hurting(), 2 * size[1], size[0])
    assert drawn is not None
    assert (len(drawn[0]), len(drawn)) == (2 * size[1], size[0])
    assert any(
        contains(drawn, each.word(word)) for each in (letters, small_letters) for word in ("STOPPED.", "STOPPED")
    )
    stop = ("NEW", "MORE: PRESS", "? STOP")
    assert any(contains(drawn, each.word(word)) for each in (letters, small_letters) for word in stop)
    words = ("2 SKIP", "3 SKIP", "4 REST", "5 END HERE", "6 GO ON")
    assert all(any(contains(drawn, each.word(word)) for each in (letters, small_letters)) for word in words)


async def test_a_question_is_asked_on_its_side_and_answered_there() -> None:
    seen = Seen(two_sided("Hug", hold(60)))
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 20)
        await press(pilot, "t", "h")
        assert seen.state() is State.HURTING
        assert seen.screen.query_one(f"#{Place.TURNED}", Turned).question is not None
        assert seen.screen.query_one(f"#{Place.TURNED}").size == (80, 24)
        await press(pilot, "4")
        assert seen.state() is not State.HURTING
        assert seen.screen.query_one(f"#{Place.TURNED}", Turned).question is None


async def test_a_question_that_has_no_room_on_its_side_is_asked_upright() -> None:
    seen = Seen(two_sided("Hug", hold(60)))
    async with seen.app.run_test(size=(20, 8)) as pilot:
        await seen.wait(pilot, 20)
        await press(pilot, "t", "h")
        assert "Skip this side" in seen.text(Place.CHOICES)


async def test_on_the_smallest_screens_too_leaving_is_asked_where_it_is_seen() -> None:
    seen = Seen(two_sided("Hug", hold(60)))
    async with seen.app.run_test(size=(20, 8)) as pilot:
        await seen.wait(pilot, 20)
        await press(pilot, "t", "space", "q")
        assert "Leave" in seen.text(Place.CHOICES)
        await press(pilot, "n")
        assert Place.TURNED in seen.places()
        assert Place.CHOICES not in seen.places()
