from __future__ import annotations

import pytest

from relaxtimer.notation.suggestion import did_you_mean

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
