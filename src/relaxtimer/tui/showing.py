"""Which moment of a figure is shown at a moment of the session."""

from __future__ import annotations

from relaxtimer.core.body import Side
from relaxtimer.core.lasting import Parts
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.figure.film import Film, Shot


def shot_of(session: Session, film: Film) -> Shot:
    """Give the moment to show: the way into place first, then the pace, or a calm round of its own."""
    moment = session.moment
    segment = moment.segment
    part = part_of(segment)
    if segment.phase is Phase.REST:
        return film.entering(0, part)
    if segment.phase is not Phase.WORK:
        return film.entering(moment.elapsed, part)
    if segment.pattern is not None:
        return film.paced(segment.pattern, moment.elapsed, part)
    if session.state is State.WAITING:
        return film.resting(session.waited, part)
    return film.resting(moment.elapsed, part)


def part_of(segment: Segment) -> int | None:
    """Give which part of its step a segment is, counted from 1."""
    if segment.part is None or not isinstance(segment.step.lasting, Parts):
        return None
    return 1 + [part.name for part in segment.step.lasting.parts].index(segment.part.name)


def is_mirrored(segment: Segment) -> bool:
    """Tell whether a figure, which is written for the right side, is shown for the left."""
    return segment.side is Side.LEFT
