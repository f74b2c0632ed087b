"""From step to step: next, back, again, and to where one chooses."""

from __future__ import annotations

import pytest

from relaxtimer.core.cues import CueKind
from relaxtimer.core.events import (
    Command,
    Finished,
    Moved,
)
from relaxtimer.core.session import IllegalCommandError, Session
from relaxtimer.core.states import State
from tests.core.making import hold, step, timeline
from tests.core.session.driven import Driven, kinds, running


def test_next_goes_to_the_next_step_and_from_the_last_to_the_end() -> None:
    driven = running(step("A", lasting=hold(20)), step("B", lasting=hold(20)))
    driven.wait(5)
    events = driven.do(Command.NEXT)
    assert events[0] == Moved(5_000, 28_000)
    assert driven.session.moment.segment.step.name == "B"
    assert driven.do(Command.NEXT)[-1] == Finished()


def test_next_at_the_last_step_of_a_paused_session_finishes_it() -> None:
    driven = running(step())
    driven.do(Command.PAUSE)
    assert driven.do(Command.NEXT)[-1] == Finished()


def test_next_during_a_rest_goes_to_the_step_after_it() -> None:
    driven = running(step("A", prepare=0, rest=10, lasting=hold(10)), step("B"))
    driven.wait(12)
    driven.do(Command.NEXT)
    assert driven.position == 20


def test_moving_while_paused_stays_paused() -> None:
    driven = running(step("A"), step("B"))
    driven.do(Command.PAUSE)
    driven.do(Command.NEXT)
    assert (driven.session.state, driven.session.moment.segment.step.name) == (State.PAUSED, "B")


def test_moving_during_the_lead_in_counts_in_anew() -> None:
    driven = Driven(step("A"), step("B"))
    driven.do(Command.START)
    driven.wait(2)
    driven.do(Command.NEXT)
    assert (driven.session.state, driven.session.lead_in) == (State.LEAD_IN, 3_000)


def test_back_within_two_seconds_of_a_start_means_the_step_before() -> None:
    driven = running(step("A", prepare=0), step("B", prepare=0))
    driven.wait(22)
    driven.do(Command.BACK)
    assert driven.position == 0


def test_back_later_means_this_step_again() -> None:
    driven = running(step("A", prepare=0), step("B", prepare=0))
    driven.wait(22.1)
    driven.do(Command.BACK)
    assert driven.position == 20


def test_back_at_the_first_step_is_its_start() -> None:
    driven = running(step("A"))
    driven.wait(1)
    driven.do(Command.BACK)
    assert driven.position == 0


def test_again_starts_this_step_anew_with_its_announcement() -> None:
    driven = running(step("A", prepare=0), step("B", prepare=0))
    driven.wait(30)
    events = list(driven.do(Command.AGAIN))
    assert driven.position == 20
    assert kinds(events)[0] is CueKind.STEP


def test_a_session_can_start_at_a_later_step() -> None:
    driven = Driven(step("A", prepare=0), step("B", prepare=0), start=20_000)
    driven.do(Command.START)
    events = driven.wait(3)
    assert driven.position == 20
    assert kinds(events)[-2:] == [CueKind.STEP, CueKind.BEGIN]
    assert driven.session.moment.segment.step.name == "B"


def test_going_to_a_step_is_a_jump_from_wherever_one_is() -> None:
    session = Session(timeline(step("One", hold(20)), step("Two", hold(20)), step("Three", hold(20))))
    with pytest.raises(IllegalCommandError):
        session.go_to(1, 0)
    session.do(Command.START, 0)
    assert Moved(0, session.timeline.occurrences[2].start) in session.go_to(2, 500)
    assert session.state is State.LEAD_IN
    for now in range(1_000, 6_000, 1_000):
        session.advance_to(now)
    assert session.moment.segment.step.name == "Three"
    session.do(Command.PAUSE, 6_000)
    session.go_to(0, 7_000)
    assert (session.state, session.position) == (State.PAUSED, 0)
    with pytest.raises(IndexError):
        session.go_to(3, 8_000)
    session.do(Command.HURTS, 9_000)
    with pytest.raises(IllegalCommandError):
        session.go_to(1, 10_000)
