"""Whole sessions, line by line, with the second in which each line is written."""

from __future__ import annotations

from msgspec.structs import replace

from relaxtimer.core.routine import Repeat
from relaxtimer.core.stop_rules import DISCLAIMER, STOP_RULES
from relaxtimer.core.timeline import Timeline
from tests.plain.scripted import Room
from tests.plain.steps import BREATHE, GET_UP, HUG, SPOTS, STAND, TILT


def body_of(room: Room) -> list[tuple[float, str]]:
    """The lines from the first step on."""
    return room.paper.since(3)


def test_a_session_opens_with_what_comes_and_which_keys_there_are() -> None:
    room = Room(STAND, notes=("Fitted to 25 seconds.",))
    assert room.live() == 0
    assert room.paper.written[:6] == [
        (0, "My evening release."),
        (0, "25 seconds, 1 step."),
        (0, "Fitted to 25 seconds."),
        (0, DISCLAIMER),
        (0, "Space: pause. H: this hurts. Question mark: keys and stop rules. Q: leave."),
        (0, "Starting in 3 seconds."),
    ]


def test_without_keys_the_first_stop_rule_is_told_in_place_of_the_keys() -> None:
    room = Room(STAND, listening=False)
    assert room.live() == 0
    assert room.paper.lines[2:5] == [
        DISCLAIMER,
        "There are no keys here: it goes on by itself to the end. Control C ends it.",
        STOP_RULES[0],
    ]


def test_a_routine_says_what_it_needs_and_whom_it_is_not_for_before_it_starts() -> None:
    room = Room(STAND)
    routine = replace(
        room.plan.timeline.routine, equipment=("wall", "tennis ball"), cautions=("Not after a recent operation.",)
    )
    room.plan = replace(room.plan, timeline=Timeline.of(routine))
    room.live()
    assert room.paper.lines[2:4] == ["You need: wall, tennis ball.", "Not after a recent operation."]


def test_a_session_that_starts_at_a_step_says_so_and_tells_its_position() -> None:
    room = Room(HUG, BREATHE, start=73_000)
    room.live()
    assert room.paper.lines[2] == "From step 2 of 2: Quiet breathing. 1 minute left."
    assert body_of(room)[0] == (3, "Step 2 of 2: Quiet breathing. On your back.")


def test_a_step_with_two_sides() -> None:
    room = Room(HUG)
    assert room.live() == 0
    assert body_of(room) == [
        (3, "Step 1 of 1: One-knee hug. Left side first. On your back."),
        (3, "30 seconds each side."),
        (3, "Knee pain means stop."),
        (6.5, "Lie down, knees bent."),
        (8.4, "Draw the left knee in."),
        (11, "Begin."),
        (12, "Out as it comes in."),
        (26, "Half-time."),
        (31, "Ten seconds."),
        (41, "Change sides. Now the right."),
        (46, "Begin."),
        (61, "Half-time."),
        (66, "Ten seconds."),
        (76, "Finished."),
        (76, "You did 1 of 1 steps: 1 minute of work."),
    ]


def test_rounds_with_a_rest_and_words_for_after() -> None:
    room = Room(Repeat(rounds=2, rest=15_000, items=(STAND,)), after=("Stay warm. Drink.", "Rate your pain."))
    assert room.live() == 0
    assert body_of(room) == [
        (3, "Step 1 of 1: Stand easily. Round 1 of 2. Standing."),
        (3, "20 seconds."),
        (8, "Begin."),
        (18, "Half-time. Ten seconds."),
        (28, "Rest: 15 seconds."),
        (29, "Next: round 2 of 2."),
        (43, "Step 1 of 1: Stand easily. Round 2 of 2."),
        (48, "Begin."),
        (58, "Half-time. Ten seconds."),
        (68, "Finished."),
        (68, "Stay warm."),
        (68, "Drink."),
        (68, "Rate your pain."),
        (68, "You did 1 of 1 steps: 40 seconds of work."),
    ]


def test_breaths_and_repetitions_are_told_once_by_their_pattern() -> None:
    room = Room(BREATHE, TILT)
    assert room.live() == 0
    assert body_of(room) == [
        (3, "Step 1 of 2: Quiet breathing. On your back."),
        (3, "Breathe in 4, out 6: 6 breaths."),
        (33, "Half-time."),
        (53, "Ten seconds."),
        (63, "Step 2 of 2: Pelvic tilt."),
        (63, "Flatten 2, hold 1.5, down 2: 2 times."),
        (68, "Begin."),
        (73.5, "Half-time."),
        (79, "Finished."),
        (79, "You did 2 of 2 steps: 1 minute 11 seconds of work."),
    ]


def test_parts_are_counted() -> None:
    room = Room(SPOTS)
    assert room.live() == 0
    assert body_of(room) == [
        (3, "Step 1 of 1: Wall ball. Standing."),
        (3, "2 parts, 40 seconds."),
        (3, "Part 1 of 2: Low. Above the belt."),
        (18, "Part 2 of 2: High."),
        (33, "Ten seconds."),
        (43, "Finished."),
        (43, "You did 1 of 1 steps: 40 seconds of work."),
    ]


