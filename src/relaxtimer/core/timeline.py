"""Routine -> Timeline: segments and cues on one line of milliseconds, and what is at each position.

A timeline is never changed: whoever wants a longer hold or other words makes another one, whose starts and cues
follow from its segments.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import accumulate, groupby

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.body import Side
from relaxtimer.core.compile import compile_routine
from relaxtimer.core.cues import Cue, cues_of
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.pattern import PatternPhase
from relaxtimer.core.routine import Routine
from relaxtimer.core.segment import Occurrence, Phase, Segment


class Pace(Struct, frozen=True):
    """Where a paced segment is: `cycle` counts from 1 of `cycles`; `elapsed` in milliseconds of the phase."""

    phase: PatternPhase
    elapsed: Milliseconds
    cycle: int
    cycles: int

    @property
    def remaining(self) -> Milliseconds:
        """What is left of the phase."""
        return self.phase.duration - self.elapsed


class Moment(Struct, frozen=True):
    """What is at one position: the segment with its index, how far into it, and the pace where it has one."""

    position: Milliseconds
    index: int
    segment: Segment
    elapsed: Milliseconds
    pace: Pace | None

    @property
    def remaining(self) -> Milliseconds:
        """What is left of the segment."""
        return self.segment.duration - self.elapsed


class Timeline(Struct, frozen=True, dict=True):
    """A routine as it will run: segments that meet without gaps from 0 to `total`. Raises `ValueError` for none."""

    routine: Routine
    segments: tuple[Segment, ...]

    def __post_init__(self) -> None:
        """Refuse a timeline in which nothing happens."""
        if not self.segments:
            message = "a timeline has at least one segment"
            raise ValueError(message)

    @classmethod
    def of(cls, routine: Routine, first_side: Side = Side.LEFT) -> Timeline:
        """Compile a routine; two-sided steps start with `first_side`."""
        return cls.laid(routine, compile_routine(routine, first_side))

    @classmethod
    def laid(cls, routine: Routine, segments: Iterable[Segment]) -> Timeline:
        """Lay segments end to end from 0."""
        start = 0
        laid = []
        for segment in segments:
            laid.append(segment if segment.start == start else replace(segment, start=start))
            start += segment.duration
        return cls(routine, tuple(laid))

    @property
    def total(self) -> Milliseconds:
        """The whole length."""
        return self.segments[-1].end

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Every cue in the order they come."""
        return cues_of(self.segments, self.routine)

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Every time a step comes up, in order."""
        groups = groupby(range(len(self.segments)), key=lambda index: self.segments[index].occurrence)
        return tuple(self._occurrence(place, list(indices)) for place, (_, indices) in enumerate(groups))

    @cached_property
    def _starts(self) -> tuple[Milliseconds, ...]:
        return tuple(segment.start for segment in self.segments)

    @property
    def steps(self) -> int:
        """How many steps the routine has."""
        return self.segments[-1].number

    def index_at(self, position: Milliseconds) -> int:
        """Give the index of the segment at a position; the last one at the end."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def at(self, position: Milliseconds) -> Moment:
        """Tell what is at a position. Raises `ValueError` for one before the start or past the end."""
        if not 0 <= position <= self.total:
            message = f"position {position} is outside 0 to {self.total} ms"
            raise ValueError(message)
        index = self.index_at(position)
        segment = self.segments[index]
        elapsed = position - segment.start
        return Moment(position, index, segment, elapsed, _pace(segment, elapsed))

    def occurrence_at(self, position: Milliseconds) -> Occurrence:
        """Give the occurrence of a step at a position; a rest belongs to the step before it."""
        return self.occurrences[self.segments[self.index_at(position)].occurrence]

    def changed(self, change: Callable[[int, Segment], Iterable[Segment]]) -> Timeline:
        """Give the timeline in which each segment is replaced by what `change(index, segment)` gives for it."""
        return Timeline.laid(
            self.routine, [new for index, old in enumerate(self.segments) for new in change(index, old)]
        )

    def _occurrence(self, place: int, indices: list[int]) -> Occurrence:
        own = [index for index in indices if self.segments[index].phase is not Phase.REST] or indices
        first, last = self.segments[own[0]], self.segments[own[-1]]
        return Occurrence(place, first.step, first.number, first.round, own[0], own[-1], first.start, last.end)


def _pace(segment: Segment, elapsed: Milliseconds) -> Pace | None:
    pattern = segment.paced
    if pattern is None or not elapsed < segment.cycles * pattern.duration:
        return None
    cycle, within = divmod(elapsed, pattern.duration)
    starts = (0, *accumulate(phase.duration for phase in pattern.phases))
    place = bisect_right(starts, within) - 1
    return Pace(pattern.phases[place], within - starts[place], cycle + 1, segment.cycles)
