"""The page of the warning signs: short lines, the one that applies in full, what it means."""

from __future__ import annotations

import pytest

from relaxtimer.core.asking.warning_signs import WarningSigns
from relaxtimer.core.safety.red_flags import CHECKED, HONESTY, Level, flag
from relaxtimer.core.stop_rules import STOP_RULES


def pressed(*keys: str) -> WarningSigns:
    asked = WarningSigns("Before the first session")
    for key in keys:
        assert asked.press(key), key
    return asked


def over(asked: WarningSigns) -> bool:
    return asked.page is None


def text(asked: WarningSigns) -> str:
    assert asked.page is not None
    return " ".join((asked.page.title, *asked.page.text, *(option.words for option in asked.page.options)))


def test_one_page_has_nine_lines_and_enter_says_none_of_these() -> None:
    asked = WarningSigns("Before the first session")
    assert asked.page is not None
    assert [option.key for option in asked.page.options] == [*"123456789", "enter", "l"]
    assert HONESTY in asked.page.text
    assert asked.press("enter")
    assert over(asked)
    assert (asked.level, asked.yes) == (Level.CLEAR, set())


def test_what_applies_cannot_be_put_off() -> None:
    asked = pressed("8", "1")
    assert not asked.press("l")
    assert asked.page is not None
    assert "l" not in [option.key for option in asked.page.options]


def test_each_answer_is_kept_before_what_it_means_is_shown() -> None:
    told: list[tuple[list[int], Level]] = []
    asked = WarningSigns(kept=lambda signs: told.append((sorted(signs.yes), signs.level)))
    for key in ("8", "1", "9", "1", "5", "1"):
        asked.press(key)
    assert asked.page is not None
    assert asked.page.alarm
    assert told == [([8], Level.CLINICIAN_FIRST), ([8, 9], Level.CLINICIAN_FIRST), ([5, 8, 9], Level.EMERGENCY)]


@pytest.mark.parametrize("keys", ["9 1", "9 1 9 2", "7 3", "8 1 8 2"])
def test_answers_that_close_nothing_are_kept_when_the_whole_page_was_answered(keys: str) -> None:
    told: list[Level] = []
    asked = WarningSigns(kept=lambda signs: told.append(signs.level))
    for key in keys.split():
        asked.press(key)
    assert set(told) <= {Level.CLINICIAN_FIRST}
    asked.press("enter")
    assert told[-1] is asked.level


@pytest.mark.parametrize(("keys", "way"), [("1 1", True), ("6 1 enter", True), ("9 1 enter", False), ("l", False)])
def test_leaving_what_tells_to_stop_is_no_way_around_it(keys: str, *, way: bool) -> None:
    asked = pressed(*keys.split())
    assert asked.press("q") is way


def test_a_digit_shows_the_question_in_full_and_what_it_means() -> None:
    asked = pressed("3")
    assert flag(3).question in text(asked)
    assert "get help now" in text(asked)
    assert CHECKED not in text(asked)
    assert CHECKED in text(pressed("8"))


@pytest.mark.parametrize("number", ["1", "2", "3", "4", "5"])
def test_the_first_emergency_answer_stops_at_once(number: str) -> None:
    asked = pressed("6", "1", number, "1")
    assert asked.level is Level.EMERGENCY
    assert asked.page is not None
    assert asked.page.alarm
    assert "emergency department" in text(asked)
    assert not asked.press("1")
    assert asked.press("enter")
    assert asked.page is None


def test_after_a_minor_fall_urgent_care_is_named() -> None:
    assert "same day" in text(pressed("4", "1"))


def test_another_answer_leads_back_to_the_list_where_more_can_be_added_or_taken_back() -> None:
    asked = pressed("9", "1", "8", "1")
    assert asked.page is not None
    assert [option.key for option in asked.page.options if option.marked] == ["8", "9"]
    assert asked.press("8")
    assert asked.press("2")
    assert asked.press("enter")
    assert asked.level is Level.BOOK
    assert "Book a visit" in text(asked)


def test_what_a_clinician_has_looked_at_does_not_count() -> None:
    asked = pressed("7", "3", "enter")
    assert (asked.page, asked.level) == (None, Level.CLEAR)
    assert (asked.yes, asked.checked) == ({7}, {7})


def test_that_is_never_taken_for_an_emergency() -> None:
    asked = pressed("2")
    assert not asked.press("3")
    assert flag(2).question in text(asked)


def test_what_means_nothing_changes_nothing() -> None:
    asked = WarningSigns()
    before = asked.page
    assert not asked.press("x")
    assert asked.page is before


@pytest.mark.parametrize("key", ["n", "escape", "backspace", "2"])
def test_no_leads_back_to_the_list(key: str) -> None:
    assert pressed("1", key).yes == set()


def test_y_is_a_yes_too() -> None:
    assert pressed("9", "y").yes == {9}


def test_later_shows_the_stop_rules_and_answers_nothing() -> None:
    asked = pressed("9", "2", "l")
    assert STOP_RULES[0] in text(asked)
    assert asked.press("enter")
    assert (asked.later, asked.yes, asked.page) == (True, set(), None)
