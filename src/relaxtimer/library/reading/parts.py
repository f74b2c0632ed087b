"""The parts of a step: each with a time of its own, or sharing the time of all of them."""

from __future__ import annotations

from typing import NamedTuple

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.lasting import Breaths, Hold, Part, Parts, Repetitions
from relaxtimer.core.pattern import Breath, Tempo
from relaxtimer.library.definition import (
    BREATHS,
    PART_NAME,
    PART_PREPARE,
    PART_SAY,
    PART_WORK,
    PARTS,
    REPS,
    WORK,
)
from relaxtimer.notation.mistakes import Reading
from relaxtimer.notation.shapes.record import Field, Written
from relaxtimer.notation.shapes.time import written

# No part of a shared time is shorter than this: the least in which a place can be named.
SHORTEST_SHARE: Milliseconds = SECOND


class Pace(NamedTuple):
    """What paces the parts: the tempo of reps, the breath of breaths, the breath along a time."""

    tempo: Tempo | None
    breath: Breath | None
    along: Breath | None
    tempo_written: bool
    breath_written: bool


def least_shared(parts: Parts) -> Milliseconds:
    """Give the shortest length in which every part still has a second; the prepares stay."""
    work = [part.lasting.duration for part in parts.parts]
    prepares = parts.duration - sum(work)
    return prepares + -(-sum(work) * SHORTEST_SHARE // min(work))


def parts_of(holder: Written, sharer: Written, pace: Pace, reading: Reading) -> Parts | None:
    """Give the parts written in `holder`, with the time of all of them, if there is one, written in `sharer`."""
    drafts = holder.get(PARTS)
    shared = sharer.has(WORK)
    if not drafts or not _agree(drafts, shared=shared, reading=reading):
        return None
    parts = [_part(draft, pace, reading) for draft in drafts]
    complete = tuple(part for part in parts if part is not None)
    if len(complete) < len(parts):
        return None
    found = Parts(complete)
    work = sharer.get(WORK)
    if not shared:
        return found
    return _sharing(found, work, sharer, reading) if isinstance(work, int) else None


def _agree(drafts: tuple[Written, ...], *, shared: bool, reading: Reading) -> bool:
    """Check that every part has one time of its own, or that none has where there is a time to share."""
    timed = [[field for field in _TIMES if draft.has(field)] for draft in drafts]
    none_needed = shared and not any(timed)
    right = True
    for draft, times in zip(drafts, timed, strict=True):
        if len(times) > 1:
            names = " and ".join(field.name for field in times)
            reading.mistake(draft.key_place(times[1]), f"{names} stand together", "one of work, reps or breaths")
        elif not times and not none_needed:
            expected = "work, as the other parts have" if shared else "work, reps or breaths, or work beside parts"
            reading.mistake(draft.node.place, "nothing says how long the part lasts", expected)
        else:
            continue
        right = False
    return right


_TIMES: tuple[Field[object], ...] = (PART_WORK, REPS, BREATHS)


def _part(draft: Written, pace: Pace, reading: Reading) -> Part | None:
    name = draft.get(PART_NAME)
    lasting = _lasting(draft, pace, reading)
    if name is None or lasting is None:
        return None
    return Part(name=name, lasting=lasting, say=draft.get(PART_SAY) or "", prepare=draft.get(PART_PREPARE) or 0)


def _lasting(draft: Written, pace: Pace, reading: Reading) -> Hold | Repetitions | Breaths | None:
    reps, breaths = draft.get(REPS), draft.get(BREATHS)
    if draft.has(REPS):
        if not pace.tempo_written:
            reading.mistake(
                draft.key_place(REPS), "reps has no tempo", "tempo beside parts, such as tempo: {up: 2s, down: 2s}"
            )
        return Repetitions(reps, pace.tempo) if reps and pace.tempo else None
    if draft.has(BREATHS):
        if not pace.breath_written:
            reading.mistake(
                draft.key_place(BREATHS), "breaths has no breath", "breath beside parts, such as breath: 4-0-6-0"
            )
        return Breaths(breaths, pace.breath) if breaths and pace.breath else None
    # Without a time of its own it weighs as much as the others that have none.
    work = draft.get(PART_WORK) if draft.has(PART_WORK) else SHORTEST_SHARE
    return None if work is None else Hold(work, breath=pace.along)


def _sharing(parts: Parts, work: Milliseconds, sharer: Written, reading: Reading) -> Parts | None:
    place = sharer.place(WORK)
    if not parts.elastic:
        message = "work cannot be shared between parts that last in reps or breaths"
        reading.mistake(place, message, "parts with work, or none")
        return None
    weights = [part.lasting.duration for part in parts.parts]
    least = -(-sum(weights) * SHORTEST_SHARE // min(weights))
    if work < least:
        message = f"work is {written(work)}, too short for {len(weights)} parts"
        reading.mistake(place, message, f"at least {written(least)}, a second for each part")
        return None
    return parts.lasting(work)
