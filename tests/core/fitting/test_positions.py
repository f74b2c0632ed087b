"""Where steps are left out the body still has its time to turn."""

from __future__ import annotations

from relaxtimer.core.body import Position
from relaxtimer.core.fit import fit
from tests.core.making import hold, ms, routine, step


def test_time_to_get_down_to_the_floor_moves_to_the_next_step_there() -> None:
    made = routine(
        step("Stand", hold(20), prepare=0, position=Position.STANDING),
        step("Tilt", hold(20), prepare=25, optional=True),
        step("Rolls", hold(20), prepare=5),
    )
    fitted = fit(made, ms(65)).routine
    assert [(each.name, each.prepare) for each in fitted.steps] == [("Stand", 0), ("Rolls", 25_000)]


def test_a_change_of_position_has_the_time_it_takes() -> None:
    made = routine(
        step("Stand", hold(20), prepare=0, position=Position.STANDING),
        step("Kneel", hold(20), prepare=10, position=Position.KNEELING, optional=True),
        step("Lie", hold(20), prepare=5),
    )
    assert fit(made, ms(60)).routine.steps[-1].prepare == 12_000


def test_a_prepare_for_a_position_that_is_kept_does_not_grow() -> None:
    made = routine(
        step("A", hold(20), prepare=10),
        step("Turn", hold(20), prepare=15, position=Position.PRONE, optional=True),
        step("B", hold(20), prepare=5),
    )
    assert fit(made, ms(55)).routine.steps[-1].prepare == 5_000


def test_the_first_step_left_over_needs_no_turn() -> None:
    made = routine(step("A", hold(20), prepare=30, optional=True), step("B", hold(20), prepare=5))
    assert fit(made, ms(50)).routine.steps[0].prepare == 30_000


def test_a_way_up_leaves_one_standing() -> None:
    made = routine(
        step("Roll up", hold(20), prepare=0, ends=Position.STANDING),
        step("Circles", hold(20), prepare=9, position=Position.STANDING, optional=True),
        step("March", hold(20), prepare=0, position=Position.STANDING),
    )
    assert fit(made, ms(40)).routine.steps[-1].prepare == 0
