"""The routines there are: a person's own before the bundled ones, by name, or any file by its path."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from relaxtimer.core.routine import Routine, Step
from relaxtimer.library.exercises import Exercises
from relaxtimer.library.figures import Figures
from relaxtimer.library.listing import BUNDLED, YOURS, Listing, listing
from relaxtimer.library.opening import UnreadableError, read
from relaxtimer.library.reading.routine import RoutineFile, read_routine
from relaxtimer.library.shelf import has_path, shelf
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.characters import escaped
from relaxtimer.notation.mistakes import FileMistakes, Place
from relaxtimer.notation.suggestion import did_you_mean, nearest

# Of the files in a folder, these are compared with the name of one that is not there.
MOST_COMPARED = 1_000


class LibraryError(Exception):
    """There is no such routine, or no file (`missing`), or it cannot be read: the message says which and why."""

    def __init__(self, message: str, *, missing: bool = False) -> None:
        super().__init__(message)
        self.missing = missing


class Loaded(Struct, frozen=True):
    """A routine with its file: `places[n - 1]` is where step `n` is written; `origin` "yours", "bundled" or a path."""

    routine: Routine
    places: tuple[Place, ...]
    path: Path
    origin: str
    figures: Figures


class Library:
    """A person's library."""

    def __init__(self, shelves: Shelves | None = None) -> None:
        self.shelves = shelves or Shelves()
        self._steps: dict[str, Step | None] = {}

    @cached_property
    def exercises(self) -> Exercises:
        """The exercises that routines are made of."""
        shelves = self.shelves
        return Exercises(shelves.own_exercises, shelves.bundled_exercises, lambda: shelves.names)

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with folders and with a person's own exercise files, a line for each thing."""
        return (*self.shelves.notices, *self.exercises.notices)

    def listing(self, prepare: float = 1) -> Listing:
        """Give what there is to know of every routine without running it; `prepare` as in the settings."""
        return listing(self.shelves, prepare)

    def routine(self, name: str) -> Loaded:
        """Read a routine by its name, or by its path where there is a separator or a suffix in it.

        Raises `LibraryError` where there is none or it cannot be read, `FileMistakes` where there are mistakes in it.
        """
        path, origin = self.find(name)
        content = self.read(path)
        figures = Figures(content.figures, self.exercises)
        return Loaded(content.routine, content.places, Path(path), origin, figures)

    def find(self, name: str) -> tuple[str, str]:
        """Give the path of a routine, and its origin. Raises `LibraryError` where there is nothing of that name."""
        if has_path(name):
            return name, name
        found = self.shelves.find(name)
        if found is None:
            raise LibraryError(self._missing(name), missing=True)
        return found[0].path, YOURS if found[1] else BUNDLED

    def read(self, path: str) -> RoutineFile:
        """Read a routine's file. Raises `LibraryError` where that is not possible, `FileMistakes` for what is in it."""
        try:
            data, _ = read(path)
        except UnreadableError as error:
            message = f"{error}{self._meant(path, error)}"
            raise LibraryError(message, missing=error.missing or error.no_file) from None
        return self.read_data(path, data)

    def read_data(self, path: str, data: bytes, sound_files: dict[str, Place] | None = None) -> RoutineFile:
        """Read what is in a routine's file; `sound_files` is filled with those named there, each with its place.

        Raises `FileMistakes` where it has mistakes.
        """
        file = Path(path)
        return read_routine(
            data, file=path, id=file.stem, folder=file.parent, exercises=self.exercises, sound_files=sound_files
        )

    def step(self, id_: str) -> Step | None:
        """Give an exercise as a step by itself; `None` where there is none that can be read."""
        if id_ not in self._steps:
            self._steps[id_] = self._step(id_)
        return self._steps[id_]

    def _step(self, id_: str) -> Step | None:
        if self.exercises.find(id_) is None:
            return None
        text = f"format: 1\nname: One\nsteps:\n  - exercise: {id_}\n"
        with suppress(FileMistakes):
            return self.read_data(id_, text.encode()).routine.steps[0]
        return None

    def _missing(self, name: str) -> str:
        looked = " and ".join(escaped(shelf.folder) for shelf in (self.shelves.own, self.shelves.bundled))
        return (
            f"there is no routine '{escaped(name)}'{did_you_mean(name, self.shelves.names) or '.'} Looked in {looked}."
            " `relaxtimer list` shows all; a file is named by its path, such as ./my-routine.yaml"
        )

    def _meant(self, path: str, error: UnreadableError) -> str:
        """Give the file that may be meant by a path to nothing, or the routine by its own name and a suffix."""
        if not error.missing:
            return ""
        if near := _near_file(path):
            return f"; did you mean {escaped(near)}?"
        folder, name = os.path.split(path)
        stem = os.path.splitext(name)[0]  # noqa: PTH122 - as typed
        return f"; did you mean {stem}?" if not folder and stem in self.shelves.names else ""


def _near_file(path: str) -> str | None:
    """Give the path of the routine file that a missing one comes nearest to, in the same folder."""
    folder, name = os.path.split(path)
    files = {file.name: file.path for file in shelf(folder or os.curdir).files[:MOST_COMPARED]}
    near = nearest(os.path.splitext(name)[0], files)  # noqa: PTH122 - as typed
    return None if near is None else os.path.join(folder, os.path.basename(files[near]))  # noqa: PTH118, PTH119 - as typed