def test_a_step_that_waits_goes_on_by_a_key() -> None:
    room = Room(GET_UP, STAND, presses=[(100, "space")])
    assert room.live() == 0
    assert body_of(room)[:6] == [
        (3, "Step 1 of 2: Get up. Standing."),
        (3, "About 30 seconds, or as long as you need."),
        (3, "Take the time you need."),
        (3, "Space: ready."),
        (4.5, "Sit."),
        (100, "Step 2 of 2: Stand easily."),
    ]


def test_without_keys_a_step_that_waits_goes_on_by_itself_and_says_so() -> None:
    room = Room(GET_UP, STAND, listening=False)
    assert room.live() == 0
    assert body_of(room)[2:7] == [
        (3, "Take the time you need."),
        (3, "It goes on by itself after 30 seconds."),
        (4.5, "Sit."),
        (33, "30 seconds are over: going on."),
        (33, "Step 2 of 2: Stand easily."),
    ]


def test_a_pause_keeps_the_time_that_is_left() -> None:
    room = Room(STAND, presses=[(10, "space"), (100, "space")])
    assert room.live() == 0
    assert room.paper.since(10) == [
        (10, "Paused. 18 seconds left."),
        (10, "Space: go on."),
        (100, "Going on in 3 seconds. 18 seconds left."),
        (103, "Now."),
        (111, "Half-time. Ten seconds."),
        (121, "Finished."),
        (121, "You did 1 of 1 steps: 20 seconds of work."),
    ]


def test_going_on_to_wait_names_no_time_that_is_left() -> None:
    room = Room(GET_UP, presses=[(10, "q"), (20, "n"), (30, "space")])
    assert room.live() == 0
    assert room.paper.since(20) == [
        (20, "Staying."),
        (20, "Going on in 3 seconds."),
        (23, "Now."),
        (30, "Finished."),
        (30, "You did 1 of 1 steps: 14 seconds of work."),
    ]


def test_ten_seconds_more_bring_the_last_ten_seconds_again() -> None:
    room = Room(replace(STAND, prepare=0), presses=[(15, "plus"), (24, "minus")])
    assert room.live() == 0
    assert room.paper.since(13) == [
        (13, "Half-time. Ten seconds."),
        (15, "10 seconds more. 18 seconds left."),
        (18, "Half-time."),
        (23, "Ten seconds."),
        (24, "6 seconds less. 3 seconds left."),
        (27, "Finished."),
        (27, "You did 1 of 1 steps: 24 seconds of work."),
    ]


def test_moving_while_paused_says_where_one_is() -> None:
    room = Room(HUG, STAND, presses=[(5, "space"), (6, "n"), (7, "b"), (8, "s"), (9, "space"), (10, "n")])
    assert room.live() == 0
    assert room.paper.since(5)[:10] == [
        (5, "Paused. 6 seconds left."),
        (5, "Space: go on."),
        (6, "Now at step 2 of 2: Stand easily."),
        (7, "Now at step 1 of 2: One-knee hug, left side."),
        (8, "Now at step 1 of 2: One-knee hug, right side."),
        (9, "Going on in 3 seconds."),
        (10, "Now at step 2 of 2: Stand easily."),
        (10, "Going on in 3 seconds."),
        (13, "Step 2 of 2: Stand easily. Standing."),
        (13, "20 seconds."),
    ]


def test_a_machine_that_slept_is_found_paused_and_says_how_long_it_was_away() -> None:
    room = Room(STAND, presses=[(100, "space")])
    room.keys.happens[12_000] = lambda: room.clock.move(65_000)
    assert room.live() == 0
    assert room.paper.since(9) == [
        (77, "You were away for 1 minute 6 seconds. Paused where you were."),
        (77, "Space: go on."),
        (100, "Going on in 3 seconds. 17 seconds left."),
        (103, "Now."),
        (110, "Half-time. Ten seconds."),
        (120, "Finished."),
        (120, "You did 1 of 1 steps: 20 seconds of work."),
    ]


def test_without_keys_it_goes_on_by_itself_after_having_been_away() -> None:
    room = Room(STAND, listening=False)
    room.keys.happens[12_000] = lambda: room.clock.move(65_000)
    assert room.live() == 0
    assert room.paper.since(9)[:3] == [
        (77, "You were away for 1 minute 6 seconds. Paused where you were."),
        (77, "Going on in 3 seconds. 17 seconds left."),
        (80, "Now."),
    ]


def test_keys_that_go_away_during_a_pause_let_it_go_on_by_itself() -> None:
    room = Room(STAND, presses=[(10, "space")])
    room.keys.happens[50_000] = lambda: setattr(room.keys, "listening", False)
    assert room.live() == 0
    assert room.paper.since(50)[:2] == [(50, "Going on in 3 seconds. 18 seconds left."), (53, "Now.")]
