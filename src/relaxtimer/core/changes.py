"""Timelines changed by hand while a session runs: longer, shorter, the other side first, easier.

What is possible is told apart from the change itself, which lays out a whole timeline: faces ask often.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from relaxtimer.core.duration import HOUR, SECOND, Milliseconds
from relaxtimer.core.lasting import LONGEST, Hold
from relaxtimer.core.routine import with_side
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.timeline import Moment, Timeline
from relaxtimer.core.variants import easier_from_its_start

STEP: Milliseconds = 10 * SECOND
FULL = "The full one again."
# What is left after shortening: enough for the three marks before the end.
LEAST_LEFT: Milliseconds = 3 * SECOND


def longer(timeline: Timeline, moment: Moment) -> Milliseconds | None:
    """Give the length with ten seconds more, or the whole cycles nearest to that; `None` past a bound."""
    segment = moment.segment
    duration = segment.duration + _step(segment)
    if segment.waits or duration > HOUR or timeline.total + 2 * _step(segment) > LONGEST:
        return None
    return duration


def shorter(moment: Moment) -> Milliseconds | None:
    """Give the length with ten seconds less, never below three left, or `None` where nothing can go.

    Of a paced segment whole cycles go, never the one that goes on.
    """
    segment = moment.segment
    floor = moment.elapsed + LEAST_LEFT
    if _by_cycles(segment) and segment.pattern is not None:
        floor = -(-max(moment.elapsed, 1) // segment.pattern.duration) * segment.pattern.duration
    duration = max(segment.duration - _step(segment), floor)
    return None if segment.waits or duration >= segment.duration else duration


def lasting(timeline: Timeline, moment: Moment, duration: Milliseconds) -> Timeline:
    """Give this segment a length, and the same to its counterpart on a side still to come, so that sides stay equal."""
    alike = {moment.index, _counterpart(timeline, moment)}

    def change(index: int, segment: Segment) -> Iterable[Segment]:
        yield _resized(segment, duration) if index in alike else segment

    return timeline.changed(change)


def _counterpart(timeline: Timeline, moment: Moment) -> int | None:
    """Give the index of the same work on the side still to come: as many stretches of work into that side."""
    now = moment.segment
    if now.phase is not Phase.WORK:
        return None
    work = [
        (index, segment.side)
        for index, segment in enumerate(timeline.segments)
        if segment.occurrence == now.occurrence and segment.phase is Phase.WORK
    ]
    place = [index for index, side in work if side is now.side].index(moment.index)
    other = [index for index, side in work if side is not now.side and index > moment.index]
    return other[place] if other else None


def can_swap_sides(timeline: Timeline, moment: Moment) -> bool:
    """Tell whether the sides can still be swapped: in the prepare of a two-sided step."""
    segment = moment.segment
    first = timeline.occurrences[segment.occurrence].first
    return segment.step.two_sided and moment.index == first and segment.phase is Phase.PREPARE


def swapped(timeline: Timeline, moment: Moment) -> Timeline:
    """Do this step with its sides in the other order."""
    occurrence = moment.segment.occurrence

    def change(_: int, segment: Segment) -> Iterable[Segment]:
        mine = segment.occurrence == occurrence and segment.side is not None
        yield replace(segment, side=segment.side.other) if mine and segment.side else segment

    return timeline.changed(change)


def can_ease(moment: Moment) -> bool:
    """Tell whether the step has an easier variant that is not taken yet."""
    return bool(moment.segment.step.easier) and not moment.segment.easier


def eased(timeline: Timeline, moment: Moment) -> Timeline:
    """Take the easier variant of this step from here on, in its later rounds too.

    Who is still getting into place is told how, beside it.
    """
    preparing = moment.segment.phase is Phase.PREPARE

    def easier(index: int, segment: Segment) -> Iterable[Segment]:
        later = index >= moment.index or segment.occurrence == moment.segment.occurrence
        if not later or segment.number != moment.segment.number:
            yield segment
        else:
            yield easier_from_its_start(segment) if preparing else replace(segment, easier=True)

    return timeline.changed(easier)


def restored(timeline: Timeline, moment: Moment) -> Timeline:
    """Take this step as it is written from here on, in its later rounds too."""

    def full(index: int, segment: Segment) -> Iterable[Segment]:
        later = index >= moment.index or segment.occurrence == moment.segment.occurrence
        yield _full(segment) if later and segment.number == moment.segment.number else segment

    return timeline.changed(full)


def _full(segment: Segment) -> Segment:
    step = segment.step
    if segment.begun_easier:
        step = replace(step, say=step.say[1:], show=step.show[1:])
    return replace(segment, step=step, easier=False)


def variant(timeline: Timeline, moment: Moment, *, easier: bool) -> tuple[Timeline, str]:
    """Take the easier variant of this step, or the full one; give the timeline, and what is said about it."""
    if not easier:
        return restored(timeline, moment), FULL
    return eased(timeline, moment), with_side(moment.segment.step.easier, moment.segment.side)


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


def _resized(segment: Segment, duration: Milliseconds) -> Segment:
    cycles = duration // segment.pattern.duration if segment.pattern else 0
    return replace(segment, duration=duration, cycles=cycles)
