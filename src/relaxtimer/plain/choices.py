"""The choices when it hurts as lines: numbered for closed eyes, with a letter each."""

from __future__ import annotations

from relaxtimer.core.choices import SAFEST, WayOn, more_of, ways_on
from relaxtimer.core.events import Command
from relaxtimer.core.session import Session


def chosen(session: Session, key: str) -> Command | None:
    """Give the command that a number or a letter chooses; `None` for any other key.

    Space rests, which is safe with closed eyes; `h` once more changes nothing.
    """
    if key == "space":
        return SAFEST
    return next((way.command for way in ways_on(session) if key in {str(way.number), way.letter}), None)


def choice_lines(session: Session) -> list[str]:
    """Write the choices, a line each."""
    return [f"{way.number}, or {way.letter}: {_told(way, session)}" for way in ways_on(session)]


def _told(way: WayOn, session: Session) -> str:
    """Write a way on as it follows a colon, and what it means here."""
    return f"{way.words[0].lower()}{way.words[1:]}. {more_of(way, session)}".rstrip()
