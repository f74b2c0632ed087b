from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxtimer.core.body import Kind, Position, Sides
from relaxtimer.core.fit import CannotFitError, fit, possible
from relaxtimer.core.lasting import Breaths, Part, Parts
from relaxtimer.core.length import length
from relaxtimer.core.routine import Item, Repeat, Routine, Step
from relaxtimer.core.speech import speaking_time
from relaxtimer.core.timeline import Timeline
from tests.core.making import BREATH, TEMPO, hold, ms, parts, repeat, reps, routine, step, two_sided, until_ready

QUIET_END = step("Rest", hold(50, 30, 180), kind=Kind.RELAXATION, prepare=8)


def names(made: Routine) -> list[str]:
    return [each.name for each in made.steps]


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


def test_time_left_over_by_whole_cycles_is_given_to_further_cycles() -> None:
    made = routine(*(step(name, reps(5, 1, 10), prepare=0) for name in "ABC"))
    fitted = fit(made, ms(71)).routine
    assert sorted(each.lasting.duration for each in fitted.steps) == [20_000, 24_000, 24_000]


def test_a_way_up_leaves_one_standing() -> None:
    made = routine(
        step("Roll up", hold(20), prepare=0, ends=Position.STANDING),
        step("Circles", hold(20), prepare=9, position=Position.STANDING, optional=True),
        step("March", hold(20), prepare=0, position=Position.STANDING),
    )
    assert fit(made, ms(40)).routine.steps[-1].prepare == 0


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


BOUNDED = st.tuples(st.integers(5, 60), st.integers(0, 55), st.integers(0, 60)).map(
    lambda n: hold(n[0], max(n[0] - n[1], 1), n[0] + n[2])
)
STEPS = st.builds(
    step,
    st.sampled_from(["Hug", "Roll", "Rest"]),
    st.one_of(BOUNDED, st.integers(4, 8).map(lambda n: reps(n, 2, 12)), st.integers(5, 30).map(parts)),
    prepare=st.integers(0, 20),
    switch=st.integers(0, 8),
    sides=st.sampled_from(list(Sides)),
    position=st.sampled_from(list(Position)),
    kind=st.sampled_from(list(Kind)),
    optional=st.booleans(),
    priority=st.integers(1, 9),
)
ITEMS: st.SearchStrategy[list[Item]] = st.lists(
    st.one_of(STEPS, st.builds(repeat, st.integers(1, 3), STEPS, STEPS, rest=st.integers(0, 9))), min_size=1, max_size=6
)


@given(ITEMS, st.integers(1, 1_200))
@settings(max_examples=200)
def test_fitting_never_breaks_a_bound(items: list[Item], seconds: int) -> None:
    made = routine(*items)
    shortest, longest = possible(made)
    try:
        fitted = fit(made, ms(seconds)).routine
    except CannotFitError:
        assert not shortest <= ms(seconds) <= longest
        return
    assert Timeline.of(fitted).total <= ms(seconds)
    remaining = list(fitted.steps)
    for before in made.steps:
        if remaining and same(before, remaining[0]):
            after = remaining.pop(0)
            assert before.lasting.least <= after.lasting.duration <= before.lasting.most
            assert after.prepare >= before.prepare
    assert not remaining
    assert fitted.steps[-1].name == made.steps[-1].name
    assert balanced(made, fitted)


def same(before: Step, after: Step) -> bool:
    return (before.name, before.sides, before.position, before.kind, before.priority, type(before.lasting)) == (
        after.name,
        after.sides,
        after.position,
        after.kind,
        after.priority,
        type(after.lasting),
    ) and before.prepare <= after.prepare


def sides_of(made: Routine) -> set[tuple[str, Sides]]:
    return {(each.name, each.sides) for each in made.steps if each.sides in {Sides.LEFT, Sides.RIGHT}}


def balanced(made: Routine, fitted: Routine) -> bool:
    """No exercise keeps one of its one-sided steps and loses another."""
    for name in {name for name, _ in sides_of(made)}:
        counts = [
            sum(1 for each in side.steps if each.name == name and each.sides in {Sides.LEFT, Sides.RIGHT})
            for side in (made, fitted)
        ]
        if counts[1] not in {0, counts[0]}:
            return False
    return True


