"""A bundled exercise file, read one exercise at a time: a routine of ten steps never parses the other fifty exercises.

This goes by the layout of the bundled files: sections begin in the first column, ids two columns in. A file of a
person's own may be written in any way that YAML allows, and is always read whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from relaxtimer.core.pattern import Breath
from relaxtimer.library.definition import EXERCISES, NAMED_BREATHS
from relaxtimer.library.mistakes import Reading
from relaxtimer.library.reading_source import ExerciseDraft
from relaxtimer.library.strict_yaml import Node, parse

_SECTION = re.compile(rb"^([a-z]+):.*$", re.MULTILINE)
_ID = re.compile(rb"^  ([a-z0-9-]+):[ \t]*(?:#.*)?\r?$", re.MULTILINE)


class ExerciseSlices:
    """The exercises and breaths of one bundled file, read when asked for; places are those of the whole file."""

    def __init__(self, data: bytes, *, file: str, folder: Path | None = None) -> None:
        self._data = data
        self._file = file
        self._folder = folder

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order of the file."""
        return tuple(self._places)

    def find(self, id_: str) -> ExerciseDraft | None:
        """Read one exercise. Raises `FileMistakes` for what is wrong in it."""
        if id_ not in self._places:
            return None
        reading = Reading(self._file, self._folder)
        node = self._parse(*self._places[id_], reading)
        found = EXERCISES.shape.read(node, EXERCISES.name, reading) if node else None
        reading.end()
        return ExerciseDraft(id_, found[id_], self._file) if found else None

    @cached_property
    def breaths(self) -> Mapping[str, Breath]:
        """The named breaths. Raises `FileMistakes` for what is wrong in them."""
        if NAMED_BREATHS.name not in self._sections:
            return {}
        reading = Reading(self._file, self._folder)
        node = self._parse(*self._sections[NAMED_BREATHS.name], reading)
        found = NAMED_BREATHS.shape.read(node, NAMED_BREATHS.name, reading) if node else None
        reading.end()
        return {name: breath for name, breath in (found or {}).items() if isinstance(breath, Breath)}

    @cached_property
    def _sections(self) -> dict[str, tuple[int, int]]:
        """Give where the content of each section begins and ends."""
        matches = list(_SECTION.finditer(self._data))
        ends = [*(match.start() for match in matches[1:]), len(self._data)]
        return {match[1].decode("ascii"): (match.end() + 1, end) for match, end in zip(matches, ends, strict=True)}

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        start, end = self._sections.get(EXERCISES.name, (0, 0))
        matches = list(_ID.finditer(self._data, start, end))
        ends = [*(match.start() for match in matches[1:]), end]
        return {match[1].decode("ascii"): (match.start(), to) for match, to in zip(matches, ends, strict=True)}

    def _parse(self, start: int, end: int, reading: Reading) -> Node | None:
        return parse(self._data[start:end], reading, first_line=self._data.count(b"\n", 0, start) + 1)
