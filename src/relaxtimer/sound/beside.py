"""What is said beside the score, in sentences: that the session stands still, where, and what can be done then."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from relaxtimer.core.changes import FULL
from relaxtimer.core.choices import CALM, LEAVE, WAYS_ON, spoken_ways
from relaxtimer.core.duration import SECOND, Milliseconds, in_words
from relaxtimer.core.events import Eased, Event, HoldStopped, Paused, WasAway
from relaxtimer.core.routine import with_side
from relaxtimer.core.session import Session
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.core.timeline import Timeline
from relaxtimer.core.whereabouts import PAUSED, paused


def said_of(
    happened: Iterable[Event], session: Session, real: Callable[[Milliseconds], Milliseconds]
) -> tuple[str, ...]:
    """Give what is said of what happened; `real` turns session time into that of the person."""
    said: list[str] = []
    for event in happened:
        match event:
            case HoldStopped():
                said += [CALM, *spoken_ways(session)]
            case Eased(words):
                said.append(words)
            case WasAway(duration):
                said.append(away(real(duration)))
            case Paused():
                said += paused(session)
            case _:
                continue
    return tuple(said)


def away(duration: Milliseconds) -> str:
    """Say for how long nobody saw the time pass."""
    return f"You were away for {in_words(max(round(duration / SECOND), 1) * SECOND)}."


def asides(timeline: Timeline) -> tuple[str, ...]:
    """Give what may have to be said at any moment and at once; what follows on one of these can still be made then."""
    easier = (with_side(segment.step.easier, segment.side) for segment in timeline.segments)
    ways = (way.spoken for way in WAYS_ON)
    return tuple(dict.fromkeys((CALM, *filter(None, easier), FULL, *ways, PAUSED, *LEAVE, *STOP_RULES[:1])))
