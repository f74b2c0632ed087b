from __future__ import annotations

import pytest

from relaxtimer.core.body import Side, Sides
from relaxtimer.core.lasting import Hold
from relaxtimer.core.pattern import Motion
from relaxtimer.core.segment import Phase, Round
from relaxtimer.core.timeline import Timeline
from tests.core.making import (
    BREATH,
    breaths,
    hold,
    parts,
    repeat,
    reps,
    routine,
    step,
    timeline,
    two_sided,
    until_ready,
)


def spans(made: Timeline) -> list[tuple[float, float, str]]:
    return [(each.start / 1_000, each.end / 1_000, each.phase.value) for each in made.segments]


def test_a_step_is_prepare_and_then_work() -> None:
    assert spans(timeline(step(prepare=8, lasting=hold(20)))) == [(0, 8, "prepare"), (8, 28, "work")]


def test_a_prepare_of_no_length_is_left_out() -> None:
    assert spans(timeline(step(prepare=0, lasting=hold(20)))) == [(0, 20, "work")]


def test_both_sides_have_the_full_time_with_one_switch_between() -> None:
    made = timeline(two_sided(prepare=8, switch=5, lasting=hold(20)))
    assert spans(made) == [(0, 8, "prepare"), (8, 28, "work"), (28, 33, "switch"), (33, 53, "work")]
    assert [each.side for each in made.segments] == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT]


def test_the_right_side_can_come_first() -> None:
    made = Timeline.of(routine(two_sided()), Side.RIGHT)
    assert [each.side for each in made.segments if each.phase is Phase.WORK] == [Side.RIGHT, Side.LEFT]


def test_a_step_of_one_side_has_that_side_alone() -> None:
    made = timeline(step(sides=Sides.RIGHT))
    assert {each.side for each in made.segments} == {Side.RIGHT}


def test_the_rest_after_the_last_round_is_dropped() -> None:
    made = timeline(repeat(3, step(prepare=0, lasting=hold(30)), rest=15), step(prepare=0, lasting=hold(10)))
    assert spans(made) == [
        (0, 30, "work"),
        (30, 45, "rest"),
        (45, 75, "work"),
        (75, 90, "rest"),
        (90, 120, "work"),
        (120, 130, "work"),
    ]


def test_rounds_are_counted_within_the_innermost_block() -> None:
    made = timeline(repeat(2, repeat(2, step(prepare=0))))
    assert [each.round for each in made.segments] == [Round(1, 2), Round(2, 2), Round(1, 2), Round(2, 2)]


def test_nested_blocks_add_their_rests_between_their_rounds() -> None:
    made = timeline(repeat(2, repeat(2, step(prepare=0, lasting=hold(10)), rest=3), rest=20), step(prepare=0))
    assert [each.duration for each in made.segments if each.phase is Phase.REST] == [3_000, 20_000, 3_000]


def test_a_step_keeps_its_number_in_every_round() -> None:
    made = timeline(step("A"), repeat(2, step("B"), step("C")), step("D"))
    assert [each.number for each in made.occurrences] == [1, 2, 3, 2, 3, 4]
    assert made.steps == 4


def test_a_rest_after_a_step_is_kept_between_steps_and_dropped_at_the_end() -> None:
    made = timeline(step("A", prepare=0, rest=5), step("B", prepare=0, rest=5))
    assert [each.phase.value for each in made.segments] == ["work", "rest", "work"]


def test_parts_follow_one_another_each_with_its_prepare() -> None:
    made = timeline(step(prepare=0, lasting=parts(6, 10, prepare=4)))
    assert spans(made) == [(0, 4, "prepare"), (4, 10, "work"), (10, 14, "prepare"), (14, 24, "work")]
    assert [each.part.name if each.part else None for each in made.segments] == ["Spot 1", "Spot 1", "Spot 2", "Spot 2"]


def test_breaths_are_paced_to_the_end() -> None:
    made = timeline(step(prepare=0, lasting=breaths(2)))
    assert made.total == 20_000
    pace = made.at(15_000).pace
    assert pace is not None
    assert (pace.phase.motion, pace.elapsed, pace.remaining, pace.cycle, pace.cycles) == (
        Motion.OUT,
        1_000,
        5_000,
        2,
        2,
    )


def test_repetitions_are_paced_at_their_tempo() -> None:
    pace = timeline(step(prepare=0, lasting=reps(3))).at(6_000).pace
    assert pace is not None
    assert (pace.phase.say, pace.phase.motion, pace.cycle) == (None, Motion.DOWN, 2)


def test_a_hold_with_a_breath_paces_whole_breaths_and_then_leaves_the_rest_quiet() -> None:
    made = timeline(step(prepare=0, lasting=Hold(25_000, breath=BREATH)))
    assert made.segments[0].cycles == 2
    assert made.at(19_999).pace is not None
    assert made.at(20_000).pace is None


def test_a_hold_too_short_for_its_breath_has_no_pace() -> None:
    assert timeline(step(prepare=0, lasting=Hold(9_000, breath=BREATH))).segments[0].pattern is None


def test_a_step_until_ready_counts_as_about_its_time_and_waits() -> None:
    made = timeline(step(prepare=0, lasting=until_ready(60)))
    assert (made.total, made.segments[0].waits) == (60_000, True)


def test_what_is_at_a_boundary_is_the_segment_that_starts_there() -> None:
    made = timeline(step(prepare=8, lasting=hold(20)))
    moment = made.at(8_000)
    assert (moment.index, moment.elapsed, moment.remaining) == (1, 0, 20_000)


def test_what_is_at_the_end_is_the_last_segment_with_nothing_left() -> None:
    made = timeline(step(prepare=8, lasting=hold(20)))
    assert (made.at(28_000).index, made.at(28_000).remaining) == (1, 0)


@pytest.mark.parametrize("position", [-1, 28_001])
def test_a_position_outside_the_timeline_is_refused(position: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        timeline(step(prepare=8, lasting=hold(20))).at(position)


def test_a_rest_belongs_to_the_step_before_it_but_not_to_its_span() -> None:
    made = timeline(step("A", prepare=0, rest=5, lasting=hold(10)), step("B", prepare=0))
    occurrence = made.occurrence_at(12_000)
    assert (occurrence.index, occurrence.start, occurrence.end) == (0, 0, 10_000)


def test_an_empty_timeline_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Timeline(routine(step()), ())
