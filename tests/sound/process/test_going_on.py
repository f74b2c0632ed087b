"""What is said when a session goes on: a sentence that was cut, again; nothing that was heard."""

from __future__ import annotations

import pytest

from relaxtimer.core.events import Command
from relaxtimer.core.lasting import Part, Parts
from relaxtimer.machine import MILLISECOND
from tests.core.making import breaths, hold, step
from tests.sound.process.going_on import HUG, NAME, ONE, ROLL, THREE, TWO, going_on, paused_at
from tests.sound.process.listener import Listener


def test_a_step_whose_name_was_cut_is_announced_again_and_its_words_follow() -> None:
    assert going_on(paused_at(1)) == [NAME, ONE, TWO, THREE]


def test_a_sentence_that_was_cut_is_said_again_from_its_beginning_after_the_name_of_the_step() -> None:
    assert going_on(paused_at(4.5)) == [NAME, ONE, TWO, THREE]
    assert going_on(paused_at(7)) == [NAME, TWO, THREE]


def test_a_sentence_that_is_cut_in_the_work_is_said_again_alone() -> None:
    # The third is said from 9 seconds on, a second after the work has begun.
    assert going_on(paused_at(10, step("Roll", hold(40), prepare=8, say=(ONE, TWO, THREE)))) == [THREE]


def test_whoever_pauses_in_the_midst_of_a_hold_hears_the_counts_and_nothing_else() -> None:
    listener = paused_at(20)
    assert listener.room is not None
    listener.room.sounds.clear()
    at = listener.now
    assert going_on(listener, 3) == []
    assert [each - at for each in listener.room.sounds] == [0, 1_000, 2_000]


def test_a_sentence_that_is_cut_again_is_said_again_again() -> None:
    listener = paused_at(4.5)
    assert going_on(listener, 3.5) == [NAME, ONE]
    listener.do(Command.PAUSE)
    # The whole name has no time any more.
    assert going_on(listener) == ["Wall ball roll.", ONE, TWO, THREE]


def test_words_of_which_a_breath_was_left_were_heard() -> None:
    # The first sentence is over at 5.47 seconds.
    assert going_on(paused_at(5.2)) == [NAME, ONE, TWO, THREE]
    assert going_on(paused_at(5.4)) == [NAME, TWO, THREE]


def test_time_added_in_a_pause_leaves_a_cut_sentence_to_be_said_again() -> None:
    listener = paused_at(4.5)
    listener.do(Command.LONGER)
    assert going_on(listener) == [NAME, ONE, TWO, THREE]


def test_what_hurt_is_not_said_again_before_the_easier_variant() -> None:
    listener = Listener(ROLL).started()
    listener.wait(4.5)
    listener.do(Command.HURTS)
    listener.wait(20)
    since = listener.now
    listener.do(Command.EASIER)
    listener.wait(20)
    assert listener.heard(since) == ["Smaller moves.", NAME, TWO, THREE]


def test_pressed_by_mistake_goes_on_with_the_sentence_that_was_cut() -> None:
    listener = Listener(ROLL).started()
    listener.wait(7)
    listener.do(Command.HURTS)
    listener.wait(1)
    assert going_on(listener) == [NAME, TWO, THREE]


@pytest.mark.parametrize("command", [Command.AGAIN, Command.NEXT])
def test_a_jump_is_followed_by_the_words_of_the_place(command: Command) -> None:
    listener = paused_at(4.5, ROLL, ROLL)
    listener.do(command)
    expected = [NAME] if command is Command.AGAIN else ["Wall ball roll."]
    assert going_on(listener) == [*expected, ONE, TWO, THREE]


def test_going_back_says_everything_again_though_it_was_cut_before_and_the_step_before_too() -> None:
    listener = paused_at(4.5, ROLL, ROLL)
    going_on(listener, 45.5 + 4.5)
    listener.do(Command.PAUSE)
    listener.wait(5)
    assert going_on(listener, 1) == ["Wall ball roll."]
    listener.do(Command.AGAIN)
    since = listener.now
    listener.wait(15)
    assert listener.heard(since) == ["Wall ball roll.", ONE, TWO, THREE]


def test_a_sentence_that_is_said_while_the_time_is_changed_is_said_to_its_end_and_again_where_that_is_cut() -> None:
    listener = Listener(ROLL).started()
    listener.wait(4.5)
    listener.do(Command.LONGER)
    listener.wait(0.2)
    listener.do(Command.SHORTER)
    listener.wait(15)
    assert listener.heard() == [NAME, ONE, TWO, THREE]
    listener = Listener(ROLL).started()
    listener.wait(4.5)
    listener.do(Command.LONGER)
    listener.wait(0.2)
    listener.do(Command.PAUSE)
    listener.wait(1)
    assert going_on(listener) == [NAME, ONE, TWO, THREE]


def test_a_change_of_sides_that_was_heard_is_heard_again_while_the_sides_are_changed() -> None:
    assert going_on(paused_at(6 + 20 + 3.5, HUG), 5) == ["Change sides. Now the right."]
    assert going_on(paused_at(6 + 20 + 6 + 1, HUG), 5) == []


def test_the_name_of_a_part_that_was_cut_is_said_again_with_what_belongs_to_it() -> None:
    spots = Parts((Part(name="Low", lasting=hold(12), say="Above the belt."), Part(name="High", lasting=hold(12))))
    assert going_on(paused_at(5.3, step("Ball", spots, prepare=5)), 5) == ["Low.", "Above the belt."]
    assert going_on(paused_at(6.5, step("Ball", spots, prepare=5)), 5) == ["Above the belt."]


def test_a_step_without_time_to_get_into_place_is_announced_again_in_its_first_moments() -> None:
    bare = step("Wall ball roll", hold(40), prepare=0)
    assert going_on(paused_at(2.9, bare)) == [NAME]
    assert going_on(paused_at(3.1, bare)) == []


def test_the_words_of_a_breath_that_was_cut_are_not_said_again() -> None:
    breathing = step("Breathe", breaths(4), prepare=5)
    assert going_on(paused_at(5.7, breathing), 2) == []


def test_a_bell_is_not_struck_again_with_the_words_that_are() -> None:
    listener = paused_at(1)
    asked = listener.sounds.asked.count("ticks-step")
    going_on(listener)
    assert listener.sounds.asked.count("ticks-step") == asked


def test_the_time_of_the_machine_is_that_of_the_stage() -> None:
    listener = Listener(ROLL)
    assert listener.clock.machine_nanoseconds(listener.now) == listener.now * MILLISECOND
