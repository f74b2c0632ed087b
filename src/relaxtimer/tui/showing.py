"""Which moment of a figure is shown at a moment of the session, and which come next."""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.core.body import Side
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.lasting import Parts
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.figure.film import FRAMES, Film, Shot

# So far ahead moments are drawn: a step's first picture is there when the step begins.
_AHEAD: Milliseconds = 2 * SECOND


def moments(session: Session) -> Iterator[tuple[Segment, Milliseconds]]:
    """Yield the segment of now and how far into it to show it, and while time passes those of the next moments."""
    moment = session.moment
    segment = moment.segment
    waits = session.state is State.WAITING and segment.phase is Phase.WORK
    elapsed = session.waited if waits else moment.elapsed
    yield segment, elapsed
    if session.state not in {State.RUNNING, State.WAITING, State.LEAD_IN}:
        return
    for picture in range(1, _AHEAD * FRAMES // SECOND):
        later = picture * SECOND // FRAMES
        if waits or moment.position + later < segment.end:
            yield segment, elapsed + later
        elif moment.position + later < session.timeline.total:
            coming = session.timeline.at(moment.position + later)
            yield coming.segment, coming.elapsed


def still(segment: Segment, film: Film) -> Shot:
    """Give the one moment that says most of a segment."""
    return film.telling(part_of(segment), paced=segment.paced is not None)


def shot_of(segment: Segment, elapsed: Milliseconds, film: Film) -> Shot:
    """Give the moment to show: the way into place first, then the pace, or a calm round of its own."""
    part = part_of(segment)
    if segment.phase is Phase.REST:
        return film.entering(0, part)
    if segment.phase is not Phase.WORK:
        return film.entering(elapsed, part)
    if segment.paced is not None:
        return film.paced(segment.paced, elapsed, part)
    return film.resting(elapsed, part)


def part_of(segment: Segment) -> int | None:
    """Give which part of its step a segment is, counted from 1."""
    if segment.part is None or not isinstance(segment.step.lasting, Parts):
        return None
    return 1 + [part.name for part in segment.step.lasting.parts].index(segment.part.name)


def is_mirrored(segment: Segment) -> bool:
    """Tell whether a figure, which is written for the right side, is shown for the left."""
    return segment.side is Side.LEFT
