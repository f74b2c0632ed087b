"""Time: what counts, what stands still, and what nobody saw."""

from __future__ import annotations

from relaxtimer.core.body import Side
from relaxtimer.core.cues import CueKind
from relaxtimer.core.events import (
    Command,
    CueDue,
    Finished,
    LeadInStarted,
    Paused,
    SegmentStarted,
    WasAway,
    WentOn,
)
from relaxtimer.core.states import State
from tests.core.making import hold, step, two_sided
from tests.core.session.driven import HOUR, Driven, kinds, running


def test_a_session_counts_three_seconds_in_before_it_runs() -> None:
    driven = Driven(step())
    started = driven.do(Command.START)
    counted = driven.wait(3)
    assert started[0] == LeadInStarted(3_000)
    said = [event.cue.text for event in [*started, *counted] if isinstance(event, CueDue)]
    assert said[:3] == ["3", "2", "1"]
    assert WentOn() in counted
    assert driven.position == 0


def test_position_is_the_time_spent_running() -> None:
    driven = running(step(prepare=8, lasting=hold(20)))
    driven.wait(12.345)
    assert driven.position == 12.345


def test_a_segment_starts_before_its_cues_are_due() -> None:
    driven = running(step(prepare=0, lasting=hold(10)), step("B", prepare=0, lasting=hold(10)))
    events = driven.wait(10)
    started = next(index for index, event in enumerate(events) if isinstance(event, SegmentStarted))
    announced = next(
        index for index, event in enumerate(events) if isinstance(event, CueDue) and event.cue.kind is CueKind.STEP
    )
    assert started < announced


def test_a_session_ends_by_itself() -> None:
    driven = running(step(prepare=0, lasting=hold(10)))
    events = driven.wait(10)
    assert events[-1] == Finished()
    assert kinds(events)[-1] is CueKind.END
    assert (driven.session.state, driven.session.remaining, driven.session.over) == (State.FINISHED, 0, True)
    assert driven.session.next_deadline() is None


def test_a_pause_stands_still_at_once_and_is_not_counted() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.wait(10)
    assert driven.do(Command.PAUSE) == (Paused(),)
    driven.vanish(3_600)
    assert (driven.position, driven.session.state, driven.session.next_deadline()) == (10, State.PAUSED, None)


def test_going_on_after_a_pause_restores_the_remaining_time_after_a_lead_in() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.wait(10)
    driven.do(Command.PAUSE)
    driven.vanish(100)
    driven.do(Command.GO_ON)
    assert driven.session.state is State.LEAD_IN
    driven.wait(3)
    assert (driven.session.state, driven.session.moment.remaining) == (State.RUNNING, 50_000)


def test_cues_given_before_a_pause_are_not_given_again() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.wait(30)
    driven.do(Command.PAUSE)
    driven.do(Command.GO_ON)
    assert CueKind.HALF not in kinds(driven.wait(33))


def test_more_than_two_seconds_unseen_is_a_pause_where_it_was() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.wait(10)
    assert driven.vanish(3_600) == (WasAway(HOUR), Paused())
    assert (driven.position, driven.session.state) == (10, State.PAUSED)


def test_two_seconds_unseen_are_counted() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.vanish(2)
    assert (driven.position, driven.session.state) == (2, State.RUNNING)


def test_an_absence_during_the_lead_in_counts_it_in_again() -> None:
    driven = Driven(step())
    driven.do(Command.START)
    driven.vanish(10)
    assert (driven.session.state, driven.position) == (State.PAUSED, 0)


def test_a_clock_that_goes_back_moves_nothing() -> None:
    driven = running(step(prepare=0, lasting=hold(60)))
    driven.wait(10)
    assert driven.session.advance_to(driven.now - 5_000) == ()
    assert driven.position == 10


def test_whoever_comes_when_told_is_never_taken_for_away() -> None:
    driven = running(step(prepare=0, lasting=hold(3_600)))
    events = driven.wait(3_600)
    assert not [event for event in events if isinstance(event, WasAway)]
    assert driven.session.state is State.FINISHED


def test_the_end_is_not_another_start_of_the_last_step() -> None:
    driven = running(step("A"))
    events = driven.do(Command.NEXT)
    assert not [event for event in events if isinstance(event, SegmentStarted)]


def test_the_work_done_is_counted_by_side_without_prepare_and_switch() -> None:
    driven = running(two_sided(prepare=8, switch=5, lasting=hold(20)))
    driven.wait(40)
    assert driven.session.worked == {(0, Side.LEFT): 20_000, (0, Side.RIGHT): 7_000}
