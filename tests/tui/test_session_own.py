"""A session as a person has set it: keys of their own, no motion, another theme."""

from __future__ import annotations

import pytest
from textual.strip import Strip

from relaxtimer.core.keys import Action, keys_with
from relaxtimer.core.states import State
from relaxtimer.tui.arrangement import Place
from relaxtimer.tui.screens.session import SessionScreen
from relaxtimer.tui.widgets.painted import Painted
from tests.core.making import breaths, step
from tests.tui.session_at import Seen, press

IN_THE_WORK = 3 + 8 + 5


async def test_a_key_of_ones_own_does_what_the_other_one_did_and_is_shown() -> None:
    seen = Seen(keys=keys_with({Action.PAUSE: ("p",), Action.AGAIN: ("f2",)}))
    async with seen.app.run_test(size=(100, 30)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        assert "p Pause" in seen.text(Place.KEYS)
        await press(pilot, "space")
        assert seen.state() is State.RUNNING
        await press(pilot, "p")
        assert seen.state() is State.PAUSED
        await press(pilot, "question_mark", "end")
        assert "f2" in seen.text(Place.HELP)


def stage(seen: Seen) -> list[Strip]:
    widget = seen.screen.query_one(f"#{Place.STAGE}", Painted)
    return [widget.render_line(y) for y in range(widget.size.height)]


def outline(strip: Strip) -> tuple[int, int, int]:
    """Give how wide a row is, and where what is painted in it begins and ends."""
    return strip.cell_length, len(strip.text) - len(strip.text.lstrip()), len(strip.text.rstrip())


async def test_without_motion_the_disc_stands_still_and_its_seconds_count() -> None:
    seen = Seen(step(lasting=breaths(3)), calm=True)
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, 3 + 8 + 0.5)
        before = stage(seen)
        await seen.wait(pilot, 1)
        after = stage(seen)
        changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
        assert 0 < len(changed) < len(before) / 2
        assert [outline(old) for old, _ in changed] == [outline(new) for _, new in changed]


async def test_textuals_wish_for_no_animations_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    assert Seen().screen_made().practice.plan.calm


@pytest.mark.parametrize("theme", ["dusk", "day", "contrast"])
async def test_a_theme_has_paper_of_its_own(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    seen = Seen(theme=theme)
    async with seen.app.run_test(size=(80, 24)) as pilot:
        await seen.wait(pilot, IN_THE_WORK)
        assert len({segment.style.bgcolor for strip in stage(seen) for segment in strip if segment.style}) > 1
        assert seen.app.look.theme.name == theme == seen.app.theme


async def test_keys_of_ones_own_do_not_outlast_their_session() -> None:
    seen = Seen(keys=keys_with({Action.PAUSE: ("p",)}))
    async with seen.app.run_test(size=(100, 30)) as pilot:
        screen = SessionScreen(Seen().screen_made().practice.plan, seen.app.look)
        await pilot.app.push_screen(screen)
        states = []
        for key in ("p", "space"):
            await pilot.press(key)
            states.append(screen.session.state)
        assert states == [State.LEAD_IN, State.PAUSED]
