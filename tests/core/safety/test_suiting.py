"""A routine made to suit a person: what is replaced, what stays, and that nothing avoided is ever left."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relaxtimer.core.body import QUIET, Kind, Position, Sides
from relaxtimer.core.conditions import Condition
from relaxtimer.core.lasting import Repetitions
from relaxtimer.core.length import length
from relaxtimer.core.routine import Routine, Step
from relaxtimer.core.safety.morning import is_morning, minutes_of
from relaxtimer.core.safety.offers import to_offer
from relaxtimer.core.safety.reasons import MORNING, NO_TOOLS, Today
from relaxtimer.core.safety.rules import against, holds_breath, uses_tool
from relaxtimer.core.safety.suiting import REST, Suited, suited
from relaxtimer.core.safety.told import changes_told, not_for
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.library.listing import listing
from relaxtimer.library.shelves import Shelves
from tests.core.making import HELD, breaths, hold, parts, repeat, reps, routine, step, two_sided, until_ready

LIBRARY = Library()
CODES = st.frozensets(st.sampled_from(list(Condition)))
DAYS = st.builds(Today, CODES, st.booleans(), st.booleans())


@lru_cache
def bundled() -> tuple[Routine, ...]:
    return tuple(LIBRARY.routine(each.path).routine for each in listing(Shelves()).routines)


def today(*codes: str) -> Today:
    return Today(frozenset(map(Condition, codes)))


def suits(made: Routine, day: Today, **exercises: Step) -> Suited:
    return suited(made, day, lambda id_: exercises.get(id_.replace("-", "_")))


@pytest.mark.once
@given(st.sampled_from(bundled()), DAYS)
@settings(max_examples=300)
def test_no_combination_of_codes_ever_lets_an_avoided_exercise_through(made: Routine, day: Today) -> None:
    result = suited(made, day, LIBRARY.step)
    for each in result.routine.steps:
        assert not day.conditions & against(each)
        assert not day.reasons(each)
        physical = each.kind not in {Kind.BREATHING, Kind.RELAXATION} or holds_breath(each)
        assert not (day.conditions & made.avoid and physical)


@given(st.sampled_from(bundled()), DAYS)
@settings(max_examples=200)
def test_totals_and_the_starts_of_all_steps_stay(made: Routine, day: Today) -> None:
    result = suited(made, day, LIBRARY.step).routine
    assert length(result) == length(made)
    before, after = Timeline.of(made), Timeline.of(result)
    assert [each.start for each in after.occurrences] == [each.start for each in before.occurrences]


def test_without_anything_that_holds_nothing_is_touched() -> None:
    made = bundled()[0]
    assert suited(made, Today(), LIBRARY.step) == Suited(made)


# The table of codes: docs/content.md 2.3 and 4


@pytest.mark.parametrize(
    ("code", "name", "left"),
    [
        ("bleed", "Warm-palm sacral rub", {3, 4}),
        ("osteo", "Warm-palm sacral rub", {3, 4}),
        ("osteo", "Constructive rest", {10}),
        ("knee", "Seated pelvic clock", {9}),
        ("knee", "Breathing into the back", {10}),
    ],
)
def test_the_flagship_has_what_its_page_names_for_a_condition(code: str, name: str, left: set[int]) -> None:
    flagship = next(each for each in bundled() if each.id == "lower-back")
    found = suited(flagship, today(code), LIBRARY.step)
    assert left <= {change.number for change in found.changes if change.instead == name and change.chosen}
    assert found.mostly_left


def test_what_nothing_is_named_for_becomes_quiet_breathing_in_the_same_position() -> None:
    breathe = step("Breathe", breaths(6), kind=Kind.BREATHING, position=Position.SITTING, id="long-exhale-breathing")
    ball = step("Ball", hold(60), position=Position.STANDING, kind=Kind.SELF_MASSAGE, equipment=("tennis ball",))
    found = suits(routine(ball), today("bleed"), long_exhale_breathing=breathe)
    (done,) = found.routine.steps
    assert (done.name, done.position, done.lasting.duration, done.prepare) == (
        "Breathe",
        Position.STANDING,
        60_000,
        8_000,
    )
    assert (found.kept, found.whole, found.mostly_left) == (0, 60_000, False)


def test_where_even_that_does_not_suit_one_rests_on_the_side() -> None:
    prone = step("Prop", hold(30), position=Position.PRONE)
    (done,) = suits(routine(prone), today("preg")).routine.steps
    assert (done.name, done.position, done.lasting) == (REST, Position.SIDE_LYING, hold(30))


def test_what_is_named_may_name_something_else_that_suits_and_never_goes_in_circles() -> None:
    bleed, knee = Condition.BLEEDING, Condition.KNEE
    first = step("First", avoid=frozenset({bleed}), instead={bleed: "second"})
    second = step("Second", id="second", avoid=frozenset({knee}), instead={bleed: "second", knee: "third"})
    third = step("Third", id="third")
    found = suits(routine(first), today("bleed", "knee"), second=second, third=third)
    assert [each.name for each in found.routine.steps] == ["Third"]
    circle = suits(routine(first), today("bleed", "knee"), second=second)
    assert [each.name for each in circle.routine.steps] == [REST]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (step("Eight", reps(8), id="other"), 32_000),
        (step("Twenty", reps(8, longest=20), id="other"), 56_000),
        (step("Bounded", hold(20, longest=30), id="other"), 30_000),
        (step("Spots", parts(10, 10), id="other"), 20_000),
        (step("Ready", until_ready(30), id="other"), 59_000),
        (two_sided("Sides", hold(20), id="other"), 27_000),
    ],
)
def test_a_replacement_takes_the_slot_and_the_rest_of_it_is_time_to_get_into_place(other: Step, expected: int) -> None:
    made = routine(step("Out", hold(59), instead={Condition.KNEE: "other"}), step("Next"))
    found = suits(made, today("knee"), other=other)
    done = found.routine.steps[0]
    assert done.lasting.duration == expected
    assert length(found.routine) == length(made)
    assert found.mostly_left


def test_two_sides_that_do_not_fit_alike_are_not_begun() -> None:
    made = routine(step("Out", hold(12), instead={Condition.KNEE: "other"}))
    assert suits(made, today("knee"), other=two_sided("Sides", id="other")).routine.steps[0].name == REST


def test_a_block_is_counted_by_its_rounds() -> None:
    ball = step("Ball", hold(10), kind=Kind.SELF_MASSAGE)
    found = suits(routine(repeat(3, ball), step("Walk", hold(10))), today("skin"))
    assert (found.kept, found.whole) == (10_000, 40_000)
    assert {change.number for change in found.changes} == {1}


def test_how_somebody_does_a_step_is_said_first() -> None:
    made = routine(
        step("Glide", say=("Loose fists.",), show=("Set loose fists.",), adapt={Condition.BLEEDING: "Palms only."})
    )
    found = suits(made, today("bleed"))
    (done,) = found.routine.steps
    assert (done.say, done.show) == (("Palms only.", "Loose fists."), ("Palms only.", "Set loose fists."))
    assert changes_told(found.changes) == ("Blood thinners, a bleeding disorder, easy bruising: Step 1: Palms only.",)


def test_a_routine_that_names_a_condition_offers_others() -> None:
    flagship = next(each for each in bundled() if each.id == "lower-back")
    found = suited(flagship, today("acute"), LIBRARY.step)
    assert not_for(found, flagship) == "Lower back: the full release is not for: a spasm in the last 72 hours."
    assert to_offer(flagship, frozenset({Condition.ACUTE_SPASM}))[0] == "acute-spasm-calm"


def test_with_a_clot_nothing_that_moves_is_offered() -> None:
    flagship = next(each for each in bundled() if each.id == "lower-back")
    assert to_offer(flagship, frozenset({Condition.CLOT})) == ("resonance-breathing", "body-scan")


def test_less_than_half_is_told_and_half_is_enough() -> None:
    two = routine(step("Ball", hold(10), kind=Kind.SELF_MASSAGE), step("Walk", hold(10)))
    assert not_for(suits(two, today("skin")), two) == ""
    three = routine(step("Ball", hold(11), kind=Kind.SELF_MASSAGE), step("Walk", hold(10)))
    assert not_for(suits(three, today("skin")), three).startswith("Less than half of Test")


@given(st.sampled_from(bundled()), CODES)
def test_whatever_holds_something_is_offered_that_suits(made: Routine, codes: frozenset[Condition]) -> None:
    by_id = {each.id: each for each in bundled()}
    offered = [id_ for id_ in to_offer(made, codes) if suited(by_id[id_], Today(codes), LIBRARY.step).mostly_left]
    assert offered or suited(made, Today(codes), LIBRARY.step).mostly_left


# Routines of one's own


OWN = st.builds(
    lambda kind, position, lasting, sides, things, avoid, adapt, instead: step(
        "Own", lasting, kind=kind, position=position, sides=sides, equipment=things,
        avoid=avoid, adapt=dict.fromkeys(adapt, "Gently."), instead=instead,
    ),
    st.sampled_from(Kind),
    st.sampled_from(Position),
    st.sampled_from([hold(6), hold(40), breaths(3), reps(5), parts(9, 9), until_ready(30), Repetitions(4, HELD)]),
    st.sampled_from(Sides),
    st.sampled_from([(), ("tennis ball",), ("Foam roller",), ("heat pack",), ("chair",)]),
    CODES,
    CODES,
    st.dictionaries(st.sampled_from(list(Condition)), st.sampled_from(sorted(LIBRARY.exercises.ids()))),
)  # fmt: skip


@pytest.mark.once
@given(st.lists(OWN, min_size=1, max_size=4), CODES, DAYS)
@settings(max_examples=300)
def test_nor_does_any_routine_of_ones_own_let_one_through_or_take_another_time(
    steps: list[Step], avoid: frozenset[Condition], day: Today
) -> None:
    made = replace(routine(repeat(2, *steps), steps[0]), avoid=avoid)
    result = suited(made, day, LIBRARY.step).routine
    assert length(result) == length(made)
    for each in result.steps:
        assert not day.reasons(each)
        assert each.kind in QUIET or not day.conditions & avoid


@given(st.sampled_from(Position), CODES)
def test_what_stands_in_for_a_step_is_done_where_the_person_may_be(
    position: Position, codes: frozenset[Condition]
) -> None:
    made = routine(step("Out", hold(60), position=position, kind=Kind.MOBILITY, avoid=frozenset(Condition)))
    (done,) = suited(made, Today(codes | {Condition.FEVER}), LIBRARY.step).routine.steps
    assert done.position not in {Position.HANDS_AND_KNEES, Position.PRONE}
    assert done.position is not Position.KNEELING or Condition.KNEE not in codes


# The first hour of the day, and two days after more pain


def test_deep_bends_wait_for_an_hour_after_getting_up() -> None:
    flagship = next(each for each in bundled() if each.id == "lower-back")
    found = suited(flagship, Today(morning=True), LIBRARY.step)
    assert [(change.name, change.instead, change.reasons) for change in found.changes] == [
        ("Bottom-to-heels rest", "Lying pelvic tilt", (MORNING,))
    ]


@pytest.mark.parametrize(
    ("now", "get_up", "morning"),
    [("6:30", "6:30", True), ("7:29", "6:30", True), ("7:30", "6:30", False), ("6:29", "6:30", False),
     ("0:20", "23:50", True), ("6:30", None, False)],
)  # fmt: skip
def test_it_is_morning_for_an_hour(now: str, get_up: str | None, morning: bool) -> None:  # noqa: FBT001 - a table
    assert is_morning(minutes_of(now), get_up) is morning


def test_after_more_pain_there_is_no_ball_and_no_roller() -> None:
    flagship = next(each for each in bundled() if each.id == "lower-back")
    found = suited(flagship, Today(no_tools=True), LIBRARY.step)
    assert not any(uses_tool(each) for each in found.routine.steps)
    assert [change.reasons for change in found.changes] == [(NO_TOOLS,)] * 2
    assert all(change.chosen for change in found.changes)


def test_one_side_stays_one_side() -> None:
    left = step("Left", hold(30), sides=Sides.LEFT, id="other")
    found = suits(routine(step("Out", hold(30), instead={Condition.KNEE: "other"})), today("knee"), other=left)
    assert found.routine.steps[0].sides is Sides.LEFT
