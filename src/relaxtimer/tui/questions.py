"""What a session asks: after "this hurts", before it is left, and at its end."""

from __future__ import annotations

from relaxtimer.core.duration import SECOND, in_words
from relaxtimer.core.events import Command
from relaxtimer.core.routine import with_side
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui.asking import Choice, Question

LEAVE = Choice("leave", ("y", "enter"), "Leave")
STAY = Choice("stay", ("n", "escape", "g"), "Go on")
CLOSE = Choice("close", ("enter", "space", "escape", "q"), "Close")

# Space and escape do what is safe with closed eyes: rest, and nothing.
_HURT_KEYS = {
    Command.EASIER: (("e",), "Go on with the easier way"),
    Command.SKIP_SIDE: (("s",), "Skip this side"),
    Command.SKIP_STEP: (("n",), "Skip this step"),
    Command.REST: (("r", "space"), "Rest"),
    Command.END_HERE: (("x",), "End here"),
    Command.GO_ON: (("g",), "Go on, it was pressed by mistake"),
}


def hurting(session: Session) -> Question:
    """Ask what would help, with what is possible now."""
    segment = session.moment.segment
    easier = with_side(segment.step.easier, segment.side)
    choices = tuple(
        Choice(command.value, keys, words, easier if command is Command.EASIER else "")
        for command, (keys, words) in _HURT_KEYS.items()
        if session.can(command)
    )
    lines = (f"{segment.step.name}: what would help?",)
    return Question("Stopped. Ease out of it slowly, and breathe.", lines, choices)


def leaving(session: Session) -> Question:
    """Ask whether to leave."""
    left = in_words(-(-session.remaining // SECOND) * SECOND)
    return Question("Leave the session?", (f"It is paused, with {left} left.",), (LEAVE, STAY))


def ended(session: Session, practised: int) -> Question:
    """Close the session calmly; `practised` is the time it ran, in milliseconds."""
    finished = session.state is State.FINISHED
    title = "Finished." if finished else "Ended here."
    after = session.timeline.routine.after if finished else ("Rest as long as you like.",)
    done = f"Time done: {in_words(max(practised // SECOND, 1) * SECOND)}."
    return Question(title, (*after, done), (CLOSE,))
