"""What a session asks: after "this hurts", before it is left, and at its end."""

from __future__ import annotations

from relaxtimer.core.choices import SAFEST, more_of, ways_on
from relaxtimer.core.duration import SECOND, Milliseconds, in_words
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.tui.asking import Choice, Question

LEAVE = Choice("leave", ("y", "enter"), "Leave")
STAY = Choice("stay", ("n", "escape", "g"), "Go on")
CLOSE = Choice("close", ("enter", "space", "escape", "q"), "Close")


def asked(session: Session, practised: Milliseconds) -> Question:
    """Give what is asked now; `practised` is the time the session ran, in milliseconds."""
    if session.over:
        return ended(session, practised)
    return hurting(session) if session.state is State.HURTING else leaving(session)


def hurting(session: Session) -> Question:
    """Ask what would help, with what is possible now, and say which signs end a session."""
    # Space does what is safe with closed eyes; escape does nothing.
    choices = tuple(
        Choice(
            way.command.value,
            (way.letter, "space") if way.command is SAFEST else (way.letter,),
            way.words,
            more_of(way, session),
        )
        for way in ways_on(session)
    )
    lines = (f"{session.moment.segment.step.name}: what would help?", STOP_RULES[0])
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
