"""What figures look like in a session: in each encoding and depth of colour."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from relaxtimer.core.body import Side
from relaxtimer.library.library import Library
from tests.tui.session_at import Seen

pytestmark = pytest.mark.once

SnapCompare = Callable[..., bool]
# What Rich calls the colours of a terminal; none of them is what NO_COLOR asks for.
DEPTHS = ("truecolor", "256", "standard", "none")


def seen_at(name: str, step: int, figures: str = "auto") -> Seen:
    """See a step of a bundled routine."""
    loaded = Library().routine(name)
    item = loaded.routine.items[step - 1]
    return Seen(item, figure=loaded.figures.of, figures=figures, name=loaded.routine.name)


@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("figures", ["quadrants", "half", "braille"])
def test_a_figure_in_each_encoding_and_depth(
    figures: str, depth: str, snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor" if depth == "none" else depth)
    if depth == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    seen = seen_at("lower-back", 7, figures)

    async def do(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await seen.wait(pilot, 3 + 8 + 5)
        assert seen.screen.session.moment.segment.side is Side.LEFT

    assert snap_compare(seen.app, terminal_size=(80, 24), run_before=do)


@pytest.mark.parametrize("size", [(120, 36), (100, 30)])
def test_figure_and_pacer_together(
    size: tuple[int, int], snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    seen = seen_at("lower-back", 1)

    async def do(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await seen.wait(pilot, 3 + 12 + 3)

    assert snap_compare(seen.app, terminal_size=size, run_before=do)
