"""The ways of lasting: a step's own, the exercise's, and what is inherited with them."""

from __future__ import annotations

import pytest

from relaxtimer.core.lasting import Breaths, Hold, Part, Parts, Repetitions, UntilReady
from relaxtimer.core.pattern import Breath, Motion, PatternPhase, Tempo
from tests.library.reading.source import own, step

SLOW = Breath((PatternPhase(Motion.IN, 4_000), PatternPhase(Motion.OUT, 6_000)))
ROCKING = Tempo((PatternPhase(Motion.UP, 2_000), PatternPhase(Motion.DOWN, 2_000)))


def test_an_own_time_replaces_the_exercises_and_widens_its_bounds() -> None:
    assert step("exercise: hold, work: 90s").lasting == Hold(90_000, 20_000, 90_000)
    assert step("exercise: hold, work: 10s").lasting == Hold(10_000, 10_000, 60_000)


def test_an_own_bound_stands_beside_an_inherited_one() -> None:
    assert step("exercise: hold, shortest: 5s").lasting == Hold(30_000, 5_000, 60_000)
    assert step("exercise: hold, work: 45s, longest: 45s").lasting == Hold(45_000, 20_000, 45_000)


def test_another_way_of_lasting_inherits_no_bounds() -> None:
    assert step("exercise: rocking, work: 30s").lasting == Hold(30_000)
    assert step("exercise: hold, reps: 5, tempo: {up: 2s, down: 2s}").lasting == Repetitions(5, ROCKING)


def test_reps_take_the_tempo_of_the_exercise() -> None:
    assert step("exercise: rocking, reps: 3").lasting == Repetitions(3, ROCKING, 3, 12)


def test_a_time_for_a_breathing_exercise_is_paced_by_its_breath() -> None:
    assert step("exercise: calm, work: 2m").lasting == Hold(120_000, breath=SLOW)


def test_another_breath_paces_the_same_number_of_breaths() -> None:
    found = step("exercise: calm, breath: 4-4-4-4").lasting
    assert isinstance(found, Breaths)
    assert (found.count, found.duration) == (6, 96_000)


def test_until_ready_counts_as_what_it_takes_about() -> None:
    assert own("work: until-ready, about: 1m30s").lasting == UntilReady(90_000)
    assert step("exercise: waiting").lasting == UntilReady(60_000)
    assert step("exercise: waiting, about: 30s").lasting == UntilReady(30_000)


def test_parts_have_their_own_times() -> None:
    found = own("parts: [{name: Low, say: Down., work: 15s, prepare: 3s}, {name: High, work: 20s}]").lasting
    low = Part(name="Low", say="Down.", lasting=Hold(15_000), prepare=3_000)
    assert found == Parts((low, Part(name="High", lasting=Hold(20_000))))


def test_parts_without_times_share_the_work_equally() -> None:
    found = own("work: 30s, parts: [{name: a}, {name: b}, {name: c}]").lasting
    assert isinstance(found, Parts)
    assert [part.duration for part in found.parts] == [10_000] * 3


def test_work_is_shared_in_the_proportion_of_the_parts() -> None:
    found = step("exercise: spots, work: 60s").lasting
    assert isinstance(found, Parts)
    assert [part.duration for part in found.parts] == [20_000, 40_000]
    assert (found.shortest, found.longest) == (20_000, 90_000)


def test_work_over_the_bounds_of_parts_widens_them() -> None:
    found = step("exercise: spots, work: 2m").lasting
    assert (found.least, found.most) == (20_000, 120_000)


def test_parts_of_ones_own_keep_their_times_where_the_exercise_shares_one() -> None:
    found = step("exercise: spots, parts: [{name: a, work: 12s}, {name: b, work: 13s}]").lasting
    assert isinstance(found, Parts)
    assert [part.duration for part in found.parts] == [12_000, 13_000]
    assert (found.least, found.most) == (20_000, 90_000)


def test_inherited_bounds_leave_every_part_a_second() -> None:
    found = step("exercise: spots, parts: [{name: a, work: 1s}, {name: b, work: 29s}]").lasting
    assert (found.least, found.most) == (30_000, 90_000)
    uneven = step("exercise: spots, parts: [{name: a, work: 0.5s}, {name: b, work: 60s}]").lasting
    assert (uneven.least, uneven.most) == (60_500, 60_500)


@pytest.mark.parametrize("seconds", range(20, 91))
def test_parts_can_be_fitted_to_every_length_within_their_bounds(seconds: int) -> None:
    found = step(
        "exercise: spots, parts: [{name: a, work: 1s}, {name: b, work: 29s, prepare: 4s}, {name: c, work: 3s}]"
    )
    fitted = found.lasting.fitted(seconds * 1_000)
    assert found.lasting.least <= fitted.duration <= found.lasting.most
    assert isinstance(fitted, Parts)
    assert min(part.lasting.duration for part in fitted.parts) >= 1_000


def test_parts_in_reps_take_the_tempo_of_the_step() -> None:
    found = step("exercise: groups, tempo: {hold: 5s, rest: 10s}").lasting
    assert isinstance(found, Parts)
    assert [part.duration for part in found.parts] == [19_000, 34_000]


def test_parts_in_time_are_paced_by_the_breath_of_the_step() -> None:
    found = own("breath: 4-6, parts: [{name: a, work: 30s}, {name: b, breaths: 2}]").lasting
    assert isinstance(found, Parts)
    assert [part.lasting for part in found.parts] == [Hold(30_000, breath=SLOW), Breaths(2, SLOW)]


def test_a_tempo_keeps_the_order_in_which_it_is_written() -> None:
    found = own("reps: 2, tempo: {down: 1s, hold: 0.5s, up: 3s}").lasting
    assert isinstance(found, Repetitions)
    assert [phase.motion for phase in found.pattern.phases] == [Motion.DOWN, Motion.HOLD, Motion.UP]


def test_phases_in_a_list_may_come_twice_and_carry_words() -> None:
    found = own("breaths: 2, breath: [{in: 3s}, {say: A little more, in: 1s}, {out: 7s}, {rest: 1s}]").lasting
    assert isinstance(found, Breaths)
    assert found.pattern == Breath(
        (
            PatternPhase(Motion.IN, 3_000),
            PatternPhase(Motion.IN, 1_000, "A little more"),
            PatternPhase(Motion.OUT, 7_000),
            PatternPhase(Motion.REST, 1_000),
        )
    )


@pytest.mark.parametrize(
    ("written", "phases"),
    [
        ("4-6", {"in": 4_000, "out": 6_000}),
        ("4-7-8", {"in": 4_000, "hold": 7_000, "out": 8_000}),
        ("4-0-6-0", {"in": 4_000, "out": 6_000}),
        ("4-4-4-4", {"in": 4_000, "hold": 4_000, "out": 4_000, "rest": 4_000}),
        ("0.5-0-60-0.625", {"in": 500, "out": 60_000, "rest": 625}),
    ],
)
def test_a_breath_in_numbers_is_in_hold_out_and_rest(written: str, phases: dict[str, int]) -> None:
    found = own(f"breaths: 1, breath: {written}").lasting
    assert isinstance(found, Breaths)
    assert {phase.motion.value: phase.duration for phase in found.pattern.phases} == phases
