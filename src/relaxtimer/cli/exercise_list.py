"""`relaxtimer list --exercises`: the exercises that a routine can name, with what each is."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from relaxtimer.cli.layout import indented, width_of
from relaxtimer.core.routine import Exercise
from relaxtimer.library.library import Library
from relaxtimer.library.reading.step import exercise_of
from relaxtimer.notation.characters import escaped
from relaxtimer.notation.mistakes import FileMistakes, Reading

_BELOW = "    "


def list_exercises(out: TextIO, *, as_json: bool) -> int:
    """List every exercise by its id, bundled ones and a person's own; what is wrong in their files is told beside."""
    library = Library()
    found = list(_exercises(library))
    for notice in library.notices:
        sys.stderr.write(f"relaxtimer: {escaped(notice)}\n")
    if as_json:
        json.dump([_as_json(id_, exercise) for id_, exercise in found], out, indent=2)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in _lines(found, width_of(out)))
    return 0


def _exercises(library: Library) -> Iterator[tuple[str, Exercise]]:
    for id_ in sorted(library.exercises.ids()):
        try:
            draft = library.exercises.find(id_)
        except FileMistakes:
            continue
        exercise = None if draft is None else exercise_of(draft, library.exercises, Reading(draft.file, None))
        if exercise is not None:
            yield id_, exercise


def _lines(found: Sequence[tuple[str, Exercise]], width: int) -> Iterator[str]:
    for id_, exercise in found:
        sides = ", each side" if exercise.two_sided else ""
        needs = f"; needs {', '.join(exercise.equipment)}" if exercise.equipment else ""
        yield id_
        what = f"{exercise.name}: {exercise.kind.value}, {exercise.position.words}{sides}{needs}"
        yield indented(what, width, _BELOW, _BELOW)
    yield ""
    yield indented("A step takes one by `exercise: ID`; `relaxtimer figure ID` shows how it is done.", width)


def _as_json(id_: str, exercise: Exercise) -> dict[str, Any]:
    return {
        "exercise": id_,
        "title": exercise.name,
        "kind": exercise.kind.value,
        "position": exercise.position.value,
        "sides": exercise.sides.value,
        "equipment": list(exercise.equipment),
    }
