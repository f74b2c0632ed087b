"""Bytes -> the exercises and breaths of a file, each exercise checked as it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct

from relaxtimer.core.pattern import Breath, Motion, PatternPhase
from relaxtimer.library.definition import EXERCISE_FILE, EXERCISES, NAMED_BREATHS
from relaxtimer.library.reading.file import read_record
from relaxtimer.library.reading.source import ExerciseDraft, ExerciseSource
from relaxtimer.library.reading.step import check_substitutes, exercise_of
from relaxtimer.notation.mistakes import FileMistakes, Mistake, Reading
from relaxtimer.notation.shapes.record import Written
from relaxtimer.notation.strict_yaml.nodes import Mapping as MappingNode


class ExerciseFile(Struct, frozen=True):
    """The exercises and breaths of a file, and what is wrong in it; those with mistakes are left out."""

    id: str
    exercises: Mapping[str, ExerciseDraft]
    breaths: Mapping[str, Breath]
    mistakes: tuple[Mistake, ...] = ()


def read_exercises(
    data: bytes,
    *,
    file: str,
    id: str,  # noqa: A002 - the word of the files
    folder: Path | None,
    exercises: ExerciseSource | None = None,
) -> ExerciseFile:
    """Read a file of exercises and breaths. Raises `FileMistakes`, with every mistake there is.

    `file` names it in messages, `id` is its name among such files, `folder` the one its sound files lie in (`None`:
    nowhere, so that it may have none). With `exercises`, the breaths and exercises that are named in it have to be
    there, in the file or elsewhere.
    """
    found = survey_exercises(data, file=file, id=id, folder=folder, exercises=exercises)
    if found.mistakes:
        raise FileMistakes(found.mistakes)
    return found


def survey_exercises(
    data: bytes,
    *,
    file: str,
    id: str,  # noqa: A002 - the word of the files
    folder: Path | None,
    exercises: ExerciseSource | None = None,
) -> ExerciseFile:
    """Read a file of exercises as `read_exercises` does, and give what is right in it together with its mistakes."""
    reading = Reading(file, folder)
    written = read_record(data, EXERCISE_FILE, reading)
    if written is None:
        return ExerciseFile(id, {}, {}, FileMistakes(reading.mistakes).mistakes)
    if not written.has(EXERCISES) and not written.has(NAMED_BREATHS):
        reading.mistake(
            written.node.place, "an exercise file has neither exercises nor breaths", "exercises or breaths"
        )
    breaths = {
        name: breath for name, breath in (written.get(NAMED_BREATHS) or {}).items() if isinstance(breath, Breath)
    }
    drafts = {id_: ExerciseDraft(id_, each, file) for id_, each in (written.get(EXERCISES) or {}).items()}
    known = _Known(drafts, breaths, exercises)
    for draft in drafts.values():
        exercise_of(draft, known, reading)
        if exercises is not None:
            check_substitutes(draft.written, draft.id, known, reading)
    mistakes = FileMistakes(reading.mistakes).mistakes
    return ExerciseFile(id, _without_mistakes(written, drafts, mistakes), breaths, mistakes)


def _without_mistakes(
    written: Written, drafts: Mapping[str, ExerciseDraft], mistakes: Collection[Mistake]
) -> dict[str, ExerciseDraft]:
    """Leave out the exercises in whose lines there is a mistake."""
    node = written.node.fields.get(EXERCISES.name)
    if not isinstance(node, MappingNode) or not mistakes:
        return dict(drafts)
    starts = sorted({key.place.line for key in node.keys.values()})
    wrong = {max((start for start in starts if start <= mistake.place.line), default=0) for mistake in mistakes}
    return {id_: draft for id_, draft in drafts.items() if node.keys[id_].place.line not in wrong}


# Stands for a breath that is named in one file and written in another, where only one of them is read.
_ANY_BREATH = Breath((PatternPhase(Motion.IN, 1_000), PatternPhase(Motion.OUT, 1_000)))


class _Known(Struct, frozen=True):
    """The exercises and breaths of a file, and behind them those of the library."""

    drafts: Mapping[str, ExerciseDraft]
    breaths: Mapping[str, Breath]
    beyond: ExerciseSource | None

    def find(self, id_: str, /) -> ExerciseDraft | None:
        return self.drafts.get(id_) or (self.beyond.find(id_) if self.beyond else None)

    def ids(self) -> Collection[str]:
        return {*self.drafts, *(self.beyond.ids() if self.beyond else ())}

    def breath(self, name: str, /) -> Breath | None:
        return self.breaths.get(name) or (self.beyond.breath(name) if self.beyond else _ANY_BREATH)

    def breath_names(self) -> Collection[str]:
        return {*self.breaths, *(self.beyond.breath_names() if self.beyond else ())}
