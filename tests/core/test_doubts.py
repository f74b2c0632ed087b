from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from relaxtimer.core.body import Kind, Position, Sides
from relaxtimer.core.conditions import Condition
from relaxtimer.core.doubts import doubts, doubts_of_exercise
from relaxtimer.core.lasting import Breaths, Hold, Part, Parts
from relaxtimer.core.pattern import Breath, Motion, PatternPhase
from relaxtimer.core.routine import Item, Step
from relaxtimer.core.timeline import Timeline
from tests.core.making import hold, parts, repeat, reps, routine, step, timeline, two_sided, until_ready


def standing(name: str = "Stand", **fields: Any) -> Step:  # noqa: ANN401 - whatever else a step has
    return step(name, position=Position.STANDING, **fields)


def said(*items: Item, **fields: Any) -> list[str]:  # noqa: ANN401 - as above
    """Give the doubts about a routine; unless it says otherwise, it tells how to get up."""
    return [doubt.message for doubt in doubts(timeline(*items, **{"after": ("Roll to one side.",), **fields}))]


def held(seconds: int, count: int = 4) -> Breaths:
    phases = (
        PatternPhase(Motion.IN, 4_000),
        PatternPhase(Motion.HOLD, seconds * 1_000),
        PatternPhase(Motion.OUT, 8_000),
    )
    return Breaths(count, Breath(phases))


def breathing(lasting: Breaths, **fields: Any) -> Step:  # noqa: ANN401 - as above
    return step("Hold", lasting, kind=Kind.BREATHING, position=Position.SITTING, **fields)


def test_a_calm_routine_raises_no_doubt() -> None:
    assert said(standing(), step("Lie", prepare=20, say=("Lie down.",)), two_sided("Hug")) == []


def test_a_doubt_names_the_step_it_is_about_and_the_whole_routine_comes_last() -> None:
    found = doubts(timeline(standing(), step("Lie", prepare=3), step("Hold", hold(90))))
    assert [doubt.step for doubt in found] == [2, 3, None]


# The way up


def test_ending_on_the_floor_without_a_word_on_getting_up() -> None:
    assert said(step(), after=()) == [
        "it ends on your back, and nothing says how to get up; say it in `after`, or end with log-roll-up"
    ]


def test_words_at_the_end_tell_the_way_up() -> None:
    assert said(step(), after=("Roll to one side and push up.",)) == []


def test_a_last_step_that_ends_in_standing_is_a_way_up() -> None:
    way_up = step("Way up", position=Position.SIDE_LYING, ends=Position.STANDING)
    assert said(step(), way_up, after=()) == []


@pytest.mark.parametrize("position", [Position.STANDING, Position.SITTING, Position.WALKING])
def test_ending_off_the_floor_needs_no_way_up(position: Position) -> None:
    assert said(step("End", position=position), after=()) == []


# Changes of position


def test_too_little_time_to_get_down_to_the_floor() -> None:
    assert said(standing(), step("Lie", prepare=9)) == [
        "step 2: 9 s to get from standing to on your back; give it a prepare of 12 s or more"
    ]


def test_a_rest_before_counts_as_time_to_get_down() -> None:
    assert said(standing(rest=5), step("Lie", prepare=9)) == []


def test_a_step_without_prepare_has_no_time_at_all() -> None:
    assert "step 2: 0 s to get from standing to walking" not in said(
        standing(), step("Walk", position=Position.WALKING, prepare=0)
    )
    assert said(standing(), step("Lie", prepare=0))[0].startswith("step 2: 0 s to get from standing to on your back")


def test_time_to_turn_is_asked_for_from_the_position_a_step_ends_in() -> None:
    up = step("Up", position=Position.SIDE_LYING, ends=Position.STANDING)
    assert said(up, standing("Walk on", prepare=0)) == []


