"""Text from files is plain text, wherever it is shown."""

from __future__ import annotations

import pytest

from relaxtimer.core.lasting import Part, Parts
from relaxtimer.tui.arrangement import Place
from tests.core.making import hold, step, two_sided
from tests.tui.session_at import Seen, press

LINK = "[@click=app.quit]x[/]"
BROKEN = "[/nope]"
NAUGHTY = "a\x1b]52;c;aGk=\x07b\u202ec\u200bd\x9be"


def hostile(text: str) -> Seen:
    spot = Part(name=text, lasting=hold(30), say=text)
    return Seen(
        two_sided(text, Parts((spot,)), say=(text,), easier=text, breath_cue=text),
        step(text),
        notes=(text,),
        after=(text,),
    )


@pytest.mark.parametrize("text", [LINK, BROKEN, "knee [left]"])
@pytest.mark.parametrize("size", [(120, 36), (40, 12)])
async def test_markup_is_shown_as_it_is_written_and_links_nowhere(text: str, size: tuple[int, int]) -> None:
    seen = hostile(text)
    async with seen.app.run_test(size=size) as pilot:
        await pilot.pause()
        assert text in seen.text(Place.NOTE)
        await seen.wait(pilot, 3 + 8 + 2)
        for keys in ((), ("question_mark",), ("escape", "f"), ("f", "t"), ("t", "t", "space"), ("h",)):
            await press(pilot, *keys)
            assert links(seen) == set()
            if keys in {(), ("h",)}:
                assert text in seen.text()
        await press(pilot, "x")
        assert links(seen) == set()


@pytest.mark.parametrize("size", [(120, 36), (40, 12), (20, 8)])
async def test_control_characters_reach_no_row(size: tuple[int, int]) -> None:
    seen = hostile(NAUGHTY)
    async with seen.app.run_test(size=size) as pilot:
        await seen.wait(pilot, 3 + 8 + 2)
        for keys in ((), ("f",), ("f", "t"), ("t", "t", "h"), ("x",)):
            await press(pilot, *keys)
            assert all(letter.isprintable() for letter in seen.text() if letter != "\n")


def links(seen: Seen) -> set[str]:
    """Give the actions that hang on anything that is seen."""
    return {
        str(segment.style.meta)
        for child in seen.screen.children
        for y in range(child.size.height)
        for segment in child.render_line(y)
        if segment.style is not None and segment.style.meta
    }
