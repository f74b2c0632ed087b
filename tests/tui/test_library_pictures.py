"""What the library looks like. Few pictures: what it does is told by the other tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.tui.library_rows import Library

SnapCompare = Callable[..., bool]


@pytest.fixture(autouse=True)
def _all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


def test_a_wide_window_has_the_list_and_the_preview_of_what_was_found(snap_compare: SnapCompare) -> None:
    async def search(pilot: Pilot[None]) -> None:
        await pilot.press(*"back")
        await pilot.pause()

    assert snap_compare(Library().app, terminal_size=(120, 24), run_before=search)


def test_a_small_window_has_the_list_alone(snap_compare: SnapCompare) -> None:
    assert snap_compare(Library().app, terminal_size=(40, 12))


def test_without_colours_the_chosen_routine_still_stands_out(
    snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(Library().app, terminal_size=(80, 12))
