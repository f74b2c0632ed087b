"""What can be chosen when it hurts, and before leaving: the same numbers and letters in every face, shown and spoken.

A choice has its number whether or not the others are offered, so that closed eyes can learn it.
"""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.events import Command
from relaxtimer.core.keys import Action
from relaxtimer.core.routine import with_side
from relaxtimer.core.session import Session

CALM = "Stopped. Ease out of it slowly, and breathe."
"""What is said and shown first."""
LEAVE = ("Leave?", "Press Y to leave, space to stay.")
"""What is asked before leaving."""


class WayOn(Struct, frozen=True):
    """One way on: the command it gives, the number and the letter that choose it, its words, and those for the ear.

    `words` are a sentence without its end, `short` follow the number.
    """

    command: Command
    number: int
    letter: str
    words: str
    short: str

    @property
    def spoken(self) -> str:
        """What is said of it: its number, and as little else as tells it from the others."""
        return f"{self.number}, {self.short}."


WAYS_ON = (
    WayOn(Command.EASIER, 1, "e", "Take it easier", "easier"),
    WayOn(Command.SKIP_SIDE, 2, "s", "Skip this side", "skip this side"),
    WayOn(Command.SKIP_STEP, 3, "n", "Skip this step", "skip this step"),
    WayOn(Command.REST, 4, "r", "Rest", "rest"),
    WayOn(Command.END_HERE, 5, "x", "End here", "end here"),
    WayOn(Command.GO_ON, 6, "g", "Go on, it was pressed by mistake", "go on"),
)
ANSWERS = {
    Action.HURTS: frozenset(way.letter for way in WAYS_ON),
    Action.LEAVE: frozenset("y"),
}
"""The letters that answer what an action asks. None can be its key: pressed twice, it would be an answer as well."""
SAFEST = Command.REST
"""What the largest key gives: it is found with closed eyes, and commits to nothing."""


def ways_on(session: Session) -> tuple[WayOn, ...]:
    """Give what can be chosen now."""
    return tuple(way for way in WAYS_ON if session.can(way.command))


def spoken_ways(session: Session) -> tuple[str, ...]:
    """Say what can be chosen now, a sentence each."""
    return tuple(way.spoken for way in ways_on(session))


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
