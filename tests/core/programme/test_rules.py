"""The rules of the weeks, as the tables of docs/content.md 5.3 to 5.5 have them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxtimer.core.averages import Average, Course, Meaning
from relaxtimer.core.programme.back_off import Advice, Dose, advice
from relaxtimer.core.programme.clinician import clinician
from relaxtimer.core.programme.progression import Week, progress
from relaxtimer.core.programme.readings import Reading, flare_ups, usual

DAY = 739_000


def days(*told: tuple[int, int | None, int | None, int | None]) -> list[Reading]:
    """Readings: which day, pain before, after, and in the morning."""
    return [Reading(DAY + day, before, after, morning) for day, before, after, morning in told]


USUAL = [(day, 3, 3, None) for day in range(-7, 0)]


def test_usual_is_the_middle_of_the_weeks_before() -> None:
    assert usual(days((0, 3, None, 9), (1, 4, None, None), (2, None, None, 8), (9, 0, None, None)), DAY + 3) == 4
    assert usual(days((0, 3, None, None), (1, 4, None, None)), DAY + 3) == 3.5
    assert usual([], DAY) is None
    assert usual(days((-60, 3, None, None)), DAY) is None


@pytest.mark.parametrize(
    ("told", "flares"),
    [
        ([(0, 3, 5, None)], 1),
        ([(0, 3, 4, None)], 0),
        ([(0, 3, 3, None), (1, None, None, 5)], 1),
        ([(0, 3, 3, None), (2, None, None, 5)], 0),
        ([(0, None, 9, None)], 0),
    ],
)
def test_a_flare_up_is_two_points_above_the_start_after_it_or_the_next_morning(
    told: list[tuple[int, int | None, int | None, int | None]], flares: int
) -> None:
    assert len(flare_ups(days(*told))) == flares


# 5.4


def test_one_point_more_is_carried_on_with() -> None:
    assert advice(days(*USUAL, (0, 3, 4, None)), DAY + 1) == Advice(Dose.FULL)


def test_after_two_points_more_the_next_session_is_the_short_one() -> None:
    found = advice(days(*USUAL, (0, 3, 5, None)), DAY + 1)
    assert found == Advice(Dose.SHORT, "Pain was 2 higher yesterday: the short one today, no ball or roller.")
    found = advice(days((0, 2, 10, None)), DAY)
    assert found.reason == "Pain was 8 higher today: the short one today, no ball or roller."


def test_back_to_usual_for_a_day_is_half_and_then_all() -> None:
    told = days(*USUAL, (0, 3, 5, None), (1, None, None, 4))
    assert [advice(told, DAY + day).dose for day in (1, 2, 3)] == [Dose.SHORT, Dose.HALF, Dose.FULL]


def test_as_long_as_it_is_not_back_to_usual_it_stays_short() -> None:
    told = days(*USUAL, (0, 3, 5, None), (1, None, None, 5), (2, None, None, 5))
    assert advice(told, DAY + 3).dose is Dose.SHORT


def test_two_flare_ups_in_seven_days_go_back_a_week() -> None:
    told = days(*USUAL, (0, 3, 5, None), (1, 3, 3, None), (2, 3, 5, None), (3, 3, 3, None))
    assert advice(told, DAY + 3).back_a_week
    found = advice(told, DAY + 5)
    assert (found.dose, found.back_a_week) == (Dose.FULL, True)
    assert found.reason == "Two flare-ups in 7 days: the plan goes no further for now."
    assert not advice(told, DAY + 8).back_a_week


def test_three_flare_ups_in_fourteen_days_stop_the_plan() -> None:
    told = days(*((day, 3, 5, None) for day in (0, 5, 10)))
    assert advice(told, DAY + 11).dose is Dose.STOP
    assert advice(told, DAY + 15).dose is not Dose.STOP


def test_pain_that_stays_up_for_over_seven_days_stops_the_plan() -> None:
    told = days(*USUAL, (0, 3, 5, None), (8, None, None, 6))
    assert advice(told, DAY + 8).dose is Dose.STOP
    assert "clinician" in advice(told, DAY + 8).reason


def test_silence_is_no_pain_that_lasts() -> None:
    assert advice(days(*USUAL, (0, 3, 5, None)), DAY + 20).dose is Dose.SHORT


def test_without_a_usual_the_day_itself_is_what_one_comes_back_to() -> None:
    assert advice(days((0, 2, 6, None), (1, None, None, 3)), DAY + 2).dose is Dose.HALF


@given(st.lists(st.tuples(st.integers(0, 30), *[st.none() | st.integers(0, 10)] * 3), max_size=20), st.integers(0, 40))
def test_whoever_does_less_is_told_why(told: list[tuple[int, int | None, int | None, int | None]], today: int) -> None:
    found = advice(sorted(days(*told), key=lambda each: each.day), DAY + today)
    assert bool(found.reason) is (found.dose is not Dose.FULL or found.back_a_week)


# 5.3


def test_a_week_that_met_all_four_rules_is_followed_by_the_next() -> None:
    found = progress(Week(4, tuple(days((0, 5, 4, 3), (1, 4, 4, None))), usual=3))
    assert (found.moves_on, found.reasons) == (True, ())


@pytest.mark.parametrize(
    ("week", "word"),
    [
        (Week(3), "3 of the planned days"),
        (Week(7, tuple(days((0, 3, 4, None)))), "higher than before"),
        (Week(7, tuple(days((0, 3, 3, 5))), usual=3), "A morning"),
        (Week(7, answers_changed=True), "warning signs"),
    ],
)
def test_any_rule_that_is_not_met_repeats_the_week_and_says_why(week: Week, word: str) -> None:
    found = progress(week)
    assert not found.moves_on
    assert [word in reason for reason in found.reasons] == [True]


# 5.5


def course(meaning: Meaning | None) -> Course:
    return Course(Average(Fraction(5), 4), Average(Fraction(5), 4), meaning)


@pytest.mark.parametrize(
    ("since", "done", "found", "word"),
    [
        (13, 9, course(Meaning.NOISE), ""),
        (14, 6, course(Meaning.NOISE), "Two weeks"),
        (14, 5, course(Meaning.NOISE), ""),
        (14, 9, course(Meaning.LOWER), ""),
        (28, 12, course(Meaning.NOISE), "Four weeks"),
        (28, 12, course(Meaning.HIGHER), "Four weeks"),
        (28, 7, course(Meaning.NOISE), "Two weeks"),
        (28, 12, None, ""),
    ],
)
def test_regular_practice_that_changed_nothing_is_a_reason_to_ask(
    since: int, done: int, found: Course | None, word: str
) -> None:
    said = clinician(DAY, DAY + since, done, found)
    assert said.startswith(word)
    assert bool(said) is bool(word)


def test_before_anything_was_done_there_is_nothing_to_say() -> None:
    assert clinician(None, DAY, 0, None) == ""
