"""The table of states: every command in every state."""

from __future__ import annotations

import pytest

from relaxtimer.core.events import (
    Command,
)
from relaxtimer.core.session import IllegalCommandError
from relaxtimer.core.states import MOVING, TABLE, State
from tests.core.making import breaths, step, two_sided, until_ready
from tests.core.session.driven import Driven


@pytest.mark.parametrize(
    ("state", "command"), [(state, command) for state in State for command in Command if command not in TABLE[state]]
)
def test_what_is_not_in_the_table_raises_and_changes_nothing(state: State, command: Command) -> None:
    driven = in_state(state)
    before = (driven.session.position, driven.session.timeline, driven.session.worked)
    with pytest.raises(IllegalCommandError, match=command.value):
        driven.do(command)
    assert (driven.session.position, driven.session.timeline, driven.session.worked) == before
    assert driven.session.state is state


@pytest.mark.parametrize(("state", "command"), [(state, command) for state in State for command in TABLE[state]])
def test_what_is_in_the_table_leads_to_the_state_it_names(state: State, command: Command) -> None:
    driven = in_state(state)
    if command is Command.FULL:
        driven.do(Command.EASE)
    driven.do(command)
    assert driven.session.state is TABLE[state][command]


def test_only_states_in_which_time_counts_have_a_deadline() -> None:
    for state in State:
        assert (in_state(state).session.next_deadline() is not None) == (state in MOVING), state


def in_state(state: State) -> Driven:
    """A session in a state, in which every command of the table is possible."""
    driven = Driven(
        step("A"),
        two_sided("B", easier="Small.", lasting=until_ready(60) if state is State.WAITING else breaths(6)),
        step("C"),
    )
    if state is State.BEFORE:
        return driven
    driven.do(Command.START)
    if state is not State.LEAD_IN:
        driven.wait(3)
    driven.do(Command.NEXT)
    driven.wait(2 if state is State.LEAD_IN else 9)
    if state in {State.PAUSED, State.HURTING, State.LEFT}:
        driven.do({State.PAUSED: Command.PAUSE, State.HURTING: Command.HURTS}.get(state, Command.LEAVE))
    if state is State.FINISHED:
        driven.do(Command.NEXT)
        driven.do(Command.NEXT)
    assert driven.session.state is state
    return driven
