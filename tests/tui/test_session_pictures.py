"""What the session looks like. Few pictures: what it does is told by the other tests."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from relaxtimer.core.states import State
from relaxtimer.library.library import Library
from tests.core.making import breaths, step
from tests.tui.session_at import Seen, press

pytestmark = pytest.mark.once

SnapCompare = Callable[..., bool]


@pytest.fixture(autouse=True)
def _all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


def after(seen: Seen, seconds: float, *keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def do(pilot: Pilot[None]) -> None:
        await pilot.pause()  # the session begins with the first frame
        assert seen.state() is State.LEAD_IN
        await seen.wait(pilot, seconds)
        await press(pilot, *keys)

    return do


def test_the_bundled_routine_as_the_readme_shows_it(snap_compare: SnapCompare) -> None:
    loaded = Library().routine("lower-back")
    seen = Seen(*loaded.routine.items, name=loaded.routine.name, figure=loaded.figures.of)
    assert snap_compare(seen.app, terminal_size=(100, 30), run_before=after(seen, 3 + 135))


def test_a_hold_on_one_side_in_a_large_terminal(snap_compare: SnapCompare) -> None:
    seen = Seen()
    assert snap_compare(seen.app, terminal_size=(120, 36), run_before=after(seen, 3 + 8 + 33))


def test_a_paced_breath_in_a_usual_terminal(snap_compare: SnapCompare) -> None:
    seen = Seen(step("Quiet breathing", breaths(6), say=("Let the belly rise.",)), step("Pelvic tilt"))
    assert snap_compare(seen.app, terminal_size=(80, 24), run_before=after(seen, 3 + 8 + 3))


def test_a_pause_in_a_small_terminal(snap_compare: SnapCompare) -> None:
    seen = Seen()
    assert snap_compare(seen.app, terminal_size=(40, 12), run_before=after(seen, 3 + 8 + 5, "space"))


def test_what_is_asked_when_it_hurts(snap_compare: SnapCompare) -> None:
    seen = Seen()
    assert snap_compare(seen.app, terminal_size=(80, 24), run_before=after(seen, 3 + 8 + 5, "h"))


def test_the_display_turned_for_lying_on_the_side(snap_compare: SnapCompare) -> None:
    seen = Seen()
    assert snap_compare(seen.app, terminal_size=(80, 24), run_before=after(seen, 3 + 8 + 5, "t"))


def test_the_help_read_on_ones_side(snap_compare: SnapCompare) -> None:
    seen = Seen()
    keys = ("t", "question_mark", "down")
    assert snap_compare(seen.app, terminal_size=(80, 24), run_before=after(seen, 3 + 8 + 5, *keys))
