"""The exercises there are: a person's own before the bundled ones. Read only when one is asked for, and then only once.

What is wrong in a file of one's own is in `notices`, and is left out; all that is right in it still counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from relaxtimer.core.pattern import Breath
from relaxtimer.library.definition import AVOID, FIGURE, INSTEAD
from relaxtimer.library.opening import UnreadableError, read
from relaxtimer.library.reading.routine import ExerciseDraft, ExerciseFile, survey_exercises
from relaxtimer.library.reading.slices import ExerciseSlices
from relaxtimer.library.shelf import Shelf, Shelved
from relaxtimer.notation.characters import escaped

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure


class _Own(NamedTuple):
    """What a person's own files hold, and what is wrong with them."""

    exercises: dict[str, ExerciseDraft]
    breaths: dict[str, Breath]
    notices: tuple[str, ...]


class Exercises:
    """Where a routine finds its exercises. `routines` gives the names that there are for routines."""

    def __init__(self, own: Shelf, bundled: Shelf, routines: Callable[[], Collection[str]]) -> None:
        self._own_shelf = own
        self._bundled_shelf = bundled
        self._routines = routines
        self._found: dict[str, ExerciseDraft | None] = {}

    def find(self, id_: str, /) -> ExerciseDraft | None:
        """Give an exercise by its id."""
        if id_ not in self._found:
            own = self._own.exercises.get(id_)
            self._found[id_] = self._from_bundled(id_) if own is None else self._with_codes(own)
        return self._found[id_]

    def figure(self, id_: str, /) -> Figure | None:
        """Give the figure of an exercise, if it has one."""
        own = self._own.exercises.get(id_)
        if own is not None:
            return own.written.get(FIGURE)
        slices = self._slices.get(id_)
        return slices.figure(id_) if slices else None

    def ids(self) -> Collection[str]:
        """Every id there is."""
        return self._own.exercises.keys() | self._slices.keys()

    def breath(self, name: str, /) -> Breath | None:
        """Give a breath by its name."""
        return self._breaths.get(name)

    def breath_names(self) -> Collection[str]:
        """Every name of a breath."""
        return self._breaths.keys()

    def routine_ids(self) -> Collection[str]:
        """Every name of a routine."""
        return self._routines()

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with a person's own exercise files, a line for each thing."""
        return self._own.notices

    @cached_property
    def _own(self) -> _Own:
        exercises: dict[str, ExerciseDraft] = {}
        breaths: dict[str, Breath] = {}
        notices: list[str] = []
        for file in self._own_shelf.files:
            try:
                content = _content(file)
            except UnreadableError as error:
                notices.append(str(error))
                continue
            notices += [*map(str, content.mistakes), *_again(file, content, exercises, breaths)]
            exercises = {**content.exercises, **exercises}
            breaths = {**content.breaths, **breaths}
        return _Own(exercises, breaths, tuple(notices))

    @cached_property
    def _files(self) -> tuple[ExerciseSlices, ...]:
        return tuple(
            ExerciseSlices(read(file.path)[0], file=file.path, folder=Path(file.path).parent)
            for file in self._bundled_shelf.files
        )

    @cached_property
    def _slices(self) -> dict[str, ExerciseSlices]:
        return {id_: slices for slices in self._files for id_ in slices.ids}

    @cached_property
    def _breaths(self) -> dict[str, Breath]:
        ours = {name: breath for slices in self._files for name, breath in slices.breaths.items()}
        return {**ours, **self._own.breaths}

    def _with_codes(self, own: ExerciseDraft) -> ExerciseDraft:
        """Give an exercise of the person's own with the codes of the bundled one it replaces, where it has none."""
        bundled = self._from_bundled(own.id)
        if bundled is None:
            return own
        names = (AVOID.name, INSTEAD.name)
        codes = {name: bundled.written.values[name] for name in names if name in bundled.written.values}
        return replace(own, written=replace(own.written, values={**codes, **own.written.values}))

    def _from_bundled(self, id_: str) -> ExerciseDraft | None:
        slices = self._slices.get(id_)
        return slices.find(id_) if slices else None


def _content(file: Shelved) -> ExerciseFile:
    data, _ = read(file.path)
    return survey_exercises(data, file=file.path, id=file.name, folder=Path(file.path).parent)


def _again(file: Shelved, content: ExerciseFile, *before: Collection[str]) -> list[str]:
    """Tell what another file has already, which counts."""
    found = [
        id_
        for each, known in zip((content.exercises, content.breaths), before, strict=True)
        for id_ in each
        if id_ in known
    ]
    return [
        f"{escaped(file.path)}: {id_} is in another file of this folder already, and that one counts" for id_ in found
    ]
