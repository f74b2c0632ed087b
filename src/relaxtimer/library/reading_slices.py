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

_EXERCISES = f"\n{EXERCISES.name}:".encode()
_BREATHS = f"\n{NAMED_BREATHS.name}:".encode()
_ID = re.compile(rb"\n  ([a-z0-9-]+):")
_NEXT_SECTION = re.compile(rb"\n[^\s#]")
_NEXT_EXERCISES = f"\n{EXERCISES.name}:".encode()
_BREATHS = f"\n{NAMED_BREATHS.name}:".encode()
_ID = re.compile(rb"\n(?:  )?[^\s#]")


class ExerciseSlices:
    """The exercises and breaths of one bundled file, read when asked for; places are those of the whole file."""

    def __init__(self, data: bytes, *, file: str, folder: Path | None = None) -> None:
        self._data = data
        self._file = file
        self._folder = folder

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order of the file."""
        start, end = self._section(EXERCISES.name)
        return tuple(match[1].decode("ascii") for match in _ID.finditer(self._data, start, end))

    def find(self, id_: str) -> ExerciseDraft | None:
        """Read one exercise. Raises `FileMistakes` for what is wrong in it."""
        before = self._data.find(f"\n  {id_}:".encode(), self._exercises)
        # A section that comes after the exercises may have the same names.
        if before < 0 or self._data.rfind(_BREATHS, 0, before) > self._exercises:
            return None
        following = _NEXT_ID.search(self._data, before + 1)
        reading = Reading(self._file, self._folder)
        node = self._parse(before + 1, following.start() + 1 if following else len(self._data), reading)
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
    def _exercises(self) -> int:
        """Where the exercises begin; at the end where there are none."""
        at = self._data.find(_EXERCISES)
        return len(self._data) if at < 0 else at

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
