"""What the person is told of events that cannot be seen otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from relaxtimer.core.changes import STEP
from relaxtimer.core.duration import SECOND, Milliseconds, in_words
from relaxtimer.core.events import Event, LengthChanged, SidesSwapped, WasAway
from relaxtimer.core.session import Session
from relaxtimer.core.states import State


def told(events: Iterable[Event], *, shortest: bool = False) -> str:
    """Say what happened; empty where the screen shows it anyway. `shortest`: nothing more can be taken away."""
    for event in events:
        match event:
            case WasAway(duration):
                return away(duration)
            case LengthChanged(by) if by:
                return _changed(by, shortest=shortest)
            case SidesSwapped(segment) if segment.side is not None:
                return f"Starting with the {segment.side} side."
            case _:
                continue
    return ""


def reading(session: Session, *, ran: bool) -> str:
    """Say that the session stands still while the help is open; `ran` where it goes on by itself afterwards."""
    if ran:
        return "The session is paused while you read. It goes on when this closes."
    return "The session is paused." if session.state is State.PAUSED else ""


def _changed(by: Milliseconds, *, shortest: bool) -> str:
    all_of_it = ": that is all there is" if -STEP < by < 0 and shortest else ""
    return f"{_whole(abs(by))} {'more' if by > 0 else 'less'}{all_of_it}."


def away(duration: Milliseconds) -> str:
    """Say how long nobody was there."""
    return f"You were away for {_whole(duration)}. Paused where you were."


def _whole(duration: Milliseconds) -> str:
    return in_words(max(round(duration / SECOND), 1) * SECOND)
