"""The display turned a quarter, and the sign: what can be read lying on the side, and while it is paused."""

from __future__ import annotations

import pytest

from relaxtimer.core.body import Side
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui import letters
from relaxtimer.tui.digits import picture as digits
from relaxtimer.tui.pixels import Grid
from relaxtimer.tui.places import Place
from relaxtimer.tui.shapes import Shape
from relaxtimer.tui.view import View, view_of
from relaxtimer.tui.widgets.sign import signs, text_of
from relaxtimer.tui.widgets.turned import Turned, display
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
