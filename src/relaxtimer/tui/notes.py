"""What the person is told of events that cannot be seen otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from relaxtimer.core.duration import SECOND, Milliseconds, in_words
from relaxtimer.core.events import Event, LengthChanged, SidesSwapped, WasAway

NO_VOICE = "There is no voice yet: the words are on the screen."
NO_VOLUME = "The bell has no volume of its own: your terminal sets it."


def told(events: Iterable[Event]) -> str:
    """Say what happened; empty where the screen shows it anyway."""
    for event in events:
        match event:
            case WasAway(duration):
                return away(duration)
            case LengthChanged(by) if by:
                return f"{_whole(abs(by))} {'more' if by > 0 else 'less'}."
            case SidesSwapped(segment) if segment.side is not None:
                return f"Starting with the {segment.side} side."
            case _:
                continue
    return ""


def away(duration: Milliseconds) -> str:
    """Say how long nobody was there."""
    return f"You were away for {_whole(duration)}. Paused where you were."


def _whole(duration: Milliseconds) -> str:
    return in_words(max(round(duration / SECOND), 1) * SECOND)
