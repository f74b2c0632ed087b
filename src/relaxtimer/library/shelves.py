"""The folders a library is made of, each looked into once: routines and exercises, a person's own and the bundled."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from relaxtimer.folders import Folders, folders
from relaxtimer.library.shelf import Shelf, Shelved, shelf
from relaxtimer.resources import ResourceNotFoundError, bundled


class Shelves:
    """Which files there are. `own` are the folders of a person, `ours` is the bundled folder of routines.

    Where that is missing, a person's own files are still there, and `notices` tell.
    """

    def __init__(self, own: Folders | None = None, ours: Path | None = None) -> None:
        self.folders = own or folders()
        self.damage = ""
        self._ours = ours or self._bundled_folder()

    @cached_property
    def own(self) -> Shelf:
        """A person's own routines."""
        return shelf(self.folders.routines)

    @cached_property
    def bundled(self) -> Shelf:
        """The routines that come with the program."""
        return shelf(self._ours) if self._ours else Shelf("", ())

    @cached_property
    def own_exercises(self) -> Shelf:
        """A person's own exercise files."""
        return shelf(self.folders.exercises)

    @cached_property
    def bundled_exercises(self) -> Shelf:
        """The exercise files that come with the program."""
        return shelf(self._ours / "exercises") if self._ours else Shelf("", ())

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name of a routine."""
        return frozenset(file.name for file in (*self.own.files, *self.bundled.files))

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with the folders themselves, a line for each thing."""
        unopened = [_unopened(each) for each in (self.own, self.own_exercises, self.bundled, self.bundled_exercises)]
        return tuple(filter(None, [self.damage, *unopened]))

    def find(self, name: str) -> tuple[Shelved, bool] | None:
        """Give the file of a routine, and whether it is the person's own."""
        if own := self.own.find(name):
            return own, True
        ours = self.bundled.find(name)
        return (ours, False) if ours else None

    def _bundled_folder(self) -> Path | None:
        try:
            return bundled("routines")
        except ResourceNotFoundError as error:
            self.damage = str(error)
            return None


def _unopened(shelf: Shelf) -> str:
    if shelf.error is None:
        return ""
    from relaxtimer.library.opening import reason  # noqa: PLC0415
    from relaxtimer.notation.characters import escaped  # noqa: PLC0415 - its tables are not needed while all is well

    return f"{escaped(shelf.folder)} cannot be looked into: {reason(shelf.error)}"
