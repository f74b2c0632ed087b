"""Which steps are left out, and what never is."""

from __future__ import annotations

import pytest

from relaxtimer.core.body import Kind, Position, Sides
from relaxtimer.core.fit import CannotFitError, fit, possible
from relaxtimer.core.routine import Repeat
from tests.core.fitting.names import names
from tests.core.making import hold, ms, repeat, routine, step, two_sided


def test_optional_steps_go_first_low_priorities_and_later_ones_before_others() -> None:
    made = routine(
        step("A", hold(20), prepare=0, optional=True),
        step("B", hold(20), prepare=0, optional=True, priority=2),
        step("C", hold(20), prepare=0, optional=True),
        step("D", hold(20), prepare=0),
    )
    assert names(fit(made, ms(60)).routine) == ["A", "C", "D"]
    assert names(fit(made, ms(40)).routine) == ["A", "D"]
    assert fit(made, ms(20)).left_out == ("A", "B", "C")


def test_whole_pairs_go_after_the_optional_steps_and_never_one_side() -> None:
    made = routine(
        two_sided("Pair", hold(20), prepare=0, switch=0),
        step("Optional", hold(20), prepare=0, optional=True),
        step("Kept", hold(20), prepare=0),
    )
    assert names(fit(made, ms(60)).routine) == ["Pair", "Kept"]
    assert names(fit(made, ms(59)).routine) == ["Optional", "Kept"]
    assert names(fit(made, ms(20)).routine) == ["Kept"]


def test_one_sided_steps_of_an_exercise_go_together() -> None:
    made = routine(
        step("Hug", hold(20), prepare=0, sides=Sides.LEFT),
        step("Roll", hold(20), prepare=0),
        step("Hug", hold(20), prepare=0, sides=Sides.RIGHT),
        step("End", hold(20), prepare=0),
    )
    assert names(fit(made, ms(79)).routine) == ["Roll", "End"]


def test_one_sided_steps_of_different_names_that_follow_each_other_go_together() -> None:
    made = routine(
        step("Left knee hug", hold(20), prepare=0, sides=Sides.LEFT, optional=True),
        step("Right knee hug", hold(20), prepare=0, sides=Sides.RIGHT, optional=True),
        step("End", hold(20), prepare=0),
    )
    assert names(fit(made, ms(59)).routine) == ["End"]


def test_a_one_sided_step_without_a_partner_always_stays() -> None:
    made = routine(
        step("Left only", hold(20), prepare=0, sides=Sides.LEFT, optional=True),
        step("Left too", hold(20), prepare=0, sides=Sides.LEFT, optional=True),
        step("Elsewhere", hold(20), prepare=0, sides=Sides.RIGHT, optional=True, position=Position.PRONE),
        step("End", hold(20), prepare=0),
    )
    with pytest.raises(CannotFitError):
        fit(made, ms(79))


def test_a_block_that_holds_one_side_alone_does_not_go() -> None:
    left, right = (step("Hug", hold(20), prepare=0, sides=side) for side in (Sides.LEFT, Sides.RIGHT))
    apart = routine(repeat(1, left, optional=True), right, step("End", hold(20), prepare=0))
    assert names(fit(apart, ms(59)).routine) == ["End"]
    whole = routine(repeat(1, left, right, optional=True), step("End", hold(20), prepare=0))
    assert names(fit(whole, ms(59)).routine) == ["End"]


def test_where_priorities_meet_nothing_any_combination_does() -> None:
    made = routine(
        step("A", hold(50), prepare=0, optional=True, priority=1),
        step("B", hold(40), prepare=0, optional=True, priority=2),
        step("C", hold(30), prepare=0, optional=True, priority=3),
        step("End", hold(10), prepare=0),
    )
    assert names(fit(made, ms(50)).routine) == ["B", "End"]
    assert names(fit(made, ms(55)).routine) == ["B", "End"]


def test_many_steps_are_left_out_by_priority_alone() -> None:
    some = [step(f"S{n}", hold(10), prepare=0, optional=True) for n in range(9)]
    made = routine(
        *some, step("Large", hold(60), prepare=0, optional=True, priority=9), step("End", hold(10), prepare=0)
    )
    assert names(fit(made, ms(70)).routine) == ["Large", "End"]
    assert names(fit(made, ms(69)).routine) == ["S0", "S1", "S2", "S3", "S4", "End"]


def test_the_quiet_end_and_the_last_step_stay() -> None:
    quiet = step("Breathe", hold(20), prepare=0, kind=Kind.BREATHING, optional=True)
    made = routine(step("A", hold(20), prepare=0, optional=True), quiet, step("Lie", hold(20), kind=Kind.RELAXATION))
    assert names(fit(made, ms(48)).routine) == ["Breathe", "Lie"]
    with pytest.raises(CannotFitError):
        fit(made, ms(47))


def test_an_optional_block_goes_whole_and_an_optional_step_in_a_block_from_every_round() -> None:
    inner = step("Inner", hold(10), prepare=0, optional=True)
    block = repeat(2, step("Base", hold(10), prepare=0), inner, rest=0)
    assert names(fit(routine(block, step("End", hold(10), prepare=0)), ms(30)).routine) == ["Base", "End"]
    whole = repeat(2, step("Base", hold(10), prepare=0), optional=True)
    assert names(fit(routine(whole, step("End", hold(10), prepare=0)), ms(10)).routine) == ["End"]


def test_what_cannot_be_met_names_the_shortest_and_the_longest() -> None:
    made = routine(step("A", hold(40, 20, 60), prepare=0, optional=True), step("B", hold(30, 10, 90), prepare=0))
    with pytest.raises(CannotFitError) as error:
        fit(made, ms(5))
    assert (error.value.shortest, error.value.longest) == (10_000, 150_000) == possible(made)
    with pytest.raises(CannotFitError):
        fit(made, ms(151))


def test_no_more_is_left_out_than_needed_where_a_smaller_step_does() -> None:
    made = routine(
        step("Small", hold(10), prepare=0, optional=True, priority=1),
        step("Large", hold(60), prepare=0, optional=True, priority=2),
        step("End", hold(20, 20, 30), prepare=0),
    )
    assert names(fit(made, ms(30)).routine) == ["Small", "End"]


def test_a_large_block_is_rebuilt_in_place() -> None:
    made = routine(repeat(2, step("A", hold(40, 20, 40), prepare=0), rest=5), step("B", hold(10), prepare=0))
    fitted = fit(made, ms(65)).routine
    assert isinstance(fitted.items[0], Repeat)
    assert fitted.steps[0].lasting.duration == 25_000
