"""Conditions, ratings and single questions, answered with keys."""

from __future__ import annotations

import pytest

from relaxtimer.core.asking.choosing import Choosing, telling
from relaxtimer.core.asking.condition_list import ConditionList
from relaxtimer.core.asking.page import Interview, Option, Page
from relaxtimer.core.asking.rating import Rating
from relaxtimer.core.conditions import Condition
from relaxtimer.core.ratings import Ratings, Scale, When


def press(asked: Interview, *keys: str) -> None:
    for key in keys:
        assert asked.press(key), key


def over(asked: Interview) -> bool:
    return asked.page is None


def test_conditions_are_ticked_by_number_on_three_pages() -> None:
    asked = ConditionList(frozenset({Condition.KNEE}))
    press(asked, "3", "enter")
    assert asked.page is not None
    assert [option.words for option in asked.page.options if option.marked] == ["A sore knee"]
    knee = next(option.key for option in asked.page.options if option.words == "A sore knee")
    press(asked, knee, "enter", "enter")
    assert asked.page is None
    assert asked.ticked == {Condition.BLEEDING}


def test_every_condition_is_on_one_page_and_one_only() -> None:
    asked = ConditionList()
    words = []
    while asked.page is not None:
        words += [option.words for option in asked.page.options if option.marked is not None]
        press(asked, "enter")
    assert [each.casefold() for each in words] == [each.words.casefold() for each in Condition]


def test_one_goes_back_a_page_and_leaves_everything_as_it_was() -> None:
    asked = ConditionList(frozenset({Condition.EYES}))
    assert not asked.press("backspace")
    press(asked, "1", "enter", "backspace")
    assert asked.page is not None
    assert asked.page.options[0].marked
    assert not asked.press("x")
    press(asked, "escape")
    assert over(asked)
    assert asked.ticked == {Condition.EYES}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("4 7 0", Ratings(4, 7, 0)),
        ("x enter 3", Ratings(10, None, 3)),
        ("escape", Ratings()),
        ("5 escape", Ratings(5)),
        ("5 backspace 6 1 2", Ratings(6, 1, 2)),
        ("5 backspace enter 1 2", Ratings(None, 1, 2)),
    ],
)
def test_a_key_rates_and_what_is_not_wanted_is_skipped(keys: str, expected: Ratings) -> None:
    asked = Rating(When.BEFORE)
    press(asked, *keys.split())
    assert asked.ratings == expected
    assert asked.page is None


def test_both_ends_of_each_scale_have_words() -> None:
    for scale in Scale:
        asked = Rating(When.AFTER, (scale,), ("Well done.",))
        assert asked.page is not None
        assert asked.page.scale == scale.ends
        assert "Well done." in asked.page.text
        assert all(end in " ".join(asked.page.text) for end in scale.ends)


def test_what_is_no_rating_is_not_taken() -> None:
    asked = Rating(When.BEFORE)
    assert not asked.press("backspace")
    assert not asked.press("p")


@pytest.mark.parametrize("value", [-1, 11])
def test_nothing_but_zero_to_ten_is_a_rating(value: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        Ratings(value)


def test_a_choice_is_made_with_its_key() -> None:
    asked = Choosing(Page(title="?", options=(Option("a", "One"), Option("b", "Two"))), escape="b")
    assert not asked.press("c")
    press(asked, "escape")
    assert (asked.chosen, asked.page) == ("b", None)
    assert not Choosing(Page(title="?", options=(Option("a", "One"),))).press("escape")


def test_what_is_told_is_put_away() -> None:
    told = telling("This", ("That.",))
    press(told, "enter")
    assert told.page is None