def test_a_turn_between_rounds_is_told_once() -> None:
    block = repeat(3, step("Lie", prepare=20), standing(prepare=20))
    assert said(block) == ["it goes down to the floor 3 times; keep the steps on the floor together"]
    hurried = repeat(2, step("Lie", prepare=4), standing(prepare=20))
    assert said(hurried) == ["step 1: 4 s to get from standing to on your back; give it a prepare of 12 s or more"]


def test_turning_over_takes_time_too() -> None:
    lying = two_sided("Clam", position=Position.SIDE_LYING, switch=5)
    assert said(lying) == ["step 1: 5 s to turn over to the other side; give it a switch of 8 s or more"]
    assert said(replace(lying, switch=8_000)) == []


def test_going_down_twice_is_fine_and_getting_up_between_counts() -> None:
    down, up = step("Lie", prepare=20), step("Up", position=Position.SIDE_LYING, ends=Position.STANDING)
    assert said(down, up, replace(down, name="Again")) == []
    assert said(down, up, down, up, down)[-1].startswith("it goes down to the floor 3 times")


# Both sides


def test_one_side_worked_longer_than_the_other() -> None:
    left = step("Hip", hold(30), sides=Sides.LEFT)
    right = step("Hip", hold(45), sides=Sides.RIGHT)
    assert said(left, right) == ["step 1: Hip: 30 seconds on the left and 45 seconds on the right in all"]
    assert said(left, replace(right, lasting=hold(30))) == []


def test_a_side_left_out_altogether() -> None:
    assert said(step("Hip", sides=Sides.RIGHT)) == [
        "step 1: Hip: 0 seconds on the left and 20 seconds on the right in all"
    ]


def test_sides_are_weighed_by_exercise_whatever_it_is_called() -> None:
    left = step("This hip", id="hip", sides=Sides.LEFT)
    assert said(left, step("That hip", id="hip", sides=Sides.RIGHT)) == []


# Amounts


@pytest.mark.parametrize(("seconds", "doubted"), [(60, False), (61, True)])
def test_a_stretch_held_for_more_than_a_minute(seconds: int, *, doubted: bool) -> None:
    found = said(step("Stretch", hold(seconds)))
    assert bool(found) is doubted
    assert not doubted or "a stretch held for 1 minute 1 second" in found[0]


def test_repetitions_and_waiting_are_not_a_held_stretch() -> None:
    assert said(step("Rock", reps(30))) == []
    assert said(step("Rest in it", until_ready(120))) == []


@pytest.mark.parametrize(("seconds", "doubted"), [(120, False), (125, True)])
def test_one_spot_of_a_massage_for_more_than_two_minutes(seconds: int, *, doubted: bool) -> None:
    found = said(step("Ball", parts(30, seconds), kind=Kind.SELF_MASSAGE))
    assert bool(found) is doubted
    assert not doubted or found == [
        "step 1: 2 minutes 5 seconds on one spot; 30 to 60 seconds are usual, 2 minutes are the most"
    ]


def test_lying_still_may_take_its_time() -> None:
    assert said(step("Rest", hold(900), kind=Kind.RELAXATION)) == []


# Breath


def test_a_held_breath_asks_what_some_do_instead() -> None:
    codes = "preg, cardio, resp, eye, panic"
    assert said(breathing(held(4))) == [
        f"step 1: the breath is held; say what those with {codes} do: `avoid`, `adapt` or `instead`"
    ]


def test_codes_of_step_and_routine_answer_for_a_held_breath() -> None:
    own = breathing(
        held(4),
        avoid=frozenset({Condition.PREGNANCY}),
        adapt={Condition.HEART: "No hold."},
        instead={Condition.LUNGS: "long-exhale"},
    )
    around = {"avoid": frozenset({Condition.EYES}), "instead": {Condition.PANIC: "body-scan"}}
    assert said(own, **around) == []
    assert said(own) == ["step 1: the breath is held; say what those with eye, panic do: `avoid`, `adapt` or `instead`"]


def test_a_caution_answers_for_a_held_breath() -> None:
    assert said(breathing(held(4), cautions=("Leave the hold out whenever you like.",))) == []


