"""Holds shrink and grow within their bounds, repetitions stay whole."""

from __future__ import annotations

from relaxtimer.core.fit import fit
from relaxtimer.core.lasting import Part, Parts
from relaxtimer.core.length import length
from tests.core.fitting.names import QUIET_END
from tests.core.making import TEMPO, hold, ms, reps, routine, step, two_sided, until_ready


def test_a_routine_that_fits_is_left_as_it_is() -> None:
    made = routine(step("A", hold(30, 20, 60), prepare=8), QUIET_END)
    assert fit(made, length(made)).routine == made


def test_holds_shrink_by_the_same_share_of_their_room() -> None:
    made = routine(step("A", hold(40, 20, 60), prepare=0), step("B", hold(60, 20, 60), prepare=0))
    fitted = fit(made, ms(70)).routine
    assert [each.lasting.duration for each in fitted.steps] == [30_000, 40_000]


def test_holds_grow_by_the_same_share_of_their_room() -> None:
    made = routine(step("A", hold(40, 20, 60), prepare=0), step("B", hold(60, 20, 100), prepare=0))
    fitted = fit(made, ms(130)).routine
    assert [each.lasting.duration for each in fitted.steps] == [50_000, 80_000]


def test_repetitions_stay_whole_and_the_holds_take_up_the_difference() -> None:
    made = routine(step("A", reps(8, 4, 12), prepare=0), step("B", hold(60, 20, 60), prepare=0))
    fitted = fit(made, ms(71)).routine
    assert length(fitted) == 71_000
    assert fitted.steps[0].lasting.duration % TEMPO.duration == 0


def test_a_step_without_bounds_keeps_its_length() -> None:
    made = routine(step("A", hold(40), prepare=0), step("B", hold(60, 20, 60), prepare=0))
    assert fit(made, ms(70)).routine.steps[0].lasting.duration == 40_000


def test_both_sides_shrink_alike_even_by_an_odd_second() -> None:
    made = routine(two_sided("A", hold(30, 10, 30), prepare=0, switch=0))
    fitted = fit(made, ms(41)).routine
    assert length(fitted) == 41_000
    assert fitted.steps[0].lasting.duration == 20_500


def test_parts_shrink_together_in_their_proportion() -> None:
    lasting = Parts(
        tuple(Part(name=name, lasting=hold(seconds)) for name, seconds in (("Low", 30), ("High", 10))), ms(20), ms(60)
    )
    fitted = fit(routine(step("A", lasting, prepare=0)), ms(20)).routine.steps[0].lasting
    assert isinstance(fitted, Parts)
    assert [part.duration for part in fitted.parts] == [15_000, 5_000]


def test_time_left_over_by_whole_cycles_is_given_to_further_cycles() -> None:
    made = routine(*(step(name, reps(5, 1, 10), prepare=0) for name in "ABC"))
    fitted = fit(made, ms(71)).routine
    assert sorted(each.lasting.duration for each in fitted.steps) == [20_000, 24_000, 24_000]


def test_between_two_possible_lengths_the_nearest_below_is_taken() -> None:
    made = routine(step("A", hold(60), prepare=0, optional=True), step("B", hold(20), prepare=0))
    assert length(fit(made, ms(50)).routine) == 20_000


def test_waits_and_paced_parts_keep_their_length() -> None:
    paced = Parts((Part(name="Fist", lasting=reps(1)),), ms(1), ms(100))
    made = routine(
        step("A", paced, prepare=0), step("W", until_ready(30), prepare=0), step("B", hold(20, 10), prepare=0)
    )
    fitted = fit(made, ms(44)).routine
    assert [each.lasting.duration for each in fitted.steps] == [4_000, 30_000, 10_000]
