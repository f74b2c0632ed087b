"""Reading a routine's file for a listing."""

from __future__ import annotations

from typing import NamedTuple

from relaxtimer.core.fit import possible, total
from relaxtimer.core.routine import Routine
from relaxtimer.library.index import Stamp, digest, stamp_of
from relaxtimer.library.library import Library
from relaxtimer.library.listing import Facts
from relaxtimer.library.mistakes import FileMistakes
from relaxtimer.library.opening import UnreadableError, read


class Found(NamedTuple):
    """The facts of a file: true for this content as long as there are the routines in `needs`.

    `lasting` is false where they hang on more than that, and are not to be kept.
    """

    path: str
    facts: Facts
    stamp: Stamp
    digest: str
    needs: tuple[str, ...] = ()
    lasting: bool = True


def found_in(library: Library, path: str) -> Found:
    """Read a file."""
    try:
        data, status = read(path)
    except UnreadableError as error:
        return Found(path, Facts(mistake=str(error)), Stamp(0, 0, settled=False), "", lasting=False)
    stamp, content = stamp_of(status), digest(data)
    try:
        routine = library.read_data(path, data).routine
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
        total=total(routine),
        shortest=possible(routine)[0],
        equipment=routine.equipment,
        positions=tuple(position.value for position in routine.positions),
        tags=routine.tags,
    )


def _has_sound_files(routine: Routine) -> bool:
    return any(step.sounds.files for step in routine.steps)
