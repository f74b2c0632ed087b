"""Bytes -> a routine: every mistake of its file told, and the objects of the core made when there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from relaxtimer.core.routine import Item, Routine, Step
from relaxtimer.library.definition import (
    AFTER,
    ALTERNATIVE,
    ANSWERS,
    AUTHOR,
    BREATH,
    DEFAULTS,
    FREQUENCY,
    ROUTINE,
    ROUTINE_AVOID,
    ROUTINE_CAUTIONS,
    ROUTINE_EQUIPMENT,
    ROUTINE_INSTEAD,
    SOURCE,
    SUMMARY,
    TAGS,
    TITLE,
    UNTIL,
)
from relaxtimer.library.reading.exercises import ExerciseFile, read_exercises, survey_exercises
from relaxtimer.library.reading.file import read_record
from relaxtimer.library.reading.items import ItemReader
from relaxtimer.library.reading.lasting import breath_of
from relaxtimer.library.reading.source import ExerciseDraft, ExerciseSource
from relaxtimer.notation.mistakes import FileMistakes, Mistake, Place, Reading, quoted
from relaxtimer.notation.shapes.pattern import BreathName
from relaxtimer.notation.shapes.record import Written
from relaxtimer.notation.strict_yaml.nodes import Mapping as MappingNode

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure

__all__ = [
    "ExerciseDraft",
    "ExerciseFile",
    "ExerciseSource",
    "FileMistakes",
    "Mistake",
    "Place",
    "RoutineFile",
    "read_exercises",
    "read_routine",
    "survey_exercises",
]


class RoutineFile(Struct, frozen=True):
    """A routine with `places[n - 1]`, where its step number n is written, and the place of its last day, if any.

    `figures` are those that steps have themselves, by their number.
    """

    routine: Routine
    places: tuple[Place, ...]
    until: Place | None = None
    figures: Mapping[int, Figure] = field(default_factory=dict)


def read_routine(  # noqa: PLR0913 - what a file is read with, each by its name
    data: bytes,
    *,
    file: str,
    id: str,  # noqa: A002 - the word of the files
    folder: Path | None,
    exercises: ExerciseSource,
    sound_files: dict[str, Place] | None = None,
) -> RoutineFile:
    """Read a routine.

    `file` names it in messages, `id` is its name on the command line, `folder` the one its sound files lie in (`None`:
    nowhere, so that it may have none). `sound_files` is filled with those that are named in the file, whatever else is
    wrong in it, by their paths, each with its place. Raises `FileMistakes`, with every mistake there is.
    """
    reading = Reading(file, folder, sound_files={} if sound_files is None else sound_files)
    written = read_record(data, ROUTINE, reading)
    if written is None:
        raise FileMistakes(reading.mistakes)
    _check_routine(written, id, exercises, reading)
    reader = ItemReader(exercises, reading, written.get(DEFAULTS))
    items = reader.read_all(written)
    reading.end()
    until = written.place(UNTIL) if written.has(UNTIL) else None
    return RoutineFile(_routine(id, written, items, reader.steps), tuple(reader.places), until, reader.figures)


def _routine(id_: str, written: Written, items: tuple[Item, ...], steps: Iterable[Step]) -> Routine:
    equipment = written.get(ROUTINE_EQUIPMENT)
    if equipment is None:
        equipment = tuple(dict.fromkeys(need for step in steps for need in step.equipment))
    return Routine(
        id=id_,
        name=written.get(TITLE) or "",
        items=items,
        summary=written.get(SUMMARY) or "",
        tags=written.get(TAGS) or (),
        author=written.get(AUTHOR) or "",
        source=written.get(SOURCE) or "",
        frequency=written.get(FREQUENCY) or "",
        until=written.get(UNTIL) or "",
        equipment=equipment,
        avoid=frozenset(written.get(ROUTINE_AVOID) or ()),
        instead=written.get(ROUTINE_INSTEAD) or {},
        cautions=written.get(ROUTINE_CAUTIONS) or (),
        alternative=written.get(ALTERNATIVE) or (),
        answers=written.get(ANSWERS) or (),
        after=written.get(AFTER) or (),
    )


def _check_routine(written: Written, own_id: str, source: ExerciseSource, reading: Reading) -> None:
    until = written.get(UNTIL)
    if until and not _is_date(until):
        reading.mistake(
            written.place(UNTIL), f"until is {quoted(until)}, a day that does not exist", "a date such as 2026-12-31"
        )
    _check_default_breath(written.get(DEFAULTS), source, reading)
    node = written.node.fields.get(ROUTINE_INSTEAD.name)
    if not isinstance(node, MappingNode):
        return
    known = source.routine_ids()
    for code, id_ in (written.get(ROUTINE_INSTEAD) or {}).items():
        place = node.fields[code.value].place
        if id_ == own_id:
            reading.mistake(place, f"{quoted(id_)} is offered instead of itself", "another routine")
        elif id_ not in known:
            reading.mistake(place, f"there is no routine {quoted(id_)}", "the name of a routine", near=(id_, known))


def _check_default_breath(defaults: Written | None, source: ExerciseSource, reading: Reading) -> None:
    """Check the name of a breath that perhaps no step uses."""
    breath = defaults and defaults.get(BREATH)
    if defaults and isinstance(breath, BreathName):
        breath_of(breath, defaults.place(BREATH), source, reading)


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
