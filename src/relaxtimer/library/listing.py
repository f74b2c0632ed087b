"""What there is to know of every routine without running it: from the index where its file is as it was, else read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relaxtimer import __version__
from relaxtimer.library.index import Entry, Index
from relaxtimer.library.shelf import Shelved
from relaxtimer.library.shelves import Shelves

if TYPE_CHECKING:
    from relaxtimer.library.library import Library

BUNDLED = "bundled"
YOURS = "yours"
INDEX = "routines.index"


class Facts(NamedTuple):
    """What a routine's file says: times in milliseconds; `shortest` is the least it can be fitted to.

    With a `mistake`, the first in its file, there is nothing else.
    """

    title: str = ""
    summary: str = ""
    total: int = 0
    shortest: int = 0
    equipment: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    mistake: str | None = None


class Listed(NamedTuple):
    """A routine: its name, where it is from, and its facts. `overrides` where it stands in the place of a bundled one."""

    routine: str
    origin: str
    path: str
    overrides: bool
    facts: Facts


class Listing(NamedTuple):
    """Every routine by its name, and what is wrong around them, a line for each thing."""

    routines: tuple[Listed, ...]
    notices: tuple[str, ...]


def listing(shelves: Shelves) -> Listing:
    """List every routine."""
    reader = _Reader(shelves)
    try:
        listed = sorted(_listed(shelves, reader))
        return Listing(tuple(listed), (*shelves.notices, *reader.notices()))
    finally:
        reader.index.save()


def _listed(shelves: Shelves, reader: _Reader) -> Iterator[Listed]:
    ours = {file.name for file in shelves.bundled.files}
    yours = {file.name for file in shelves.own.files}
    for file in shelves.own.files:
        yield Listed(file.name, YOURS, file.path, file.name in ours, reader.facts(file))
    for file in shelves.bundled.files:
        if file.name not in yours:
            yield Listed(file.name, BUNDLED, file.path, overrides=False, facts=reader.facts(file))


class _Reader:
    """Gives the facts of files; what reads them is loaded only where one has changed."""

    def __init__(self, shelves: Shelves) -> None:
        self.index = Index(shelves.folders.cache / INDEX, _fingerprint(shelves))
        self._shelves = shelves
        self._library: Library | None = None

    def facts(self, file: Shelved) -> Facts:
        """Give the facts of one file."""
        if file.hidden_by:
            return Facts(mistake=f"{file.hidden_by} has the same name, and counts; rename one of them")
        if file.status is None:
            return Facts(mistake=f"{file.path} leads to no file")
        known = self.index.unchanged(file.path, file.status)
        return _taken_over(known.facts) if known and self._still_true(known) else self._read(file)

    def notices(self) -> tuple[str, ...]:
        """Give what is wrong with a person's own exercise files."""
        if self.index.notices is None:
            self.index.notices = list(self.library.exercises.notices)
        return tuple(self.index.notices)

    @property
    def library(self) -> Library:
        """What reads files."""
        if self._library is None:
            from relaxtimer.library.library import Library  # noqa: PLC0415 - YAML and all, not needed for a known file

            self._library = Library(self._shelves)
        return self._library

    def _still_true(self, entry: Entry) -> bool:
        return self._shelves.names.issuperset(entry.needs)

    def _read(self, file: Shelved) -> Facts:
        from relaxtimer.library.opening import UnreadableError, read  # noqa: PLC0415 - as above

        try:
            data, status = read(file.path)
        except UnreadableError as error:
            return Facts(mistake=str(error))
        same = self.index.same(file.path, status, data)
        if same and self._still_true(same):
            return _taken_over(same.facts)
        from relaxtimer.library.facts import facts_of  # noqa: PLC0415 - as above

        found = facts_of(self.library, file.path, data)
        if found.lasting:
            self.index.keep(file.path, status, data, needs=list(found.needs), facts=list(found.facts))
        return found.facts


def _taken_over(kept: list[Any]) -> Facts:
    """Make facts of what JSON kept of them."""
    facts = Facts(*kept)
    return facts._replace(
        equipment=tuple(facts.equipment), positions=tuple(facts.positions), tags=tuple(facts.tags)
    )


def _fingerprint(shelves: Shelves) -> str:
    """Name everything that facts depend on besides their files: exercises, and the program that reads them."""
    exercises = [*shelves.own_exercises.files, *shelves.bundled_exercises.files]
    stamps = [f"{file.path} {_stamp(file.status)}" for file in exercises]
    return "\n".join([__version__, *stamps, *_program()])


def _stamp(status: os.stat_result | None) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}" if status else "gone"


def _program() -> list[str]:
    """Stamp the code that reads: an installation that is worked on changes without another version."""
    package = Path(__file__).parent.parent
    with suppress(OSError):
        files = [entry for folder in ("core", "library") for entry in os.scandir(package / folder)]
        return [f"{file.name} {_stamp(file.stat())}" for file in sorted(files, key=lambda file: file.path)]
    return []
