from __future__ import annotations

from relaxtimer.core.body import Position
from relaxtimer.core.cues import Cue, CueKind
from relaxtimer.core.timeline import Timeline
from tests.core.making import breaths, hold, parts, repeat, reps, step, timeline, two_sided, until_ready


def told(made: Timeline, *kinds: CueKind) -> list[tuple[float, str | None]]:
    return [(cue.at / 1_000, cue.text) for cue in made.cues if cue.kind in kinds]


def test_a_step_is_announced_where_it_starts_with_side_and_position() -> None:
    made = timeline(two_sided("Knee hug"))
    assert told(made, CueKind.STEP) == [(0, "Knee hug. Left side first. On your back.")]


def test_the_position_is_said_only_where_it_changes() -> None:
    made = timeline(step("A", prepare=0), step("B", prepare=0), step("C", prepare=0, position=Position.PRONE))
    assert [text for _, text in told(made, CueKind.STEP)] == ["A. On your back.", "B.", "C. Face down."]


def test_the_position_a_way_up_ends_in_is_not_said_again() -> None:
    made = timeline(step("Up", ends=Position.STANDING), step("March", prepare=0, position=Position.STANDING))
    assert [text for _, text in told(made, CueKind.STEP)] == ["Up. On your back.", "March."]


def test_words_that_fit_are_said_during_prepare_and_the_others_as_the_work_begins() -> None:
    say = ("Lie on your back.", "Bend both knees and rest the feet on the floor.", "Draw the knee in.")
    made = timeline(step("Hug", prepare=8, lasting=hold(40), say=say, breath_cue="Out as it comes in."))
    assert told(made, CueKind.INSTRUCTION, CueKind.BREATH_CUE) == [
        (1.9, "Lie on your back."),
        (3.8, "Bend both knees and rest the feet on the floor."),
        (9, "Draw the knee in."),
        (10.9, "Out as it comes in."),
    ]


def test_a_short_prepare_has_the_words_that_fit_too() -> None:
    made = timeline(step("Hug", prepare=5, lasting=hold(40), say=("Lie down.", "Draw both of the knees in.")))
    assert told(made, CueKind.INSTRUCTION) == [(1.9, "Lie down."), (6, "Draw both of the knees in.")]


def test_words_that_do_not_fit_before_a_part_is_named_follow_its_words_or_its_beginning() -> None:
    say = ("Lie down.", "Take three breaths.", "Draw both of the knees in.")
    made = timeline(step("Hug", prepare=3, lasting=parts(20, prepare=4), say=say))
    assert told(made, CueKind.PART, CueKind.INSTRUCTION) == [
        (1.9, "Lie down."),
        (3, "Spot 1. Say 1."),
        (4.9, "Take three breaths."),
        (8, "Draw both of the knees in."),
    ]
    made = timeline(step("Hug", prepare=0, lasting=parts(20, prepare=6), say=("Lie down.",)))
    assert told(made, CueKind.PART, CueKind.INSTRUCTION) == [(0, "Spot 1. Say 1."), (1.9, "Lie down.")]


def test_words_name_the_side() -> None:
    made = timeline(two_sided(say=("Hug the {side} knee, not the {other_side}.",), prepare=10))
    assert [text for _, text in told(made, CueKind.INSTRUCTION)] == ["Hug the left knee, not the right."]


def test_words_that_have_no_time_at_all_are_not_scheduled_past_the_step() -> None:
    say = tuple(f"One two three four five six seven {n}." for n in range(9))
    made = timeline(step(prepare=0, lasting=hold(10), say=say), step("B"))
    assert all(at < 10 for at, text in told(made, CueKind.INSTRUCTION) if text in say)


def test_words_that_have_no_time_are_scheduled_as_late_as_they_could_be_over_so_that_it_is_told() -> None:
    say = ("One two three four five six seven eight nine ten.", "One two three four five.", f"{'On ' * 11}and off.")
    made = timeline(step("Reach", prepare=6, lasting=hold(8), say=say, breath_cue="And breathe."))
    words = told(made, CueKind.INSTRUCTION, CueKind.BREATH_CUE)
    assert words == [(1.9, say[0]), (7, say[1]), (9.3, say[2]), (13.2, "And breathe.")]


def test_the_first_words_come_no_sooner_than_the_name_is_over_even_where_nothing_has_time() -> None:
    made = timeline(step("A name of many words that takes very long to say", prepare=0, lasting=hold(1), say=("Go.",)))
    assert told(made, CueKind.INSTRUCTION) == [(0.999, "Go.")]


def test_the_words_of_one_side_are_never_said_on_the_other() -> None:
    say = tuple(f"One two three four five {n}." for n in range(6))
    made = timeline(two_sided(prepare=0, switch=0, lasting=hold(10), say=say))
    assert all(at < 10 for at, _ in told(made, CueKind.INSTRUCTION))


