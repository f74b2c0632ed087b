from __future__ import annotations

from fractions import Fraction

import pytest

from relaxtimer.cli.failure import Failure
from relaxtimer.cli.fitting import fitted, start_of
from relaxtimer.core.length import length
from tests.core.making import hold, repeat, routine, step, timeline

ROUTINE = routine(
    step("Roll", hold(60, 30, 90), prepare=0, optional=True),
    step("Hug", hold(60, 30, 90), prepare=0, optional=True),
    step("Rest", hold(60, 30, 90), prepare=0),
)


def test_what_became_of_a_fitted_routine_is_said() -> None:
    made, said = fitted(ROUTINE, Fraction(1))
    assert length(made) == 60_000
    assert said == "Fitted to 1 minute, without Hug."


def test_all_that_was_left_out_is_named() -> None:
    assert fitted(ROUTINE, Fraction(1, 2))[1] == "Fitted to 30 seconds, without Roll and Hug."


def test_nothing_left_out_is_nothing_said() -> None:
    assert fitted(ROUTINE, Fraction(2))[1] == "Fitted to 2 minutes."


def test_minutes_that_cannot_be_met_name_the_shortest_and_the_longest_possible() -> None:
    with pytest.raises(Failure, match="it can be from 30 seconds to 4 minutes 30 seconds") as failure:
        fitted(ROUTINE, Fraction(5))
    assert failure.value.status == 2


@pytest.mark.parametrize("named", ["2", "hug", " Hug "])
def test_a_step_is_found_by_number_or_name(named: str) -> None:
    assert start_of(timeline(*ROUTINE.items), named) == 60_000


def test_a_step_is_found_by_its_exercise() -> None:
    made = timeline(step("Roll", prepare=0), step("Hug", prepare=0, id="single-knee-hug"))
    assert start_of(made, "single-knee-hug") == 20_000


def test_a_step_in_a_block_starts_in_its_first_round() -> None:
    made = timeline(step("Roll", prepare=0), repeat(3, step("Hug", prepare=0)))
    assert start_of(made, "2") == 20_000


def test_without_a_step_a_session_starts_at_the_start() -> None:
    assert start_of(timeline(*ROUTINE.items), None) == 0


def test_a_step_that_is_not_there_is_refused_with_a_guess() -> None:
    with pytest.raises(Failure, match=r"no step 'rool': expected 1 to 3.*did you mean roll\?"):
        start_of(timeline(*ROUTINE.items), "rool")
