"""Reading a routine's file for a listing."""

from __future__ import annotations

from typing import NamedTuple

from relaxtimer.core.fit import possible, total
from relaxtimer.core.routine import Routine
from relaxtimer.library.library import Library
from relaxtimer.library.listing import Facts
from relaxtimer.library.mistakes import FileMistakes


class Found(NamedTuple):
    """The facts of a file: true as long as there are the routines in `needs`, and `lasting` where they hang on its content."""

    facts: Facts
    needs: tuple[str, ...] = ()
    lasting: bool = True


def facts_of(library: Library, path: str, data: bytes) -> Found:
    """Read what is in a file."""
    try:
        routine = library.read_data(path, data).routine
    except FileMistakes as mistakes:
        # The mistake may be that a sound file or a routine is not there, and it may come.
        lasting = not (b"sounds" in data or b"instead" in data)
        return Found(Facts(mistake=str(mistakes.mistakes[0])), lasting=lasting)
    return Found(_facts(routine), tuple(routine.instead.values()), lasting=not _has_sound_files(routine))


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
