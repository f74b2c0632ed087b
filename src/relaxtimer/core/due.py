"""By when the words of a step are best over, so that whoever listens knows what to do before they do it.

The rules. Where the work is paced, by breaths or repetitions, all words come before the pace begins: none of them talks
into it. Anywhere else the first instruction comes before the work, and the others in its first quarter, or in its first
part where that is shorter. A step without a prepare of its own that is nothing but rest, or a walk that goes on, has
its words as it begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from relaxtimer.core.body import Kind, Position
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.speech import time_for_words


class Due(Struct, frozen=True):
    """When the words of a step are best over (milliseconds of the session; `None` for no such time).

    `first` is for the first sentence, `others` for the rest of them. `paced` tells that a pace begins then.
    """

    first: Milliseconds | None
    others: Milliseconds | None
    paced: bool


def due_of_step(own: Sequence[Segment]) -> Due:
    """Give by when the sentences of a step are best over, of which these are the segments."""
    work = next(segment for segment in own if segment.phase is Phase.WORK)
    if work.paced is not None or work.waits:
        others = due_of_work(work).others
    else:
        side = (each.duration for each in own if each.phase is Phase.WORK and each.side is work.side)
        others = min(work.start + time_for_words(sum(side)), work.end)
    first = others if own[0] is work and _goes_on(work) else work.start
    return Due(first, others, paced=work.paced is not None)


def due_of_work(work: Segment) -> Due:
    """Give by when the words are best over that are said for one stretch of work alone, as those of a part."""
    if work.paced is not None:
        return Due(work.start, work.start, paced=True)
    end = None if work.waits else work.start + time_for_words(work.duration)
    return Due(end, end, paced=False)


def _goes_on(work: Segment) -> bool:
    return work.step.kind is Kind.RELAXATION or work.step.position is Position.WALKING
