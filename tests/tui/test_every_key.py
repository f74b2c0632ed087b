"""Every key in every state, from the tables of keys and states: what is possible happens, and nothing else does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from relaxtimer.core.events import Command
from relaxtimer.core.keys import KEYS, Action, command_for
from relaxtimer.core.session import Session
from relaxtimer.core.states import TABLE, State
from relaxtimer.sound.controls import CONTROLS
from relaxtimer.tui.arrangement import Place
from relaxtimer.tui.questions import hurting
from tests.core.making import hold, step, until_ready
from tests.core.making import two_sided as sides
from tests.tui.session_at import Seen, press

pytestmark = pytest.mark.once

ITEMS = (sides("Hug", hold(20)), step("Wait", until_ready(30), prepare=2), step("Rest", hold(5), prepare=2))
# How each state is reached: seconds to wait and keys to press, in turns.
WAYS: dict[State, tuple[float | str, ...]] = {
    State.LEAD_IN: (1,),
    State.RUNNING: (16,),
    State.WAITING: (16, "n", 4),
    State.PAUSED: (16, "space"),
    State.HURTING: (16, "h"),
    State.FINISHED: (16, "n", "n", "n"),
    State.LEFT: (16, "h", "5"),
}
# What a key does beside the session, and then the session stands still, or is as it was.
STANDING = {Action.HELP, Action.LEAVE}


async def reached(seen: Seen, pilot: Pilot[None], way: Sequence[float | str]) -> None:
    """Come to a state."""
    for each in way:
        if isinstance(each, str):
            await press(pilot, each)
        else:
            await seen.wait(pilot, each)


def after(session: Session, action: Action) -> State:
    """The state that the tables say an action leads to."""
    if session.over:
        return session.state
    if action in STANDING:
        return State.PAUSED if session.state in {State.LEAD_IN, State.RUNNING, State.WAITING} else session.state
    command = command_for(action, session)
    if session.state is State.HURTING:
        name = next(key.keys[0] for key in KEYS if key.action is action)
        answer = hurting(session).chosen(name)
        command = None if answer is None else Command(answer.name)
    return session.state if command is None else TABLE[session.state][command]


@pytest.mark.parametrize("state", WAYS)
async def test_each_key_leads_where_the_tables_say(state: State) -> None:
    for key in KEYS:
        seen = Seen(*ITEMS)
        async with seen.app.run_test(size=(100, 30)) as pilot:
            await reached(seen, pilot, WAYS[state])
            assert seen.state() is state
            expected = after(seen.screen.session, key.action)
            number = seen.screen.session.moment.segment.number
            await press(pilot, key.keys[0])
            if not seen.app.is_running or seen.app._exit:  # noqa: SLF001 - it was closed, as q does after the end
                assert state in {State.FINISHED, State.LEFT}
                continue
            found = seen.state()
            assert found is expected or (key.action is Action.NEXT and found in {State.RUNNING, State.WAITING})
            if key.action in {*CONTROLS, Action.BIG, Action.TURN, Action.WHERE}:
                assert (found, seen.screen.session.moment.segment.number) == (state, number)
            if key.action is Action.HELP:
                assert Place.HELP in seen.places()
            if key.action is Action.LEAVE and not seen.screen.session.over:
                assert "Leave the session?" in seen.text(Place.CHOICES)
