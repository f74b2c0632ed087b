"""The table of states of a session: which command is possible when, and what follows.

What is not in the table raises and changes nothing. A command that stays in its state moves or changes what is done
there. Time alone makes three more changes: a lead-in runs out (running), the position meets a step that waits
(waiting), the routine ends (finished).
"""

from __future__ import annotations

from enum import StrEnum

from relaxtimer.core.events import Command


class State(StrEnum):
    """What a session is doing."""

    BEFORE = "before"
    LEAD_IN = "lead-in"
    RUNNING = "running"
    WAITING = "waiting"
    PAUSED = "paused"
    HURTING = "hurting"
    FINISHED = "finished"
    LEFT = "left"


_MOVES = (Command.NEXT, Command.BACK, Command.AGAIN, Command.SWITCH_SIDES)
_VARIANTS = (Command.EASE, Command.FULL)
_LENGTHS = (Command.LONGER, Command.SHORTER)


def _moves(state: State, *more: Command) -> dict[Command, State]:
    return dict.fromkeys((*_MOVES, *more), state) | {Command.HURTS: State.HURTING, Command.LEAVE: State.LEFT}


TABLE: dict[State, dict[Command, State]] = {
    State.BEFORE: {Command.START: State.LEAD_IN, Command.LEAVE: State.LEFT},
    State.LEAD_IN: _moves(State.LEAD_IN, *_LENGTHS, *_VARIANTS) | {Command.PAUSE: State.PAUSED},
    State.RUNNING: _moves(State.RUNNING, *_LENGTHS, *_VARIANTS) | {Command.PAUSE: State.PAUSED},
    State.WAITING: _moves(State.RUNNING)
    | dict.fromkeys(_VARIANTS, State.WAITING)
    | {Command.PAUSE: State.PAUSED, Command.GO_ON: State.RUNNING},
    State.PAUSED: _moves(State.PAUSED, *_LENGTHS, *_VARIANTS) | {Command.GO_ON: State.LEAD_IN},
    State.HURTING: {
        Command.GO_ON: State.LEAD_IN,
        Command.EASIER: State.LEAD_IN,
        Command.SKIP_SIDE: State.LEAD_IN,
        Command.SKIP_STEP: State.LEAD_IN,
        Command.REST: State.PAUSED,
        Command.END_HERE: State.LEFT,
        Command.LEAVE: State.LEFT,
    },
    State.FINISHED: {},
    State.LEFT: {},
}

# States in which time counts for something, so that time nobody saw has to be noticed.
MOVING = frozenset({State.LEAD_IN, State.RUNNING, State.WAITING})
OVER = frozenset({State.FINISHED, State.LEFT})
