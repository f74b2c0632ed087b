"""Text in letters of pixels: on pages of any size, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxtimer.core.keys import KEYS
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.tui import letters, small_letters
from relaxtimer.tui.help_text import as_paragraphs, sections_of
from relaxtimer.tui.paging import Paragraph, pages
from relaxtimer.tui.pixels import Grid

RULES = tuple(Paragraph(rule) for rule in STOP_RULES)
PAGE = st.tuples(st.integers(1, 200), st.integers(1, 200))


def shows(page: Grid, picture: Grid) -> bool:
    """Tell whether a picture stands somewhere on a page."""
    return any(
        all(page[top + y].startswith(row, left) for y, row in enumerate(picture))
        for top in range(len(page) - len(picture) + 1)
        for left in _places(picture[0], page[top])
    )


def _places(part: bytes, row: bytes) -> Iterator[int]:
    """Yield where a row of pixels is in another."""
    left = row.find(part)
    while left >= 0:
        yield left
        left = row.find(part, left + 1)


@given(PAGE)
def test_each_page_has_the_size_that_was_asked_for(size: tuple[int, int]) -> None:
    width, height = size
    for page in pages(RULES, width, height):
        assert len(page) == height
        assert {len(row) for row in page} == {width}


@settings(max_examples=20)
@given(PAGE)
def test_every_word_of_the_rules_is_on_some_page_where_there_are_pages(size: tuple[int, int]) -> None:
    found = pages(RULES[:3], *size)
    fonts = (letters.word, small_letters.word)
    # None of them is wider than the shortest line.
    words = [word for rule in RULES[:3] for word in rule.words.split() if len(word) <= 8]
    for word in words if found else ():
        assert any(shows(page, draw(letters.spelt(word))) for draw in fonts for page in found), word


def test_the_last_page_says_that_it_is_the_last() -> None:
    found = pages(RULES, 46, 76)
    assert len(found) > 3
    for place, page in enumerate(found, 1):
        assert shows(page, small_letters.word(f"{place}/{len(found)}"))


def test_letters_are_large_where_there_is_room_for_words_in_a_line() -> None:
    assert shows(pages(RULES, 100, 100)[0], letters.word("NUMBNESS"))
    assert shows(pages(RULES, 60, 100)[0], small_letters.word("NUMBNESS"))


def test_a_heading_is_underlined() -> None:
    (page,) = pages((Paragraph("Keys", heading=True),), 46, 76)
    under = page[small_letters.HEIGHT + 1]
    assert under.rstrip(b"\0") == page[small_letters.HEIGHT + 1][: len(small_letters.word("KEYS")[0])]
    assert not any(page[small_letters.HEIGHT])


def test_a_word_that_is_wider_than_a_line_goes_on_in_the_next_one() -> None:
    (page,) = pages((Paragraph("Ask a physiotherapist."),), 46, 76)
    for piece in ("ASK A", "PHYSIOTHERA-", "PIST."):
        assert shows(page, small_letters.word(piece))


@pytest.mark.parametrize(("words", "width"), [("Ω", 46), ("Rest", 30)])
def test_what_has_no_picture_and_what_would_hardly_be_read_is_not_drawn(words: str, width: int) -> None:
    assert pages((*RULES, Paragraph("Rest")), 46, 76)
    assert pages((*RULES, Paragraph(words)), width, 76) == ()


def test_every_key_can_be_told_in_these_letters() -> None:
    told = tuple(as_paragraphs(sections_of(None, "", None, KEYS)))
    assert Paragraph("Keys", heading=True) in told
    assert Paragraph("↑: Louder") in told
    assert pages(told, 46, 76)
