"""What a session looks like at each size, for each way of sharing the room, and in each depth of colour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from relaxtimer.core.routine import Step
from tests.core.making import breaths, hold, reps, step, two_sided
from tests.tui.session_at import Seen, press
from tests.tui.test_session_figure import shown
from tests.tui.test_session_figure_pictures import DEPTHS

pytestmark = pytest.mark.once

SnapCompare = Callable[..., bool]
SIZES = ((120, 36), (80, 24), (60, 50), (40, 12), (20, 8))
SAID = ("Kneel on a mat, hands below the shoulders.", "Let the back sink.", "Breathe as usual.")
STEPS: dict[str, Step] = {
    "breath": step("Quiet breathing", breaths(6), say=SAID),
    "movement": step("Cat and camel", reps(8), say=SAID),
    "side": two_sided("Heel sit to one side", hold(40), say=SAID),
}


def after(seen: Seen, *keys: str) -> Callable[[Pilot[None]], object]:
    async def do(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await seen.wait(pilot, 3 + 8 + 3)
        await press(pilot, *keys)

    return do


@pytest.fixture(autouse=True)
def _all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", STEPS)
def test_a_session_at_each_size(kind: str, size: tuple[int, int], snap_compare: SnapCompare) -> None:
    seen = Seen(STEPS[kind], step("Knee rolls", hold(20)), figure=shown)
    assert snap_compare(seen.app, terminal_size=size, run_before=after(seen))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["f", "t"])
def test_large_and_turned_at_each_size(key: str, size: tuple[int, int], snap_compare: SnapCompare) -> None:
    seen = Seen(STEPS["side"], figure=shown)
    assert snap_compare(seen.app, terminal_size=size, run_before=after(seen, key))


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_breath_in_each_depth_of_colour(
    depth: str, snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor" if depth == "none" else depth)
    if depth == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    seen = Seen(STEPS["breath"], figure=shown)
    assert snap_compare(seen.app, terminal_size=(80, 24), run_before=after(seen))


def test_there_is_a_picture_of_each() -> None:
    folder = Path(__file__).parent / "__snapshots__" / "test_session_size_pictures"
    assert len(list(folder.glob("*.svg"))) == (len(STEPS) + 2) * len(SIZES) + len(DEPTHS)
