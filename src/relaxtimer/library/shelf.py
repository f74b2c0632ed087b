"""Finding the files of a folder: routines by their names, exercises in the order they are read.

A name is found by looking at what is in the folder, never by joining it to a path, so that none can lead out of it.
Paths are plain text here: with ten thousand of them, making `Path` objects is most of the work.
"""

from __future__ import annotations

import os
from typing import NamedTuple

SUFFIXES = (".yaml", ".yml")


class Shelved(NamedTuple):
    """A file on a shelf. `status` is `None` where it leads nowhere, `hidden_by` a file that has its name already."""

    name: str
    path: str
    status: os.stat_result | None
    hidden_by: str = ""


class Shelf(NamedTuple):
    """The files of one folder, by name; `error` where the folder could not be looked into."""

    folder: str
    files: tuple[Shelved, ...]
    error: OSError | None = None

    def find(self, name: str) -> Shelved | None:
        """Give the file of that name."""
        return next((file for file in self.files if file.name == name), None)


def shelf(folder: str | os.PathLike[str]) -> Shelf:
    """Look into a folder; one that is not there is empty."""
    folder = os.fspath(folder)
    files: list[Shelved] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name, suffix = _split(entry.name)
                if suffix in SUFFIXES and name and not name.startswith("."):
                    files.append(Shelved(name, entry.path, _status(entry)))
    except (FileNotFoundError, NotADirectoryError):
        return Shelf(folder, ())
    except OSError as error:
        return Shelf(folder, (), error)
    files.sort()
    return Shelf(folder, tuple(_told_apart(files)))


def has_path(name: str) -> bool:
    """Tell whether what was typed is a path, and not the name of a routine."""
    return name.endswith(SUFFIXES) or any(mark in name for mark in (os.sep, os.altsep, "/") if mark)


def _split(file: str) -> tuple[str, str]:
    """Split a file's name from its suffix."""
    name, dot, suffix = file.rpartition(".")
    return name, dot + suffix


def _status(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat()
    except OSError:
        return None


def _told_apart(files: list[Shelved]) -> list[Shelved]:
    """Mark the second of two files that differ in their suffix alone."""
    told: list[Shelved] = []
    for file in files:
        before = told[-1] if told and told[-1].name == file.name else None
        told.append(file if before is None else file._replace(hidden_by=before.path))
    return told
