from __future__ import annotations

import pytest

from relaxtimer.sound.voice.engine import plain, speakable


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Breathe in.", "Breathe in."),
        ("  Knees\n\tbent.  ", "Knees bent."),
        ("[[slnc 60000]] Now", "(slnc 60000) Now"),
        ("[[[[rate 1]]]]", "((rate 1))"),
        ("[\u200b[h@l@U]\u2060]", "[ [h@l@U] ]"),
        ("a\x1b[31m\x01 50Pb\x00c", "a [31m 50Pb c"),
        ("-w file", "-w file"),
        ("Ganz ruhig: übers Öhr.", "Ganz ruhig: übers Öhr."),
    ],
)
def test_words_hold_no_commands_for_any_engine(words: str, said: str) -> None:
    assert plain(words) == said


@pytest.mark.parametrize(("words", "can_be"), [("a", True), ("7", True), ("息", True), ("", False), ("… - !", False)])
def test_what_has_no_letter_and_no_digit_cannot_be_said(words: str, can_be: bool) -> None:  # noqa: FBT001 - what is expected
    assert speakable(words) is can_be
