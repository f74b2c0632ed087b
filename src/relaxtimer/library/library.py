"""The routines there are: a person's own before the bundled ones, by name, or any file by its path."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from msgspec import Struct

from relaxtimer.core.routine import Routine
from relaxtimer.library.exercises import Exercises
from relaxtimer.library.listing import BUNDLED, YOURS, Listing, listing
from relaxtimer.library.opening import UnreadableError, read
from relaxtimer.library.reading.routine import RoutineFile, read_routine
from relaxtimer.library.shelf import has_path
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.characters import escaped
from relaxtimer.notation.mistakes import Place
from relaxtimer.notation.suggestion import did_you_mean


class LibraryError(Exception):
    """There is no such routine (`missing`), or its file cannot be read: the message says which and why."""

    def __init__(self, message: str, *, missing: bool = False) -> None:
        super().__init__(message)
        self.missing = missing


class Loaded(Struct, frozen=True):
    """A routine with its file: `places[n - 1]` is where step `n` is written; `origin` "yours", "bundled" or a path."""

    routine: Routine
    places: tuple[Place, ...]
    path: Path
    origin: str


class Library:
    """A person's library."""

    def __init__(self, shelves: Shelves | None = None) -> None:
        self.shelves = shelves or Shelves()

    @cached_property
    def exercises(self) -> Exercises:
        """The exercises that routines are made of."""
        shelves = self.shelves
        return Exercises(shelves.own_exercises, shelves.bundled_exercises, lambda: shelves.names)

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with folders and with a person's own exercise files, a line for each thing."""
        return (*self.shelves.notices, *self.exercises.notices)

    def listing(self) -> Listing:
        """Give what there is to know of every routine without running it."""
        return listing(self.shelves)

    def routine(self, name: str) -> Loaded:
        """Read a routine by its name, or by its path where there is a separator or a suffix in it.

        Raises `LibraryError` where there is none or it cannot be read, `FileMistakes` where there are mistakes in it.
        """
        path, origin = self.find(name)
        content = self.read(path)
        return Loaded(content.routine, content.places, Path(path), origin)

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
            raise LibraryError(f"{error}{self._meant(path, error)}", missing=error.missing) from None
        return self.read_data(path, data)

    def read_data(self, path: str, data: bytes) -> RoutineFile:
        """Read what is in a routine's file. Raises `FileMistakes` where it has mistakes."""
        file = Path(path)
        return read_routine(data, file=path, id=file.stem, folder=file.parent, exercises=self.exercises)

    def _missing(self, name: str) -> str:
        looked = " and ".join(escaped(shelf.folder) for shelf in (self.shelves.own, self.shelves.bundled))
        return (
            f"there is no routine '{escaped(name)}'{did_you_mean(name, self.shelves.names)}; looked in {looked}."
            " `relaxtimer list` shows all; a file is named by its path, such as ./my-routine.yaml"
        )

    def _meant(self, path: str, error: UnreadableError) -> str:
        """Give the routine that may be meant by the name of a file that is not there."""
        return did_you_mean(Path(path).stem, self.shelves.names) if error.missing else ""
