"""What there is to know of every routine without running it: from the index where its file is as it was, else read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relaxtimer import __version__
from relaxtimer.library.index import Entry, Index, Stamp, digest, stamp_of
from relaxtimer.library.opening import UnreadableError, read
from relaxtimer.library.shelf import Shelved
from relaxtimer.library.shelves import Shelves

if TYPE_CHECKING:
    from relaxtimer.library.library import Library

BUNDLED = "bundled"
YOURS = "yours"
INDEX = "routines.index"
# Kept apart, for not every command reads the settings.
SLOWER_INDEX = "routines-slower.index"


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


class Found(NamedTuple):
    """The facts of a file: true for this content as long as there are the routines in `needs`.

    `lasting` is false where they hang on more than that, and are not to be kept.
    """

    path: str
    facts: Facts
    stamp: Stamp
    digest: str
    needs: tuple[str, ...] = ()
    lasting: bool = True


class Listed(NamedTuple):
    """A routine: its name, where it is from, its facts. `overrides` where it takes the place of a bundled one."""

    routine: str
    origin: str
    path: str
    overrides: bool
    facts: Facts


class Listing(NamedTuple):
    """Every routine by its name, and what is wrong around them, a line for each thing."""

    routines: tuple[Listed, ...]
    notices: tuple[str, ...]


def listing(shelves: Shelves, prepare: float = 1) -> Listing:
    """List every routine, with so many times the time to get into place."""
    ours = {file.name for file in shelves.bundled.files}
    yours = {file.name for file in shelves.own.files}
    own = [(file, YOURS) for file in shelves.own.files]
    bundled = [(file, BUNDLED) for file in shelves.bundled.files if file.name not in yours]
    reader = _Reader(shelves, prepare)
    try:
        facts = reader.facts([file for file, _ in own + bundled])
        notices = (*shelves.notices, *reader.notices())
    finally:
        reader.index.save()
    listed = [
        Listed(file.name, origin, file.path, overrides=origin == YOURS and file.name in ours, facts=facts[file.path])
        for file, origin in own + bundled
    ]
    return Listing(tuple(sorted(listed)), notices)


def taken_over(kept: Sequence[Any]) -> Facts:
    """Make facts of what JSON kept of them."""
    facts = Facts(*kept)
    return facts._replace(equipment=tuple(facts.equipment), positions=tuple(facts.positions), tags=tuple(facts.tags))


class _Reader:
    """Gives the facts of files; what reads them is loaded only where one has changed."""

    def __init__(self, shelves: Shelves, prepare: float) -> None:
        index = INDEX if prepare == 1 else SLOWER_INDEX
        self.index = Index(shelves.folders.cache / index, f"{prepare}\n{_fingerprint(shelves)}")
        self._prepare = prepare
        self._shelves = shelves
        self._library: Library | None = None

    def facts(self, files: Sequence[Shelved]) -> dict[str, Facts]:
        """Give the facts of files by their paths."""
        found: dict[str, Facts] = {}
        changed: list[str] = []
        for file in files:
            if (known := self._known(file)) is None:
                changed.append(file.path)
            else:
                found[file.path] = known
        if changed:
            self._read(changed, found)
        return found

    def notices(self) -> tuple[str, ...]:
        """Give what is wrong with a person's own exercise files."""
        if self.index.notices is None:
            self.index.notices = list(self.library.exercises.notices) if self._shelves.own_exercises.files else []
        return tuple(self.index.notices)

    @property
    def library(self) -> Library:
        """What reads files."""
        if self._library is None:
            from relaxtimer.library.library import Library  # noqa: PLC0415 - YAML and all, not needed for known files

            self._library = Library(self._shelves)
        return self._library

    def _known(self, file: Shelved) -> Facts | None:
        """Give what is known of a file without reading it as YAML."""
        if file.hidden_by:
            return Facts(mistake=f"{file.hidden_by} has the same name, and counts; rename one of them")
        if file.status is None:
            return Facts(mistake=f"{file.path} leads to no file")
        entry = self.index.unchanged(file.path, file.status) or self._same(file.path)
        return taken_over(entry.facts) if entry and self._shelves.names.issuperset(entry.needs) else None

    def _same(self, path: str) -> Entry | None:
        if not self.index.knows(path):
            return None
        with suppress(UnreadableError):
            data, status = read(path)
            return self.index.same(path, stamp_of(status), digest(data))
        return None

    def _read(self, paths: Sequence[str], found: dict[str, Facts]) -> None:
        """Read files, and keep what stays true of them."""
        from relaxtimer.library.apart import found_apart  # noqa: PLC0415 - not needed for known files either

        for each in found_apart(self._shelves, paths, self._prepare):
            self._take(each, found)
        left = [path for path in paths if path not in found]
        if left:
            from relaxtimer.library.facts import found_in  # noqa: PLC0415 - as YAML: others may have read all there is

            for path in left:
                self._take(found_in(self.library, path, self._prepare), found)

    def _take(self, each: Found, found: dict[str, Facts]) -> None:
        found[each.path] = each.facts
        if each.lasting:
            self.index.keep(each.path, each.stamp, each.digest, each.needs, each.facts)


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
        found = [entry for folder in ("core", "library") for entry in os.scandir(package / folder)]
        code = sorted((entry.path, _stamp(entry.stat())) for entry in found if entry.name.endswith(".py"))
        return [f"{path} {stamp}" for path, stamp in code]
    return []
