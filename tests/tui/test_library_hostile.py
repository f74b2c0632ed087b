"""Texts from strangers: what they write is shown as it is, and does nothing."""

from __future__ import annotations

import pytest
from rich.segment import Segment

from relaxtimer.tui.library.row import Row
from relaxtimer.tui.library.screen import LibraryScreen
from tests.core.making import repeat, step
from tests.tui.library_rows import Library, Opening, plan_of, press, write

pytestmark = pytest.mark.once

HOSTILE = {
    "a link": "[@click=app.quit]x[/]",
    "wrong markup": "[/nope]",
    "brackets": "knee [left]",
    "markup": "[b]bold[/b]",
    "the clipboard": "\x1b]52;c;aGVsbG8=\x1b\\",
    "clearing the screen": "\x1b[2J\x9b31m",
    "direction": "a\u202eb\u200bc\u2066",
    "control characters": "\x00\x07\x08\x7f",
    "placeholders": "$variable {side} %s",
    "wide letters": "腰痛" * 40,
    "a long word": "x" * 5_000,
    "nothing": "",
}


def rows_of(text: str) -> tuple[Row, ...]:
    words = (text, text)
    good = Row(id="good", name=text, origin="yours", summary=text, tags=words, equipment=words, positions=words)
    bad = Row(id="bad", name=text, origin=text, mistake=text or "!", file=text)
    return good, bad


def drawn(library: Library) -> list[Segment]:
    """Everything the library draws, segment by segment."""
    widgets = library.screen.query("#search, #routines, #preview, #keys")
    return [segment for each in widgets for y in range(each.size.height) for segment in each.render_line(y)]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("size", [(120, 36), (40, 12), (20, 8)])
async def test_a_hostile_text_is_shown_as_it_is_and_does_nothing(text: str, size: tuple[int, int]) -> None:
    items = (repeat(2, step(text or "x", cautions=(text,))), step("y"))
    library = Library(rows_of(text), Opening(plan_of(*items)))
    async with library.app.run_test(size=size) as pilot:
        for keys in (["down"], ["up"], ["tab"], ["tab", "end"], ["enter"]):
            await press(pilot, *keys)
            if isinstance(library.app.screen, LibraryScreen):
                segments = drawn(library)
                assert all(letter.isprintable() for segment in segments for letter in segment.text)
                assert all(segment.style is not None and not segment.style.meta for segment in segments)
        assert library.app.is_running


async def test_square_brackets_are_letters_like_any_other() -> None:
    library = Library(rows_of("knee [left] [@click=app.quit]x[/]"))
    async with library.app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "knee [left] [@click=app.quit]x[/]" in library.text("routines")
        assert "knee [left] [@click=app.quit]x[/]" in library.text("preview")


async def test_what_is_typed_is_no_markup_either() -> None:
    library = Library()
    async with library.app.run_test(size=(120, 36)) as pilot:
        await write(pilot, "[/nope]")
        assert "[/nope]" in library.text("search")
