"""The place a session has reached on its timeline: it spends time, enters segments, fires cues, counts the work done.

Each cue fires once and in order, however large the steps in which time is spent. A jump fires what comes from there on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from relaxtimer.core.body import Side
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.events import CueDue, Event, SegmentStarted
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.timeline import Moment, Timeline


class Playhead:
    """A position on a timeline, in milliseconds of time spent running.

    `waited` is the time spent so far in a segment that waits for the person; `worked` the work done, by occurrence
    and side.
    """

    def __init__(self, timeline: Timeline, position: Milliseconds) -> None:
        """Stand at a position, with everything from there on still to come."""
        self.timeline = timeline
        self.waited: Milliseconds = 0
        self.worked: dict[tuple[int, Side | None], Milliseconds] = {}
        self.jump(position)

    @property
    def moment(self) -> Moment:
        """What is at the position."""
        return self.timeline.at(self.position)

    @property
    def segment(self) -> Segment:
        """The segment at the position."""
        return self.timeline.segments[self.timeline.index_at(self.position)]

    @property
    def at_end(self) -> bool:
        """Whether nothing is left."""
        return self.position == self.timeline.total

    @property
    def must_wait(self) -> bool:
        """Whether the segment here ends by a key."""
        return not self.at_end and self.segment.waits

    def jump(self, position: Milliseconds) -> None:
        """Go elsewhere."""
        self.position = position
        self.waited = 0
        self._entered: int | None = None
        self._next_cue = bisect_left(self.timeline.cues, position, key=lambda cue: cue.at)

    def change(self, timeline: Timeline) -> None:
        """Take a changed timeline; cues that were fired at this very moment do not fire again."""
        self.timeline = timeline
        bisect = bisect_left if self._entered is None else bisect_right
        self._next_cue = bisect(timeline.cues, self.position, key=lambda cue: cue.at)

    def due(self) -> Milliseconds | None:
        """Give how long until something happens here; `None` when only the person can make it happen."""
        segment = self.segment
        here = self.position + self.waited
        upcoming = self.timeline.cues[self._next_cue].at if self._next_cue < len(self.timeline.cues) else segment.end
        if segment.waits and upcoming >= segment.end:
            return None
        return max(min(upcoming, segment.end) - here, 0)

    def arrive(self) -> list[Event]:
        """Enter the segment here, if that was not done, and fire what is due at this moment."""
        events: list[Event] = []
        index = self.timeline.index_at(self.position)
        if self._entered != index:
            self._entered = index
            self.waited = 0
            events.append(SegmentStarted(index, self.timeline.segments[index]))
        return events + self._fire(self.position)

    def run(self, time: Milliseconds) -> tuple[list[Event], Milliseconds]:
        """Spend time until the next segment begins at the most; give what happened and the time left over."""
        segment = self.segment
        spent = min(time, segment.end - self.position)
        self._count(spent)
        self.position += spent
        return self._fire(min(self.position, segment.end - 1)), time - spent

    def wait(self, time: Milliseconds) -> list[Event]:
        """Spend time waiting."""
        segment = self.segment
        self._count(time)
        self.waited += time
        return self._fire(min(segment.start + self.waited, segment.end - 1))

    def stop_waiting(self) -> None:
        """Leave a segment that waits, by its end."""
        self.jump(self.segment.end)

    def _fire(self, upto: Milliseconds) -> list[Event]:
        events: list[Event] = []
        cues = self.timeline.cues
        while self._next_cue < len(cues) and cues[self._next_cue].at <= upto:
            events.append(CueDue(cues[self._next_cue]))
            self._next_cue += 1
        return events

    def _count(self, time: Milliseconds) -> None:
        segment = self.segment
        if segment.phase is Phase.WORK:
            key = (segment.occurrence, segment.side)
            self.worked[key] = self.worked.get(key, 0) + time
