"""Steps that last until one is ready."""

from __future__ import annotations

from relaxtimer.core.cues import WORDS, CueKind
from relaxtimer.core.events import (
    Command,
    WaitStarted,
)
from relaxtimer.core.states import State
from tests.core.making import hold, step, until_ready
from tests.core.session.driven import kinds, running


def test_an_easier_way_taken_while_waiting_says_nothing_twice() -> None:
    driven = running(step(prepare=0, lasting=until_ready(60), easier="Small.", say=("Big.",), breath_cue="Breathe."))
    driven.wait(20)
    driven.do(Command.HURTS)
    events = [*driven.do(Command.EASIER), *driven.wait(30)]
    assert not [kind for kind in kinds(events) if kind in WORDS]


def test_a_step_until_ready_waits_and_counts_up_without_moving_the_position() -> None:
    driven = running(step("A", prepare=0, lasting=hold(10)), step("B", prepare=0, lasting=until_ready(60)))
    events = driven.wait(40)
    assert [event for event in events if isinstance(event, WaitStarted)]
    assert (driven.session.state, driven.position, driven.session.waited) == (State.WAITING, 10, 30_000)


def test_being_ready_goes_on_to_what_follows() -> None:
    driven = running(step("A", prepare=0, lasting=until_ready(60)), step("B", prepare=0))
    driven.wait(30)
    driven.do(Command.GO_ON)
    assert (driven.session.state, driven.position) == (State.RUNNING, 60)


def test_words_of_a_step_until_ready_are_said_while_it_waits() -> None:
    driven = running(step(prepare=0, lasting=until_ready(60), say=("Lie down.", "Settle.")))
    assert kinds(driven.wait(10)).count(CueKind.INSTRUCTION) == 2


def test_waiting_is_paused_by_an_absence_and_not_counted() -> None:
    driven = running(step(prepare=0, lasting=until_ready(60)))
    driven.wait(10)
    driven.vanish(100)
    assert (driven.session.state, driven.session.waited) == (State.PAUSED, 10_000)
    driven.do(Command.GO_ON)
    driven.wait(5)
    assert (driven.session.state, driven.session.waited) == (State.WAITING, 12_000)


def test_back_while_waiting_for_long_means_this_step_again() -> None:
    driven = running(step("A", prepare=0), step("B", prepare=0, lasting=until_ready(60)))
    driven.wait(30)
    driven.do(Command.BACK)
    assert (driven.position, driven.session.state) == (20, State.WAITING)
