from __future__ import annotations

import pytest

from relaxtimer.notation.suggestion import did_you_mean, nearest_names

KNOWN = ("lower-back", "lower-back-quick", "desk-reset", "Mine")


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [("lower-bck", "lower-back"), ("Lower Back", "lower-back"), ("desk_reset", "desk-reset"), ("mine", "Mine")],
)
def test_the_nearest_known_word_is_suggested(wanted: str, meant: str) -> None:
    assert did_you_mean(wanted, KNOWN) == f"; did you mean {meant}?"


@pytest.mark.parametrize("wanted", ["", "zzz", "lower-back" * 10_000])
def test_nothing_is_suggested_where_nothing_comes_near(wanted: str) -> None:
    assert did_you_mean(wanted, KNOWN) == ""


VOICES = ("English (Scotland)", "English (Great Britain)", "English (America)", "Catalan", "German")


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("scotlnd", ["English (Scotland)"]),
        ("Germann", ["German"]),
        ("English", ["English (America)", "English (Great Britain)", "English (Scotland)"]),
        ("english (great britan)", ["English (Great Britain)"]),
        ("Nobody", []),
        ("", []),
        ("English" * 10_000, []),
    ],
)
def test_names_are_near_as_a_whole_or_in_one_of_their_words(wanted: str, near: list[str]) -> None:
    assert nearest_names(wanted, VOICES)[: len(near) or 1] == near
