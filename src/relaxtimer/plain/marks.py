"""When the last ten seconds of a hold begin: the one mark that lines have in place of a count."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.timeline import Timeline

LAST: Milliseconds = 10 * SECOND
# A shorter hold is hardly begun when its last ten seconds are.
SHORTEST_WITH_MARK: Milliseconds = 20 * SECOND


def marks_of(timeline: Timeline) -> tuple[Milliseconds, ...]:
    """Give the positions ten seconds before the work of each side ends.

    There is none in work that is short or waits for a key, or whose last part is not longer than that.
    """
    return tuple(_marks(timeline.segments))


def _marks(segments: tuple[Segment, ...]) -> Iterator[Milliseconds]:
    work = [each for each in segments if each.phase is Phase.WORK]
    for _, group in groupby(work, key=lambda each: (each.occurrence, each.side)):
        own = list(group)
        last = own[-1]
        long_enough = last.end - own[0].start >= SHORTEST_WITH_MARK and last.duration > LAST
        if long_enough and not any(each.waits for each in own):
            yield last.end - LAST
