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

_ID = re.compile(rb"\n  ([a-z0-9-]+):")
_NEXT_SECTION = re.compile(rb"\n[^\s#]")
_NEXT_ID = re.compile(rb"\n(?:  )?[^\s#]")


class ExerciseSlices:
    """The exercises and breaths of one bundled file, read when asked for; places are those of the whole file."""

    def __init__(self, data: bytes, *, file: str, folder: Path | None = None) -> None:
        self._data = data
        self._file = file
        self._folder = folder

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order of the file."""
        start, end = self._exercises
        return tuple(match[1].decode("ascii") for match in _ID.finditer(self._data, start, end))

    def find(self, id_: str) -> ExerciseDraft | None:
        """Read one exercise. Raises `FileMistakes` for what is wrong in it."""
        key = f"\n  {id_}:".encode()
        # Looking through bytes takes no time: only the file that has the id is looked at closely.
        if key not in self._data:
            return None
        section, section_end = self._exercises
        before = self._data.find(key, section, section_end)
        if before < 0:
            return None
        following = _NEXT_ID.search(self._data, before + len(key), section_end)
        reading = Reading(self._file, self._folder)
        node = self._parse(before + 1, following.start() + 1 if following else section_end, reading)
        found = EXERCISES.shape.read(node, EXERCISES.name, reading) if node else None
        reading.end()
        return ExerciseDraft(id_, found[id_], self._file) if found else None

    @cached_property
    def breaths(self) -> Mapping[str, Breath]:
        """The named breaths. Raises `FileMistakes` for what is wrong in them."""
        start, end = self._section(NAMED_BREATHS.name)
        if start == end:
            return {}
        reading = Reading(self._file, self._folder)
        node = self._parse(start + 1, end, reading)
        found = NAMED_BREATHS.shape.read(node, NAMED_BREATHS.name, reading) if node else None
        reading.end()
        return {name: breath for name, breath in (found or {}).items() if isinstance(breath, Breath)}

    @cached_property
    def _exercises(self) -> tuple[int, int]:
        return self._section(EXERCISES.name)

    def _section(self, name: str) -> tuple[int, int]:
        """Give the line break after the name of a section, and its end; twice the same where there is none."""
        key = f"\n{name}:".encode()
        at = self._data.find(key)
        start = self._data.find(b"\n", at + len(key))
        if at < 0 or start < 0:
            return len(self._data), len(self._data)
        following = _NEXT_SECTION.search(self._data, start)
        return start, following.start() + 1 if following else len(self._data)

    def _parse(self, start: int, end: int, reading: Reading) -> Node | None:
        # As many empty lines before it as the file has lines keep the places true.
        return parse(b"\n" * self._data.count(b"\n", 0, start) + self._data[start:end], reading)
