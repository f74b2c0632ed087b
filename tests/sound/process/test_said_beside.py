"""What is said beside the score: in a pause, after this hurts, and when it is asked for."""

from __future__ import annotations

from relaxtimer.core.choices import CALM
from relaxtimer.core.events import Command
from relaxtimer.sound.messages import Hush
from tests.sound.process.going_on import NAME, ONE, ROLL, THREE, TWO, WHERE, going_on, paused_at
from tests.sound.process.listener import Listener


def test_a_pause_says_which_step_this_is_and_what_is_left_of_it() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    since = listener.now
    listener.do(Command.PAUSE)
    listener.wait(10)
    assert listener.heard(since) == ["Paused.", "Step one of one.", "thirty seconds left in this step."]


def test_a_quiet_pause_says_nothing() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    since = listener.now
    listener.do(Command.PAUSE, quietly=True)
    listener.wait(10)
    assert listener.heard(since) == []


def test_this_hurts_says_what_can_be_chosen_with_its_numbers_until_a_key_is_pressed() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    since = listener.now
    listener.do(Command.HURTS)
    listener.wait(30)
    ways = ["one, easier.", "three, skip this step.", "four, rest.", "five, end here.", "six, go on."]
    assert listener.heard(since) == [CALM, *ways]
    listener.do(Command.REST)
    listener.do(Command.HURTS)
    listener.wait(4)
    listener.told([Hush()])
    cut = listener.now
    listener.wait(10)
    assert listener.heard(cut) == []
    assert listener.spoken[-1].end == cut


def test_a_choice_breaks_off_what_is_said() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    listener.do(Command.HURTS)
    listener.wait(4)
    chosen = listener.now
    listener.do(Command.END_HERE)
    listener.wait(10)
    assert listener.heard(chosen) == []


def test_a_hush_is_for_what_stands_still_alone() -> None:
    listener = Listener(ROLL).started()
    listener.wait(1)
    listener.told([Hush()])
    listener.wait(15)
    assert listener.heard() == [NAME, ONE, TWO, THREE]


WHERE_HEARD = ["Wall ball roll.", "Step one of one.", "forty seconds left."]


def test_what_is_asked_for_in_a_pause_is_said_at_once() -> None:
    listener = paused_at(20)
    since = listener.now
    listener.ask(*WHERE)
    listener.wait(10)
    assert listener.heard(since) == WHERE_HEARD
    assert [each.start for each in listener.spoken if each.words == WHERE_HEARD[0]] == [since]


def test_what_is_asked_for_while_it_moves_comes_after_the_words_that_are_said_and_before_the_next() -> None:
    listener = Listener(ROLL).started()
    listener.wait(4)
    listener.ask(*WHERE)
    listener.wait(20)
    assert listener.heard() == [NAME, ONE, *WHERE_HEARD, TWO, THREE]


def test_what_is_asked_for_in_a_hold_is_said_at_once_and_no_sound_is_lost() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    since = listener.now
    listener.ask(*WHERE)
    listener.wait(10)
    assert listener.heard(since) == WHERE_HEARD
    assert listener.spoken[-3].start < since + 400
    assert "ticks-half" in listener.sounds.asked


def test_what_is_asked_for_in_a_lead_in_is_said_where_it_begins() -> None:
    listener = paused_at(20)
    listener.do(Command.GO_ON)
    listener.wait(1)
    since = listener.now
    listener.ask(*WHERE)
    listener.wait(10)
    assert listener.heard(since) == WHERE_HEARD
    assert listener.spoken[-3].start == since + 2_000


def test_an_answer_that_is_cut_is_not_said_again() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    listener.ask(*WHERE)
    listener.wait(1)
    listener.do(Command.PAUSE)
    assert going_on(listener) == []


def test_asking_twice_says_it_twice_and_cuts_nothing() -> None:
    listener = Listener(ROLL).started()
    listener.wait(20)
    since = listener.now
    listener.ask(*WHERE)
    listener.wait(1)
    listener.ask(*WHERE)
    listener.wait(15)
    assert sorted(listener.heard(since)) == sorted(2 * WHERE_HEARD)
