"""Averages of seven days against the first seven: docs/content.md 5.6."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxtimer.core.averages import Average, Course, Meaning, Rated, course, meaning
from relaxtimer.core.calendar import calendar, weeks_of
from relaxtimer.core.days import ago, monday_of, weekday

START = 739_000


def rated(*values: tuple[int, int]) -> list[Rated]:
    return [Rated(START + day, value) for day, value in values]


def test_without_ratings_there_is_no_course() -> None:
    assert course([], START) is None


def test_in_the_first_weeks_there_is_nothing_to_compare() -> None:
    found = course(rated((0, 6), (6, 4)), START + 12)
    assert found == Course(Average(Fraction(5), 2))
    assert found.change is None


def test_the_last_seven_days_are_compared_with_the_first_seven() -> None:
    found = course(rated((0, 6), (6, 4), (7, 9), (13, 2), (19, 3)), START + 19)
    assert found is not None
    assert (found.first, found.last) == (Average(Fraction(5), 2), Average(Fraction(5, 2), 2))
    assert (found.change, found.meaning) == (Fraction(-5, 2), Meaning.LOWER)


def test_without_a_rating_lately_there_is_nothing_to_compare() -> None:
    assert course(rated((0, 6)), START + 100) == Course(Average(Fraction(6), 1))


def test_what_is_still_to_come_is_not_the_beginning() -> None:
    assert course(rated((0, 6), (20, 1)), START + 13) == Course(Average(Fraction(6), 1))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("5", "3", Meaning.LOWER),
        ("5", "3.4", Meaning.LOWER),
        ("5", "3.6", Meaning.NOISE),
        ("8", "6.5", Meaning.NOISE),
        ("8", "6", Meaning.LOWER),
        ("5", "6", Meaning.NOISE),
        ("5", "7", Meaning.HIGHER),
        ("3", "4", Meaning.HIGHER),
        ("2", "0", Meaning.LOW_START),
        ("1", "3", Meaning.HIGHER),
    ],
)
def test_meaningful_is_two_points_or_thirty_percent(first: str, last: str, expected: Meaning) -> None:
    assert meaning(Fraction(first), Fraction(last)) is expected


@given(st.fractions(0, 10), st.fractions(0, 10))
def test_nothing_less_is_ever_called_meaningful(first: Fraction, last: Fraction) -> None:
    if meaning(first, last) in {Meaning.LOWER, Meaning.HIGHER}:
        assert abs(last - first) >= 2 or abs(last - first) >= first * Fraction(3, 10)


# Days


def test_weeks_begin_on_monday() -> None:
    thursday = date(2026, 3, 5).toordinal()
    assert weekday(thursday) == 3
    assert monday_of(thursday) == thursday - 3


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "yesterday"), (9, "9 days ago"), (-3, "today")])
def test_days_ago_are_said_as_people_do(days: int, words: str) -> None:
    assert ago(days) == words


def test_the_calendar_is_readable_without_colour() -> None:
    today = monday_of(START) + 2
    days = {today: 60_000, today - 7: 120_000, today - 6: 60_000}
    assert list(calendar(days, today, 2)) == [
        "  Mo Tu We Th Fr Sa Su",
        "  ·  ·  ●  ●  ·  ·  ·",
        "  ·  ·  ●",
    ]
    assert weeks_of(days, today, 2) == ((today - 9, 180_000), (today - 2, 60_000))
