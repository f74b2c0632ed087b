"""What a session asks: after "this hurts", before it is left, and at its end."""

from __future__ import annotations

from relaxtimer.core.choices import CALM, SAFEST, more_of, ways_on
from relaxtimer.core.choices import LEAVE as ASKED
from relaxtimer.core.done import done_line
from relaxtimer.core.duration import SECOND, Milliseconds, clock, in_words
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.tui.asking import Choice, Question

LEAVE = Choice(1, "leave", ("y", "enter"), "Leave")
STAY = Choice(2, "stay", ("n", "escape", "g", "space"), "Go on")
BACK = Choice(2, "stay", STAY.keys, "Back to what would help")
CLOSE = Choice(1, "close", ("enter", "space", "escape", "q"), "Close")


def asked(session: Session, *, to_leave: bool, rested: Milliseconds = 0) -> Question:
    """Give what is asked now; `to_leave` where the person wants to leave, `rested` how long ago the end was."""
    if session.over:
        return ended(session, rested)
    return leaving(session) if to_leave else hurting(session)


def hurting(session: Session) -> Question:
    """Ask what would help, with what is possible now, and say which signs end a session."""
    # Space does what is safe with closed eyes.
    choices = tuple(
        Choice(
            way.number,
            way.command.value,
            (way.letter, "space") if way.command is SAFEST else (way.letter,),
            way.words,
            more_of(way, session),
        )
        for way in ways_on(session)
    )
    lines = (f"{session.moment.segment.step.name}: what would help?",)
    return Question(CALM, lines, choices, STOP_RULES[:1])


def leaving(session: Session) -> Question:
    """Ask whether to leave."""
    left = in_words(-(-session.remaining // SECOND) * SECOND)
    stay = BACK if session.state is State.HURTING else STAY
    return Question("Leave the session?", (f"It is paused, with {left} left.", *ASKED[1:]), (LEAVE, stay))


def ended(session: Session, rested: Milliseconds = 0) -> Question:
    """Close the session calmly, with what was done; after its end nothing presses, and the time of rest counts up."""
    finished = session.state is State.FINISHED
    title = "Finished." if finished else "Ended here."
    after = session.timeline.routine.after if finished else ()
    rest = f"Stay as long as you like: {clock(rested)}" if finished else "Rest as long as you like."
    return Question(title, (*after, rest, done_line(session)), (CLOSE,))
