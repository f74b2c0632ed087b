"""This hurts: what stops, and what can be done then."""

from __future__ import annotations

import pytest

from relaxtimer.core.events import (
    Command,
    CueDue,
    Eased,
    Finished,
    HoldStopped,
    Left,
    Paused,
)
from relaxtimer.core.states import State
from tests.core.making import repeat, step, two_sided
from tests.core.session.driven import running


def test_this_hurts_stops_at_once() -> None:
    driven = running(step(prepare=0))
    driven.wait(5)
    events = driven.do(Command.HURTS)
    assert events == (HoldStopped(driven.session.moment.segment),)
    driven.vanish(600)
    assert (driven.position, driven.session.state) == (5, State.HURTING)


def test_the_easier_variant_goes_on_with_the_remaining_time_and_its_words() -> None:
    driven = running(step(prepare=0, easier="Half as big.", say=("Full.",)))
    driven.wait(5)
    driven.do(Command.HURTS)
    events = driven.do(Command.EASIER)
    assert events[0] == Eased("Half as big.")
    assert driven.session.moment.segment.easier
    assert driven.session.lead_in == 5_000
    driven.wait(5)
    assert (driven.session.state, driven.session.moment.remaining) == (State.RUNNING, 15_000)


def test_later_rounds_of_an_eased_step_are_eased_too() -> None:
    driven = running(repeat(2, step("A", prepare=0, easier="Small.")), step("B", prepare=0))
    driven.do(Command.HURTS)
    driven.do(Command.EASIER)
    assert [each.easier for each in driven.session.timeline.segments] == [True, True, False]


def test_there_is_no_easier_variant_of_a_step_that_has_none_or_is_eased() -> None:
    plain = running(step(prepare=0))
    plain.do(Command.HURTS)
    assert not plain.session.can(Command.EASIER)
    eased = running(step(prepare=0, easier="Small."))
    eased.do(Command.HURTS)
    eased.do(Command.EASIER)
    eased.do(Command.HURTS)
    assert not eased.session.can(Command.EASIER)


def test_an_eased_step_done_again_says_the_easier_words() -> None:
    driven = running(step(prepare=8, easier="Small.", say=("Big.",)))
    driven.do(Command.HURTS)
    driven.do(Command.EASIER)
    driven.do(Command.AGAIN)
    said = [event.cue.text for event in driven.wait(10) if isinstance(event, CueDue)]
    assert "Small." in said
    assert "Big." not in said


def test_what_hurts_can_be_skipped_by_side_or_whole() -> None:
    driven = running(two_sided("A", prepare=0, switch=5), step("B", prepare=0))
    driven.wait(5)
    driven.do(Command.HURTS)
    driven.do(Command.SKIP_SIDE)
    assert (driven.session.state, driven.position) == (State.LEAD_IN, 20)
    driven.do(Command.HURTS)
    driven.do(Command.SKIP_STEP)
    assert (driven.session.state, driven.position) == (State.LEAD_IN, 45)


def test_a_side_is_not_offered_for_skipping_where_no_other_follows() -> None:
    driven = running(step(prepare=0))
    driven.do(Command.HURTS)
    assert not driven.session.can(Command.SKIP_SIDE)


def test_skipping_the_last_step_because_it_hurts_finishes() -> None:
    driven = running(step(prepare=0))
    driven.do(Command.HURTS)
    assert driven.do(Command.SKIP_STEP)[-1] == Finished()


def test_resting_after_a_hurt_is_a_pause_as_long_as_one_likes() -> None:
    driven = running(step(prepare=0))
    driven.do(Command.HURTS)
    assert driven.do(Command.REST) == (Paused(),)
    driven.vanish(600)
    assert driven.session.can(Command.GO_ON)


@pytest.mark.parametrize("command", [Command.END_HERE, Command.LEAVE])
def test_ending_here_leaves_the_session(command: Command) -> None:
    driven = running(step(prepare=0))
    driven.do(Command.HURTS)
    assert driven.do(command) == (Left(),)
    assert driven.session.over
