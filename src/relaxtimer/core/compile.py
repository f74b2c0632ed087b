"""Routine -> segments: every step with its sides, parts and rounds, laid out in the order they are done.

The rules: a step is prepare, then its work on each side with one switch between, then its rest. A rest is between
things: the one after the last round of a block, and the one after the last step of the routine, are dropped. Segments
of no length are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.body import Side
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.lasting import Breaths, Hold, Parts, Repetitions, UntilReady
from relaxtimer.core.routine import Item, Routine, Step
from relaxtimer.core.segment import Phase, Round, Segment


class _Pass(Struct, frozen=True):
    """A step as it comes up: once for each round, with the rest that follows."""

    step: Step
    number: int
    round: Round | None
    rest: Milliseconds


def compile_routine(routine: Routine, first_side: Side = Side.LEFT) -> tuple[Segment, ...]:
    """Lay a routine out into segments, starts not yet set."""
    passes = _passes(routine.items, 1, None)
    passes[-1] = replace(passes[-1], rest=0)
    return tuple(
        segment for occurrence, each in enumerate(passes) for segment in _segments(each, occurrence, first_side)
    )


def _passes(items: tuple[Item, ...], number: int, round_: Round | None) -> list[_Pass]:
    passes: list[_Pass] = []
    for item in items:
        if isinstance(item, Step):
            passes.append(_Pass(item, number, round_, item.rest))
            number += 1
            continue
        for n in range(1, item.rounds + 1):
            block = _passes(item.items, number, Round(n, item.rounds))
            if n < item.rounds:
                block[-1] = replace(block[-1], rest=block[-1].rest + item.rest)
            elif item.rounds > 1 or item.rest:
                block[-1] = replace(block[-1], rest=0)
            passes.extend(block)
        number = passes[-1].number + 1
    return passes


def _segments(each: _Pass, occurrence: int, first_side: Side) -> Iterator[Segment]:
    step = each.step
    sides = step.sides.in_order(first_side)
    bare = Segment(
        duration=0,
        phase=Phase.PREPARE,
        step=step,
        number=each.number,
        occurrence=occurrence,
        round=each.round,
        side=sides[0],
    )
    if step.prepare:
        yield replace(bare, duration=step.prepare)
    for place, side in enumerate(sides):
        if place and step.switch:
            yield replace(bare, duration=step.switch, phase=Phase.SWITCH, side=side)
        yield from work_segments(replace(bare, phase=Phase.WORK, side=side))
    if each.rest:
        yield replace(bare, duration=each.rest, phase=Phase.REST, side=None)


def work_segments(bare: Segment) -> Iterator[Segment]:
    """Yield the work of one side, part by part."""
    lasting = bare.step.lasting
    if not isinstance(lasting, Parts):
        yield paced(bare, lasting)
        return
    for part in lasting.parts:
        if part.prepare:
            yield replace(bare, duration=part.prepare, phase=Phase.PREPARE, part=part)
        yield paced(replace(bare, part=part), part.lasting)


def paced(bare: Segment, lasting: Hold | Repetitions | Breaths | UntilReady) -> Segment:
    """Give a segment the length and the pace of what it holds."""
    if isinstance(lasting, UntilReady):
        return replace(bare, duration=lasting.about, waits=True)
    if isinstance(lasting, Hold):
        breath = lasting.breath
        cycles = lasting.duration // breath.duration if breath else 0
        return replace(bare, duration=lasting.duration, pattern=breath if cycles else None, cycles=cycles)
    return replace(bare, duration=lasting.duration, pattern=lasting.pattern, cycles=lasting.count)
