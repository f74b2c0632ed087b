"""The place a session has reached on its timeline: it spends time, enters segments, fires cues, counts the work done.

Each cue fires once and in order, however large the steps in which time is spent. A jump fires what comes from there
on. When the timeline is changed under way, what has been said of a step is not said again, and what has not been said
still is, even where the changed timeline has it earlier.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from relaxtimer.core.body import Side
from relaxtimer.core.cues import WORDS, Cue, until_of_words
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.events import CueDue, Event, SegmentStarted
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES, speaking_time
from relaxtimer.core.timeline import Moment, Timeline


class Playhead:
    """A position on a timeline, in milliseconds of time spent running.

    `waited` is the time spent so far in a segment that waits for the person; `worked` the work done, by occurrence
    and side; `spent` all the time spent here, whatever on.
    """

    def __init__(self, timeline: Timeline, position: Milliseconds) -> None:
        """Stand at a position, with everything from there on still to come."""
        self.timeline = timeline
        self.waited: Milliseconds = 0
        self.worked: dict[tuple[int, Side | None], Milliseconds] = {}
        self.spent: Milliseconds = 0
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
        self._upcoming = [cue for cue in self.timeline.cues if cue.at >= position]
        self._next = 0
        self._said = sum(1 for cue in self._words() if cue.at < position)
        self.said: list[Cue] = []
        """The sentences of the step here that were said since the last jump, each where it was."""

    def change(self, timeline: Timeline) -> None:
        """Take a changed timeline, in which nothing that has been said is said again and nothing is left out."""
        was_easier, began_easier = self.segment.easier, self.segment.begun_easier
        self.timeline = timeline
        here = self.position + self.waited
        if self.segment.easier and not was_easier:
            # Taken on the way into place its words stand before the others, which go on.
            self._said = self._said + 1 if self.segment.begun_easier else len(self._words())
            self.said.clear()
        elif was_easier and not self.segment.easier:
            # The words of the easier variant stood before those of the step, or in their place.
            self._said = max(self._said - 1, 0) if began_easier else len(self._words())
            self.said.clear()
        later = [cue for cue in timeline.cues if cue.at > here or (cue.at == here and self._entered is None)]
        words = self._words()
        self._upcoming = sorted(
            [*(cue for cue in later if cue not in words), *self._unsaid(words, here)], key=lambda cue: cue.at
        )
        self._next = 0

    def _words(self) -> list[Cue]:
        """Give the sentences of the step here, in order."""
        occurrence = self.segment.occurrence
        segments = self.timeline.segments
        return [
            cue for cue in self.timeline.cues if cue.kind in WORDS and segments[cue.segment].occurrence == occurrence
        ]

    def _unsaid(self, words: list[Cue], here: Milliseconds) -> Iterator[Cue]:
        """Yield the sentences still to be said, one after another, none before now."""
        at = here if self._entered is None else here + PAUSE_BETWEEN_SENTENCES
        occurrence = self.segment.occurrence
        until = until_of_words([each for each in self.timeline.segments if each.occurrence == occurrence])
        for cue in words[self._said :]:
            at = max(at, cue.at)
            if at >= until:
                return
            yield replace(cue, at=at, segment=self.timeline.index_at(at))
            at += speaking_time(cue.text or "") + PAUSE_BETWEEN_SENTENCES

    @property
    def unsaid(self) -> tuple[Cue, ...]:
        """Give the sentences of the step here that are still to be said, each where it will be."""
        segments, here = self.timeline.segments, self.segment.occurrence
        return tuple(
            cue
            for cue in self._upcoming[self._next :]
            if cue.kind in WORDS and segments[cue.segment].occurrence == here
        )

    def due(self) -> Milliseconds | None:
        """Give how long until something happens here; `None` when only the person can make it happen."""
        segment = self.segment
        here = self.position + self.waited
        upcoming = self._upcoming[self._next].at if self._next < len(self._upcoming) else segment.end
        if segment.waits and upcoming >= segment.end:
            return None
        return max(min(upcoming, segment.end) - here, 0)

    def arrive(self) -> list[Event]:
        """Enter the segment here, if that was not done, and fire what is due at this moment."""
        events: list[Event] = []
        index = self.timeline.index_at(self.position)
        if self._entered != index and not self.at_end:
            before, self._entered = self._entered, index
            self.waited = 0
            segments = self.timeline.segments
            if before is not None and segments[before].occurrence != segments[index].occurrence:
                self._said = 0
                self.said.clear()
            events.append(SegmentStarted(index, segments[index]))
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
        while self._next < len(self._upcoming) and self._upcoming[self._next].at <= upto:
            cue = self._upcoming[self._next]
            self._next += 1
            if cue.kind in WORDS:
                self._said += 1
                self.said.append(cue)
            events.append(CueDue(cue))
        return events

    def _count(self, time: Milliseconds) -> None:
        segment = self.segment
        self.spent += time
        if segment.phase is Phase.WORK:
            key = (segment.occurrence, segment.side)
            self.worked[key] = self.worked.get(key, 0) + time
