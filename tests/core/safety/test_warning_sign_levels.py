"""The warning signs, as the table of docs/content.md 2.1 has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxtimer.core.safety.levels import consequence
from relaxtimer.core.safety.red_flags import BLOCKING, RED_FLAGS, Level, flag, level_of

SIGNS = st.frozensets(st.integers(1, 9))


@pytest.mark.parametrize(
    ("numbers", "level"),
    [
        ((1, 2, 3, 4, 5), Level.EMERGENCY),
        ((6, 7, 8), Level.CLINICIAN_FIRST),
        ((9,), Level.BOOK),
    ],
)
def test_each_sign_by_itself_has_the_level_of_the_table(numbers: tuple[int, ...], level: Level) -> None:
    assert [level_of({number}) for number in numbers] == [level] * len(numbers)


def test_no_sign_is_clear() -> None:
    assert level_of(()) is Level.CLEAR


@given(SIGNS)
def test_the_gravest_sign_decides(yes: frozenset[int]) -> None:
    order = list(Level)
    expected = min((order.index(flag(number).level) for number in yes), default=order.index(Level.CLEAR))
    assert level_of(yes) is order[expected]


@given(SIGNS, SIGNS)
def test_a_clinician_who_has_looked_changes_nothing_about_an_emergency(
    yes: frozenset[int], checked: frozenset[int]
) -> None:
    if yes & {1, 2, 3, 4, 5}:
        assert level_of(yes, checked) is Level.EMERGENCY
    elif yes <= checked:
        assert level_of(yes, checked) is Level.CLEAR


def test_only_six_to_nine_can_have_been_looked_at() -> None:
    assert [each.number for each in RED_FLAGS if each.can_be_checked] == [6, 7, 8, 9]


@pytest.mark.parametrize("number", [0, 10, -1])
def test_there_are_nine_signs_and_no_other(number: int) -> None:
    with pytest.raises(IndexError):
        flag(number)


def test_the_lines_of_the_list_fit_a_small_terminal() -> None:
    assert [each.number for each in RED_FLAGS] == list(range(1, 10))
    assert max(len(each.line) for each in RED_FLAGS) <= 66


@pytest.mark.parametrize(
    ("level", "yes", "words"),
    [
        (Level.EMERGENCY, (1,), "emergency department now"),
        (Level.CLINICIAN_FIRST, (6,), "See a clinician first, today."),
        (Level.CLINICIAN_FIRST, (7,), "this week"),
        (Level.CLINICIAN_FIRST, (), "See a clinician first."),
        (Level.BOOK, (9,), "Book a visit"),
        (Level.CLEAR, (), "None of these"),
    ],
)
def test_each_level_says_what_follows(level: Level, yes: tuple[int, ...], words: str) -> None:
    assert words in " ".join(consequence(level, yes))


def test_no_one_country_has_its_number_told_unless_it_is_set() -> None:
    assert "112, 999 or 911" in " ".join(consequence(Level.EMERGENCY))
    assert "Emergency numbers: 144." in consequence(Level.EMERGENCY, numbers="144")


def test_what_blocks_says_what_stays_open() -> None:
    assert {level for level in Level if "stay" in " ".join(consequence(level))} == BLOCKING
