"""The small vocabularies: times, body, conditions, patterns, routines, keys."""

from __future__ import annotations

import pytest

from relaxtimer.core.body import Position, Side, Sides, turn_time
from relaxtimer.core.conditions import Condition
from relaxtimer.core.duration import clock, countdown, in_words, seconds
from relaxtimer.core.events import Command
from relaxtimer.core.keys import COMMANDS, KEYS, Action, command_for, offered
from relaxtimer.core.pattern import Breath, Motion, Pattern, PatternPhase, Tempo
from relaxtimer.core.routine import Repeat, Routine, with_side
from relaxtimer.core.segment import position_words
from relaxtimer.core.session import Session
from relaxtimer.core.speech import speaking_time, time_for_words, unhurried_time
from tests.core.making import repeat, routine, step, timeline, two_sided


def test_a_time_that_has_passed_is_rounded_down_and_one_that_is_left_is_rounded_up() -> None:
    assert [clock(0), clock(59_999), clock(90_000), clock(3_725_000)] == ["0:00", "0:59", "1:30", "1:02:05"]
    assert [countdown(0), countdown(1), countdown(1_000), countdown(1_001)] == ["0:00", "0:01", "0:01", "0:02"]


def test_a_time_is_spoken_in_words() -> None:
    assert in_words(720_000) == "12 minutes"
    assert in_words(3_661_000) == "1 hour 1 minute 1 second"
    assert in_words(7_500) == "7.5 seconds"
    assert in_words(0) == "0 seconds"
    assert seconds(1_500) == 1.5


def test_speaking_takes_four_tenths_of_a_second_a_word() -> None:
    assert speaking_time("Lie on your back.") == 1_600
    assert speaking_time("") == 0


def test_words_have_a_quarter_of_a_hold_or_six_seconds_but_never_past_its_half() -> None:
    assert [time_for_words(ms) for ms in (60_000, 20_000, 10_000)] == [15_000, 6_000, 5_000]


def test_a_change_of_position_takes_time_by_the_levels_between() -> None:
    assert turn_time(Position.SUPINE, Position.SUPINE) == 0
    assert turn_time(Position.STANDING, Position.WALKING) == 0
    assert turn_time(Position.SUPINE, Position.PRONE) == 5_000
    assert turn_time(Position.STANDING, Position.SITTING) == 5_000
    assert turn_time(Position.STANDING, Position.KNEELING) == 8_000
    assert turn_time(Position.SUPINE, Position.STANDING) == 12_000


def test_every_position_and_condition_has_words() -> None:
    assert all(position.words for position in Position)
    assert all(condition.words for condition in Condition)
    assert [position for position in Position if not position.on_floor] == [
        Position.STANDING,
        Position.WALKING,
        Position.SITTING,
    ]


def test_sides_come_in_the_order_asked_for() -> None:
    assert Sides.EACH.in_order(Side.RIGHT) == (Side.RIGHT, Side.LEFT)
    assert Sides.BOTH.in_order(Side.LEFT) == (None,)
    assert Sides.RIGHT.in_order(Side.LEFT) == (Side.RIGHT,)


def test_words_without_a_side_are_left_alone() -> None:
    assert with_side("{side} and {other_side}", None) == "{side} and {other_side}"
    assert with_side("{side} and {other_side}", Side.RIGHT) == "right and left"


def test_a_sentence_that_begins_with_the_side_begins_with_a_capital_letter() -> None:
    assert with_side("{side} ankle over the other knee.", Side.LEFT) == "Left ankle over the other knee."
    assert with_side("{other_side} foot on the floor.", Side.LEFT) == "Right foot on the floor."
    assert with_side("Draw the {side} knee in.", Side.LEFT) == "Draw the left knee in."
    assert with_side("{side} hip", Side.LEFT) == "left hip"
    assert position_words(timeline(two_sided()).segments[0]) == "on your back"


@pytest.mark.parametrize("duration", [0, 499, 60_001])
def test_a_phase_lasts_from_half_a_second_to_a_minute(duration: int) -> None:
    with pytest.raises(ValueError, match="to 60 seconds"):
        PatternPhase(Motion.IN, duration)


def test_a_pattern_has_phases_of_its_own_kind() -> None:
    with pytest.raises(ValueError, match="at least one phase"):
        Breath(())
    with pytest.raises(ValueError, match="up"):
        Breath((PatternPhase(Motion.UP, 1_000),))
    with pytest.raises(ValueError, match="in"):
        Tempo((PatternPhase(Motion.IN, 1_000),))
    assert Pattern((PatternPhase(Motion.IN, 1_000), PatternPhase(Motion.UP, 2_000))).duration == 3_000


def test_nonsense_is_no_routine() -> None:
    with pytest.raises(ValueError, match="name"):
        step("")
    with pytest.raises(ValueError, match="negative"):
        step(prepare=-1)
    with pytest.raises(ValueError, match="rounds"):
        Repeat(rounds=0, items=(step(),))
    with pytest.raises(ValueError, match="rounds"):
        Repeat(rounds=1, items=())
    with pytest.raises(ValueError, match="at least one step"):
        Routine(id="x", name="X", items=())


def test_a_routine_knows_its_steps_and_positions() -> None:
    made = routine(step("A"), repeat(3, step("B", position=Position.PRONE), step("C")))
    assert [each.name for each in made.steps] == ["A", "B", "C"]
    assert made.positions == (Position.SUPINE, Position.PRONE)


def test_words_on_the_screen_are_those_spoken_unless_others_are_given() -> None:
    assert step(say=("Say",)).shown == ("Say",)
    assert step(say=("Say",), show=("Show",)).shown == ("Show",)


def test_no_key_has_two_meanings_and_every_action_has_one() -> None:
    pressed = [name for key in KEYS for name in key.keys]
    assert len(pressed) == len(set(pressed))
    assert [key.action for key in KEYS] == list(Action)


def test_space_pauses_and_goes_on_as_the_session_stands() -> None:
    session = Session(timeline(step(prepare=0, lasting=None)))
    assert command_for(Action.PAUSE, session) is None
    session.do(Command.START, 0)
    assert command_for(Action.PAUSE, session) is Command.PAUSE
    session.do(Command.PAUSE, 0)
    assert command_for(Action.PAUSE, session) is Command.GO_ON


def test_an_action_asks_for_its_command_only_where_that_is_possible() -> None:
    session = Session(timeline(step()))
    assert command_for(Action.NEXT, session) is None
    session.do(Command.START, 0)
    assert command_for(Action.NEXT, session) is Command.NEXT
    assert command_for(Action.SWITCH_SIDES, session) is None
    assert command_for(Action.HELP, session) is None
    assert set(COMMANDS) < set(Action)


def test_before_the_start_is_offered_what_will_be_possible_once_it_is_made() -> None:
    session = Session(timeline(step()))
    before = {action for action in Action if offered(action, session)}
    session.do(Command.START, 0)
    assert before == {action for action in Action if offered(action, session)}
    assert {Action.PAUSE, Action.HURTS, Action.LONGER} <= before
    assert not {Action.SWITCH_SIDES, Action.MUTE, Action.HELP} & before


def test_an_unhurried_voice_needs_longer_for_long_words_and_between_sentences() -> None:
    assert unhurried_time("Lie on your back.") == 2_000
    assert unhurried_time("Foam roll: hip. Left side first. Sitting.") > 3_600
    assert unhurried_time("Progressive muscle relaxation.") == 2_225
