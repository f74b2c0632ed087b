"""What can be chosen when it hurts, in the order of the numbers from 1; both faces offer this."""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.events import Command
from relaxtimer.core.routine import with_side
from relaxtimer.core.session import Session

CALM = "Stopped. Ease out of it slowly, and breathe."
"""What is said and shown first."""


class WayOn(Struct, frozen=True):
    """One way on: the command it gives, the letter that chooses it, and its words, a sentence without its end."""

    command: Command
    letter: str
    words: str


WAYS_ON = (
    WayOn(Command.EASIER, "e", "Take it easier"),
    WayOn(Command.SKIP_SIDE, "s", "Skip this side"),
    WayOn(Command.SKIP_STEP, "n", "Skip this step"),
    WayOn(Command.REST, "r", "Rest"),
    WayOn(Command.END_HERE, "x", "End here"),
    WayOn(Command.GO_ON, "g", "Go on, it was pressed by mistake"),
)
SAFEST = Command.REST
"""What the largest key gives: it is found with closed eyes, and commits to nothing."""


def ways_on(session: Session) -> tuple[WayOn, ...]:
    """Give what can be chosen now."""
    return tuple(way for way in WAYS_ON if session.can(way.command))


def more_of(way: WayOn, session: Session) -> str:
    """Say what a way on means here, as a sentence; empty where its words say it all."""
    segment = session.moment.segment
    match way.command:
        case Command.EASIER:
            return with_side(segment.step.easier, segment.side)
        case Command.SKIP_SIDE if segment.side is not None:
            return f"On to the {segment.side.other} side."
        case _:
            return "Space does the same." if way.command is SAFEST else ""