def test_later_rounds_are_announced_without_the_words() -> None:
    made = timeline(repeat(2, step("Hug", prepare=8, say=("Lie down.",)), rest=10))
    assert [text for _, text in told(made, CueKind.STEP)] == [
        "Hug. Round 1 of 2. On your back.",
        "Hug. Round 2 of 2.",
    ]
    assert len(told(made, CueKind.INSTRUCTION)) == 1


def test_half_time_and_three_marks_before_the_end_of_each_side() -> None:
    made = timeline(two_sided(prepare=0, switch=5, lasting=hold(20)))
    assert told(made, CueKind.HALF, CueKind.ENDING) == [
        (10, "Half-time."),
        (17, "3"),
        (18, "2"),
        (19, "1"),
        (35, "Half-time."),
        (42, "3"),
        (43, "2"),
        (44, "1"),
    ]


def test_short_holds_have_no_half_time_and_the_shortest_no_marks() -> None:
    assert told(timeline(step(prepare=0, lasting=hold(9))), CueKind.HALF) == []
    assert told(timeline(step(prepare=0, lasting=hold(5))), CueKind.ENDING) == []


def test_a_change_of_sides_is_said_during_the_switch() -> None:
    made = timeline(two_sided(prepare=0, switch=5, lasting=hold(20)))
    assert told(made, CueKind.SWITCH) == [(20, "Change sides. Now the right.")]


def test_a_change_of_sides_without_a_switch_is_said_as_the_other_side_begins() -> None:
    made = timeline(two_sided(prepare=0, switch=0, lasting=hold(20)))
    assert told(made, CueKind.SWITCH) == [(20, "Change sides. Now the right.")]


def test_the_next_step_is_announced_during_a_rest() -> None:
    made = timeline(step("A", prepare=0, rest=10), step("B", prepare=0, position=Position.PRONE))
    assert told(made, CueKind.REST, CueKind.NEXT) == [(20, "Rest."), (21, "Next: B. Face down.")]


def test_the_next_round_is_announced_during_the_rest_of_a_block() -> None:
    made = timeline(repeat(2, step("A", prepare=0), rest=10))
    assert told(made, CueKind.NEXT) == [(21, "Next: round 2 of 2.")]


def test_parts_are_announced_by_name_and_words_and_have_no_half_time() -> None:
    made = timeline(step(prepare=0, lasting=parts(15, 15)))
    assert told(made, CueKind.PART) == [(0, "Spot 1. Say 1."), (15, "Spot 2. Say 2.")]
    assert told(made, CueKind.HALF) == []
    assert [at for at, _ in told(made, CueKind.ENDING)] == [27, 28, 29]


def test_a_part_with_a_prepare_is_announced_there_and_begins_after_it() -> None:
    made = timeline(step(prepare=0, lasting=parts(10, prepare=4)))
    assert told(made, CueKind.PART, CueKind.BEGIN) == [(0, "Spot 1. Say 1."), (4, None)]


def test_the_words_of_a_step_with_parts_come_after_the_first_part_is_named() -> None:
    made = timeline(step(prepare=0, lasting=parts(30), say=("Slowly.",)))
    assert told(made, CueKind.INSTRUCTION) == [(1.9, "Slowly.")]


def test_parts_of_both_sides_are_announced_on_each() -> None:
    made = timeline(two_sided(prepare=0, switch=0, lasting=parts(15)))
    assert [at for at, _ in told(made, CueKind.PART)] == [0, 15]


def test_each_phase_of_a_breath_is_a_cue() -> None:
    made = timeline(step(prepare=0, lasting=breaths(2)))
    assert told(made, CueKind.BREATH_IN, CueKind.BREATH_OUT) == [(0, "In"), (4, "Out"), (10, "In"), (14, "Out")]


def test_each_phase_of_a_repetition_is_a_cue_in_its_own_words() -> None:
    made = timeline(step(prepare=0, lasting=reps(1)))
    assert told(made, CueKind.TEMPO_UP, CueKind.TEMPO_DOWN) == [(0, "Round"), (2, "Down")]


def test_a_step_that_waits_says_so_and_has_no_marks() -> None:
    made = timeline(step(prepare=0, lasting=until_ready(60)))
    assert told(made, CueKind.READY) == [(0, "Take the time you need.")]
    assert told(made, CueKind.HALF, CueKind.ENDING) == []


def test_the_end_says_how_to_get_up() -> None:
    made = timeline(step(prepare=0), after=("Roll to one side.", "Sit."))
    assert made.cues[-1] == Cue(20_000, CueKind.END, "Finished. Roll to one side. Sit.", 0)


def test_cues_come_in_order() -> None:
    made = timeline(two_sided(), repeat(2, step(lasting=breaths(3)), rest=5), step(lasting=parts(20, 20)))
    assert [cue.at for cue in made.cues] == sorted(cue.at for cue in made.cues)


def test_each_cue_belongs_to_the_segment_it_falls_into() -> None:
    made = timeline(two_sided(say=("Slowly.",)), step(lasting=parts(20, 20, prepare=4)), after=("Up.",))
    for cue in made.cues[:-1]:
        segment = made.segments[cue.segment]
        assert segment.start <= cue.at < segment.end, cue
