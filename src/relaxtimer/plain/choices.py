"""What can be chosen when it hurts: numbered for closed eyes, with a letter each."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from relaxtimer.core.events import Command
from relaxtimer.core.routine import with_side
from relaxtimer.core.session import Session


class Choice(Struct, frozen=True):
    """One way on: its letter, the command it gives, and its words."""

    letter: str
    command: Command
    words: Callable[[Session], str]


def _easier(session: Session) -> str:
    segment = session.moment.segment
    return f"take it easier. {with_side(segment.step.easier, segment.side)}"


def _skip_side(session: Session) -> str:
    segment = session.moment.segment
    return f"skip this side, go to the {segment.side.other} side." if segment.side else "skip this side."


_CHOICES = (
    Choice("e", Command.EASIER, _easier),
    Choice("s", Command.SKIP_SIDE, _skip_side),
    Choice("n", Command.SKIP_STEP, lambda _: "skip this step."),
    Choice("r", Command.REST, lambda _: "rest. Space does the same."),
    Choice("x", Command.END_HERE, lambda _: "end here."),
    Choice("g", Command.GO_ON, lambda _: "go on. It was pressed by mistake."),
)


def choices(session: Session) -> list[Choice]:
    """Give what can be chosen now, in the order of the numbers 1 to n."""
    return [choice for choice in _CHOICES if session.can(choice.command)]


def chosen(session: Session, key: str) -> Command | None:
    """Give the command that a number or a letter chooses; `None` for any other key.

    Space rests, which is safe with closed eyes; `h` once more changes nothing.
    """
    possible = choices(session)
    if key == "space":
        return Command.REST
    if key.isdecimal() and 0 < int(key) <= len(possible):
        return possible[int(key) - 1].command
    return next((choice.command for choice in possible if choice.letter == key), None)


def choice_lines(session: Session) -> list[str]:
    """Write the choices, a line each."""
    return [
        f"{number}, or {choice.letter}: {choice.words(session)}"
        for number, choice in enumerate(choices(session), start=1)
    ]
