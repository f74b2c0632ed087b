"""What was missed while there was no sound, and what is said of it later."""

from __future__ import annotations

from relaxtimer.sound.messages import Seen
from tests.sound.process.going_on import NAME, ONE, ROLL, THREE, TWO
from tests.sound.process.listener import Listener


def lost_at(seconds: float, lasts: float) -> Listener:
    listener = Listener(ROLL).started()
    listener.wait(seconds)
    listener.lose_the_sound()
    listener.wait(lasts)
    listener.find_the_sound()
    return listener


def test_words_that_were_missed_while_there_was_no_sound_are_said_when_it_is_back() -> None:
    listener = lost_at(4.5, 3)
    since = listener.now
    listener.wait(15)
    # For the whole name there is no time any more.
    assert listener.heard(since) == ["Wall ball roll.", ONE, TWO, THREE]


def test_what_was_missed_for_long_is_told_no_more() -> None:
    listener = lost_at(4.5, 20)
    since = listener.now
    listener.wait(15)
    assert listener.heard(since) == []


def test_another_process_says_the_words_again_that_the_one_before_was_about_to() -> None:
    listener = Listener(ROLL).started()
    listener.wait(6.5)
    since = listener.now
    listener.new_process()
    listener.wait(15)
    assert listener.heard(since)[:1] == [NAME]
    assert listener.heard(since)[-2:] == [TWO, THREE]


def test_another_process_in_the_midst_of_a_hold_says_nothing() -> None:
    listener = Listener(ROLL).started()
    listener.wait(25)
    since = listener.now
    listener.new_process()
    listener.wait(5)
    assert listener.heard(since) == []


def test_a_session_that_is_seen_again_hears_what_it_missed() -> None:
    listener = Listener(ROLL).started()
    listener.wait(4.5)
    listener.told([Seen(0)])
    assert listener.heard()[-1] == f"{ONE} --"
    since = listener.now
    listener.told([Seen(10**18)])
    listener.wait(5)
    assert listener.heard(since) == [NAME, ONE]
