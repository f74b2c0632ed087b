from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from relaxtimer.tui.colours import Depth, Ink, look_of
from relaxtimer.tui.library.text import Span, marked, pen, spread, strip, tail, wrapped
from relaxtimer.tui.themes import TERMINAL, THEMES


def test_words_go_into_the_next_line_where_there_is_no_room() -> None:
    assert wrapped("Slow pressure on the back", 13) == ["Slow pressure", "on the back"]


def test_a_word_that_is_too_long_goes_on_in_the_next_line_and_loses_nothing() -> None:
    assert wrapped("see /home/someone/x.yaml", 9) == ["see", "/home/som", "eone/x.ya", "ml"]


def test_letters_of_two_cells_count_as_two() -> None:
    assert wrapped("腰痛体操", 4) == ["腰痛", "体操"]


@given(st.text(), st.integers(2, 40))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrapped(text, width))


def test_what_is_on_the_left_is_cut_before_what_is_on_the_right() -> None:
    line = spread([Span("Tennis ball: wall")], Span("9:00"), 12)
    assert "".join(span.text for span in line) == "Tennis… 9:00"


def test_a_line_is_filled_between_its_ends() -> None:
    assert "".join(span.text for span in spread([Span("Calm")], Span("9:00"), 12)) == "Calm    9:00"


def test_every_place_of_a_word_that_was_searched_for_stands_out() -> None:
    spans = list(marked(Span("Ball and wall-ball"), ["ball"]))
    assert [span.text for span in spans if span.bold] == ["Ball", "ball"]
    assert "".join(span.text for span in spans) == "Ball and wall-ball"


def test_words_that_overlap_stand_out_together() -> None:
    assert [span.text for span in marked(Span("abcd"), ["abc", "bcd"]) if span.bold] == ["abcd"]


def test_the_end_of_a_long_text_is_what_is_seen_while_it_is_typed() -> None:
    assert tail("tennis ball", 4) == "ball"


@given(st.text(), st.integers(0, 30))
def test_a_drawn_line_has_its_exact_width_and_nothing_that_steers_a_terminal(text: str, width: int) -> None:
    drawn = strip((Span(text),), width, look_of(Depth.TRUE))
    assert cell_len(drawn.text) == width
    assert all(letter.isprintable() for letter in drawn.text)


@pytest.mark.parametrize("depth", list(Depth))
def test_the_chosen_line_differs_from_the_others_in_every_depth_of_colour(depth: Depth) -> None:
    for theme in (*THEMES, TERMINAL):
        look = look_of(depth, theme)
        for ink in Ink:
            assert pen(look, ink, chosen=True) != pen(look, ink)
