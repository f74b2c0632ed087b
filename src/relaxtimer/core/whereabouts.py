"""Where a session is, in short sentences: for whoever paused it, or asks with closed eyes."""

from __future__ import annotations

from relaxtimer.core.cues import coming, sentence
from relaxtimer.core.duration import SECOND, Milliseconds, in_words
from relaxtimer.core.routine import with_side
from relaxtimer.core.segment import Phase
from relaxtimer.core.session import Session
from relaxtimer.core.states import State

PAUSED = "Paused."


def paused(session: Session) -> tuple[str, ...]:
    """Say that it stands still, which step this is, and what is left of it."""
    return PAUSED, number_of(session), *_left_here(session)


def whereabouts(session: Session) -> tuple[str, ...]:
    """Say the step, its side, round and part, which one it is, and what is left of it and of the whole."""
    standing = (PAUSED,) if session.state is State.PAUSED else ()
    return *standing, _what(session), number_of(session), *_left_here(session), _left_in_all(session)


def number_of(session: Session) -> str:
    """Say which step of how many this is; a rest belongs to the step before it."""
    return f"Step {session.moment.segment.number} of {session.timeline.steps}."


def whole_seconds(duration: Milliseconds) -> str:
    """Write what is left in whole seconds, rounded up: nothing is left only at the end."""
    return in_words(-(-duration // SECOND) * SECOND)


def _what(session: Session) -> str:
    """Say what is being done: in a rest, what it is for."""
    moment, timeline = session.moment, session.timeline
    segment = moment.segment
    if segment.phase is Phase.REST:
        return f"Rest. {coming(timeline.segments[moment.index + 1], segment)}"
    words = [sentence(segment.step.name)]
    if segment.side is not None:
        words.append(f"{segment.side.value.capitalize()} side.")
    if segment.round is not None and segment.round.of > 1:
        words.append(f"Round {segment.round.n} of {segment.round.of}.")
    if segment.part is not None:
        words.append(sentence(with_side(segment.part.name, segment.side)))
    return " ".join(words)


def _left_here(session: Session) -> tuple[str, ...]:
    """Say how long this goes on: the rest, the side while another one follows, else the step; a wait has no end."""
    segment = session.moment.segment
    if segment.waits:
        return ("It lasts until you are ready.",)
    own = [each for each in session.timeline.segments if each.occurrence == segment.occurrence]
    if segment.phase is Phase.REST:
        end, what = segment.end, "of the rest"
    elif any(each.waits for each in own):
        end, what = segment.end, "to get into place"
    elif any(each.start > segment.start and each.side not in {segment.side, None} for each in own):
        end, what = max(each.end for each in own if each.side is segment.side), "on this side"
    else:
        end, what = session.timeline.occurrence_at(session.position).end, "in this step"
    return (f"{whole_seconds(end - session.position)} left {what}.",)


def _left_in_all(session: Session) -> str:
    """Say how long the whole goes on: about so long where some of it ends by a key."""
    waits = any(each.waits and each.end > session.position for each in session.timeline.segments)
    return f"{'About ' if waits else ''}{whole_seconds(session.remaining)} left in all."
