from __future__ import annotations

import io
import sys

import pytest

from relaxtimer.cli.layout import beside, cells, indented, width_of, wrapped
from tests.conftest import StartTerminal


@pytest.mark.parametrize(
    ("columns", "width"), [("100", 100), ("40", 40), ("5", 20), ("400", 120), ("", 80), ("0", 80), ("wide", 80)]
)
def test_the_width_is_what_columns_says_within_reason(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width_of(io.StringIO()) == width


def test_the_width_of_a_real_terminal_is_found(terminal: StartTerminal) -> None:
    code = "import sys; from relaxtimer.cli.layout import width_of; print('width', width_of(sys.stdout))"

    started = terminal([sys.executable, "-c", code], cols=57, env={"COLUMNS": ""})
    started.until("width 57")


def test_words_are_kept_whole_where_they_fit() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("  one   two ", 20) == ["one two"]
    assert wrapped("", 5) == [""]


def test_a_word_wider_than_a_line_is_left_whole_or_cut_where_it_must_be() -> None:
    assert wrapped("a abcdefgh b", 3) == ["a", "abcdefgh", "b"]
    assert wrapped("a abcdefgh b", 3, cut=True) == ["a", "abc", "def", "gh", "b"]
    assert wrapped("abcdefgh", 3, cut=True) == ["abc", "def", "gh"]


def test_wide_letters_take_two_columns_and_marks_none() -> None:
    assert cells("日本") == 4
    assert cells("e\u0301") == 1
    assert cells("… · é") == 5
    assert wrapped("日本語 日本語", 6) == ["日本語", "日本語"]
    assert wrapped("日本語", 4, cut=True) == ["日本", "語"]


def test_lines_after_the_first_stand_under_it() -> None:
    assert indented("one two three", 10, "- ", "  ") == "- one two\n  three"


def test_texts_beside_each_other_keep_to_their_columns() -> None:
    assert beside([("one two", 3), ("a", 2), ("end", 3)]) == "one  a   end\ntwo"
