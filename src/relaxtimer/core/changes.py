"""Timelines changed by hand while a session runs: longer, shorter, the other side first, easier.

Each gives a new timeline, or `None` where the change is not possible there.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from relaxtimer.core.duration import HOUR, SECOND, Milliseconds
from relaxtimer.core.lasting import LONGEST, Hold
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.timeline import Moment, Timeline

STEP: Milliseconds = 10 * SECOND
# What is left after shortening: enough for the three marks before the end.
LEAST_LEFT: Milliseconds = 3 * SECOND


def longer(timeline: Timeline, moment: Moment) -> Timeline | None:
    """Give ten seconds more of this segment, or as many whole cycles as come nearest to it."""
    segment = moment.segment
    duration = segment.duration + _step(segment)
    if segment.waits or duration > HOUR or timeline.total + 2 * _step(segment) > LONGEST:
        return None
    return _lasting(timeline, moment, duration)


def shorter(timeline: Timeline, moment: Moment) -> Timeline | None:
    """Take ten seconds off, never below three left; of a paced one whole cycles, never the one that goes on."""
    segment = moment.segment
    floor = moment.elapsed + LEAST_LEFT
    if _by_cycles(segment) and segment.pattern is not None:
        floor = -(-max(moment.elapsed, 1) // segment.pattern.duration) * segment.pattern.duration
    duration = max(segment.duration - _step(segment), floor)
    if segment.waits or duration >= segment.duration:
        return None
    return _lasting(timeline, moment, duration)


def other_side_first(timeline: Timeline, moment: Moment) -> Timeline | None:
    """Swap the sides of a two-sided step whose work has not begun."""
    occurrence = moment.segment.occurrence
    own = [segment for segment in timeline.segments if segment.occurrence == occurrence]
    if not own[0].step.two_sided or moment.index > timeline.segments.index(own[0]) or own[0].phase is not Phase.PREPARE:
        return None

    def swapped(_: int, segment: Segment) -> Iterable[Segment]:
        mine = segment.occurrence == occurrence and segment.side is not None
        yield replace(segment, side=segment.side.other) if mine and segment.side else segment

    return timeline.changed(swapped)


def eased(timeline: Timeline, moment: Moment) -> Timeline | None:
    """Take the easier variant of this step from here on, in its later rounds too."""
    if not moment.segment.step.easier or moment.segment.easier:
        return None

    def easier(index: int, segment: Segment) -> Iterable[Segment]:
        later = index >= moment.index or segment.occurrence == moment.segment.occurrence
        yield replace(segment, easier=True) if later and segment.number == moment.segment.number else segment

    return timeline.changed(easier)


def other_side(timeline: Timeline, moment: Moment) -> int | None:
    """Give the index of the segment where the other side of this step begins, if that is still to come."""
    now = moment.segment
    others = (
        index
        for index, segment in enumerate(timeline.segments[moment.index :], moment.index)
        if segment.occurrence == now.occurrence and segment.side not in {None, now.side}
    )
    return next(others, None)


def _by_cycles(segment: Segment) -> bool:
    """Tell whether the length is a number of cycles; a hold with a breath keeps its own time."""
    part = segment.part
    return segment.pattern is not None and not isinstance(part.lasting if part else segment.step.lasting, Hold)


def _step(segment: Segment) -> Milliseconds:
    if segment.pattern is None or not _by_cycles(segment):
        return STEP
    cycle = segment.pattern.duration
    return max(1, (STEP + cycle // 2) // cycle) * cycle


def _lasting(timeline: Timeline, moment: Moment, duration: Milliseconds) -> Timeline:
    """Give this segment a length, and the same to its counterpart on a side still to come, so that sides stay equal."""
    now = moment.segment

    def change(index: int, segment: Segment) -> Iterable[Segment]:
        counterpart = (
            index > moment.index
            and now.phase is Phase.WORK
            and (segment.occurrence, segment.phase, segment.part) == (now.occurrence, now.phase, now.part)
        )
        yield _resized(segment, duration) if counterpart or index == moment.index else segment

    return timeline.changed(change)


def _resized(segment: Segment, duration: Milliseconds) -> Segment:
    cycles = duration // segment.pattern.duration if segment.pattern else 0
    return replace(segment, duration=duration, cycles=cycles)