def test_a_breath_without_a_hold_asks_nothing() -> None:
    easy = Breath((PatternPhase(Motion.IN, 4_000), PatternPhase(Motion.OUT, 6_000)))
    assert said(breathing(Breaths(30, easy))) == []


@pytest.mark.parametrize(("count", "doubted"), [(8, False), (9, True)])
def test_a_long_hold_of_the_breath_is_done_a_few_times_at_most(count: int, *, doubted: bool) -> None:
    found = said(breathing(held(7, count), cautions=("Leave the hold out.",)))
    assert found == (["step 1: 9 breaths held for 7 s; 8 in a row are the most"] if doubted else [])


def test_a_short_hold_may_be_done_often() -> None:
    assert said(breathing(held(4, 20), cautions=("Leave the hold out.",))) == []


# An exercise of the library by itself


def test_an_exercise_is_doubted_for_what_hangs_on_itself_alone() -> None:
    one = step("Long", hold(90), say=("word " * 200,), prepare=0)
    assert doubts_of_exercise(one) == ("a stretch held for 1 minute 30 seconds; 10 to 60 seconds at a time are enough",)


def test_parts_with_a_breath_are_looked_into() -> None:
    held_part = Part(name="Chest", lasting=held(4), prepare=2_000)
    lasting = Parts((Part(name="Belly", lasting=Hold(10_000)), held_part))
    made = Timeline.of(routine(step("Breathe", lasting, kind=Kind.BREATHING), after=("Up.",)))
    assert len(doubts(made)) == 1


@pytest.mark.parametrize("where", ["say", "show"])
def test_pressure_beyond_five_out_of_ten_is_doubted(where: str) -> None:
    hard = replace(standing(kind=Kind.SELF_MASSAGE), **{where: ("Lean in, 8 out of 10.",)})
    assert any("“8 out of 10” is harder than self-massage needs" in doubt for doubt in said(hard))
    assert not any("harder" in doubt for doubt in said(replace(standing(), **{where: ("Pain of 8 out of 10: stop.",)})))


@pytest.mark.parametrize(("seconds", "doubted"), [(1.3, True), (2.45, True), (2, False), (12.5, False)])
def test_minutes_that_are_written_with_a_point_are_doubted(seconds: float, doubted: bool) -> None:  # noqa: FBT001
    found = [doubt.message for doubt in doubts(timeline(step("Hug", hold(seconds), prepare=8)))]
    assert any("written with a colon, as 1:30" in message for message in found) is doubted


@pytest.mark.parametrize(
    ("phases", "doubted"), [((4, 30, 60, 30), True), ((4, 7, 8, 0), False), ((10, 0, 20, 0), False)]
)
def test_a_breath_slower_than_two_a_minute_is_doubted(phases: tuple[int, ...], doubted: bool) -> None:  # noqa: FBT001
    motions = (Motion.IN, Motion.HOLD, Motion.OUT, Motion.REST)
    pattern = Breath(
        tuple(PatternPhase(motion, 1_000 * each) for motion, each in zip(motions, phases, strict=True) if each)
    )
    made = step("Breathe", Breaths(6, pattern), kind=Kind.BREATHING, prepare=8)
    assert any("one breath of" in doubt.message for doubt in doubts(timeline(made))) is doubted


@pytest.mark.parametrize(
    ("fields", "doubted"),
    [
        ({"kind": Kind.MOBILITY}, True),
        ({"kind": Kind.STABILISATION}, True),
        ({"kind": Kind.RELAXATION}, False),
        ({"kind": Kind.MOBILITY, "position": Position.WALKING}, False),
    ],
)
def test_half_an_hour_of_one_movement_is_doubted(fields: dict[str, Any], doubted: bool) -> None:  # noqa: FBT001
    found = doubts(timeline(step("Move", hold(1_800), prepare=8, **fields)))
    assert any("of one movement" in doubt.message for doubt in found) is doubted
