"""Reading a routine's file for a listing."""

from __future__ import annotations

from relaxtimer.core.fit import possible
from relaxtimer.core.length import length
from relaxtimer.core.preparing import prepared
from relaxtimer.core.routine import Routine
from relaxtimer.library.index import UNKNOWN, digest, stamp_of
from relaxtimer.library.library import Library
from relaxtimer.library.listing import Facts, Found
from relaxtimer.library.opening import UnreadableError, read
from relaxtimer.notation.mistakes import FileMistakes


def found_in(library: Library, path: str, prepare: float = 1) -> Found:
    """Read a file; `prepare` is how many times the time to get into place is taken."""
    try:
        data, status = read(path)
    except UnreadableError as error:
        return Found(path, Facts(mistake=str(error)), UNKNOWN, "", lasting=False)
    stamp, content = stamp_of(status), digest(data)
    try:
        routine = prepared(library.read_data(path, data).routine, prepare)
    except FileMistakes as mistakes:
        # The mistake may be that a sound file or a routine is not there, and it may come.
        lasting = not (b"sounds" in data or b"instead" in data)
        return Found(path, Facts(mistake=str(mistakes.mistakes[0])), stamp, content, lasting=lasting)
    needs = tuple(routine.instead.values())
    return Found(path, _facts(routine), stamp, content, needs, lasting=not _has_sound_files(routine))


def _facts(routine: Routine) -> Facts:
    return Facts(
        title=routine.name,
        summary=routine.summary,
        total=length(routine),
        shortest=possible(routine)[0],
        equipment=routine.equipment,
        positions=tuple(position.value for position in routine.positions),
        tags=routine.tags,
    )


def _has_sound_files(routine: Routine) -> bool:
    return any(step.sounds.files for step in routine.steps)