def test_a_large_block_is_rebuilt_in_place() -> None:
    made = routine(repeat(2, step("A", hold(40, 20, 40), prepare=0), rest=5), step("B", hold(10), prepare=0))
    fitted = fit(made, ms(65)).routine
    assert isinstance(fitted.items[0], Repeat)
    assert fitted.steps[0].lasting.duration == 25_000


SENTENCES = ("Sit tall and let both shoulders sink.", "Reach as far as it is easy.", "Let the head hang and wait.")


def test_a_hold_never_shrinks_below_the_end_of_its_last_sentence() -> None:
    made = routine(step("Reach", hold(60, 5, 60), prepare=0, say=SENTENCES), step("Hug", hold(60, 5, 60), prepare=0))
    reach, hug = fit(made, ms(40)).routine.steps
    assert hug.lasting.duration < 20_000
    last = [cue for cue in Timeline.of(routine(reach)).cues if cue.text == SENTENCES[-1]]
    assert last[0].at + speaking_time(SENTENCES[-1]) + ms(3) < reach.lasting.duration
    shortest, _ = possible(made)
    assert shortest > ms(20)
    with pytest.raises(CannotFitError) as error:
        fit(made, ms(20))
    assert error.value.shortest == shortest


def test_words_that_are_said_while_one_gets_into_place_keep_no_hold_long() -> None:
    made = routine(step("Reach", hold(60, 10, 60), prepare=20, say=SENTENCES[:2]))
    assert fit(made, ms(30)).routine.steps[0].lasting.duration == 10_000


def test_each_part_keeps_time_for_what_is_said_of_it() -> None:
    say = "Press into the thick muscle beside the spine and wait."
    spots = Parts((Part(name="Low", lasting=hold(40)), Part(name="High", lasting=hold(10), say=say)), ms(10), ms(50))
    made = routine(step("Ball", spots, prepare=8), step("Rest", hold(60, 5, 60), prepare=0))
    kept = fit(made, possible(made)[0]).routine.steps[0].lasting
    assert isinstance(kept, Parts)
    assert kept.parts[1].duration > speaking_time(f"High. {say}")


def test_a_step_whose_words_have_no_time_as_it_is_stays_as_it_is() -> None:
    much = step("Reach", hold(10, 5, 20), prepare=0, say=SENTENCES)
    made = routine(much, step("Hug", hold(60, 5, 60), prepare=0))
    assert fit(made, ms(40)).routine.steps[0] == much


def test_only_the_first_round_needs_the_time_for_words_and_all_rounds_are_alike() -> None:
    made = routine(repeat(3, step("Reach", hold(60, 5, 60), prepare=0, say=SENTENCES)))
    least = possible(routine(*made.steps))[0]
    assert possible(made)[0] >= 3 * least


def test_breaths_keep_one_that_is_clear_of_words_to_be_named() -> None:
    breathe = step("Breathe", Breaths(9, BREATH, 1, 9), prepare=0, say=SENTENCES)
    made = routine(breathe, step("Hug", hold(60, 5, 60), prepare=0))
    kept = fit(made, possible(made)[0]).routine.steps[0]
    last = next(cue for cue in Timeline.of(routine(kept)).cues if cue.text == SENTENCES[-1])
    assert last.at + speaking_time(SENTENCES[-1]) <= kept.lasting.duration - BREATH.duration
    before = step("Breathe", Breaths(9, BREATH, 1, 9), prepare=20, say=SENTENCES)
    assert fit(routine(before), possible(routine(before))[0]).routine.steps[0].lasting.duration == BREATH.duration


def test_a_sentence_about_one_phase_keeps_the_time_to_wait_for_it() -> None:
    said, waits = (
        possible(routine(step("Breathe", Breaths(9, BREATH, 1, 9), prepare=0, say=(words,))))[0]
        for words in ("Loose, slow and quiet.", "Out, slow and quiet.")
    )
    assert waits == said + BREATH.duration


def test_a_sentence_that_has_to_wait_for_the_next_part_keeps_its_time_there() -> None:
    spots = Parts((Part(name="Low", lasting=hold(4)), Part(name="High", lasting=hold(30))), ms(8), ms(34))
    shortest = possible(routine(step("Ball", spots, prepare=0, say=SENTENCES)))[0]
    assert ms(15) < shortest < ms(34)
