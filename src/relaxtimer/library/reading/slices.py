"""A bundled exercise file, read one exercise at a time: a routine of ten steps never parses the other fifty exercises.

This goes by the layout of the bundled files: sections begin in the first column, ids two columns in. A file of a
person's own may be written in any way that YAML allows, and is always read whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from relaxtimer.core.pattern import Breath
from relaxtimer.library.definition import EXERCISES, FIGURE, NAMED_BREATHS
from relaxtimer.library.reading.source import ExerciseDraft
from relaxtimer.notation.mistakes import Reading
from relaxtimer.notation.shapes.record import Record
from relaxtimer.notation.strict_yaml.nodes import Node, parse

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure

_EXERCISES = f"\n{EXERCISES.name}:".encode()
_BREATHS = f"\n{NAMED_BREATHS.name}:".encode()
_ID = re.compile(rb"\n  ([a-z0-9-]+):")
_NEXT_SECTION = re.compile(rb"\n[^\s#]")
_NEXT_ID = re.compile(rb"\n(?:  )?[^\s#]")
# A figure with all that is further in, and empty lines between.
_FIGURE = re.compile(rf"\n    {FIGURE.name}:[^\n]*(?:\n+      [^\n]*)*".encode())
_FIGURE_ALONE = Record("a figure", (FIGURE,))
_BREATHS_ALONE = Record("an exercise file", (NAMED_BREATHS,))


class ExerciseSlices:
    """The exercises and breaths of one bundled file, read when asked for; places are those of the whole file."""

    def __init__(self, data: bytes, *, file: str, folder: Path | None = None) -> None:
        self._data = data
        self._file = file
        self._folder = folder

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order of the file."""
        return tuple(b" ".join(_ID.findall(self._data, *self._exercises)).decode("ascii").split())

    def find(self, id_: str) -> ExerciseDraft | None:
        """Read one exercise, without its figure. Raises `FileMistakes` for what is wrong in it."""
        span = self._span(id_)
        if span is None:
            return None
        reading = Reading(self._file, self._folder)
        node = self._parse(*span, reading, figure=False)
        found = EXERCISES.shape.read(node, EXERCISES.name, reading) if node else None
        reading.end()
        return ExerciseDraft(id_, found[id_], self._file) if found else None

    def figure(self, id_: str) -> Figure | None:
        """Read the figure of one exercise, if it has one. Raises `FileMistakes` for what is wrong in it."""
        span = self._span(id_)
        place = _FIGURE.search(self._data, span[0] - 1, span[1]) if span else None
        if place is None:
            return None
        reading = Reading(self._file, self._folder)
        node = self._parse(place.start() + 1, place.end() + 1, reading)
        found = _FIGURE_ALONE.read(node, FIGURE.name, reading) if node else None
        reading.end()
        return found.get(FIGURE) if found else None

    def _span(self, id_: str) -> tuple[int, int] | None:
        """Give where an exercise begins and ends."""
        before = self._data.find(f"\n  {id_}:".encode(), *self._exercises)
        if before < 0:
            return None
        following = _NEXT_ID.search(self._data, before + 1)
        return before + 1, following.start() + 1 if following else len(self._data)

    @cached_property
    def breaths(self) -> Mapping[str, Breath]:
        """The named breaths. Raises `FileMistakes` for what is wrong in them."""
        at = self._data.find(_BREATHS)
        if at < 0:
            return {}
        start = at + 1
        following = _NEXT_SECTION.search(self._data, start)
        reading = Reading(self._file, self._folder)
        node = self._parse(start, following.start() + 1 if following else len(self._data), reading)
        found = _BREATHS_ALONE.read(node, NAMED_BREATHS.name, reading) if node else None
        reading.end()
        breaths = found.get(NAMED_BREATHS) if found else None
        return {name: breath for name, breath in (breaths or {}).items() if isinstance(breath, Breath)}

    @cached_property
    def _exercises(self) -> tuple[int, int]:
        """Where the exercises begin and end; at the end of the file where there are none."""
        start, end = self._data.find(_EXERCISES), len(self._data)
        if start < 0:
            return end, end
        breaths = self._data.find(_BREATHS, start)
        return start, end if breaths < 0 else breaths + 1

    def _parse(self, start: int, end: int, reading: Reading, *, figure: bool = True) -> Node | None:
        # As many empty lines before it as the file has lines keep the places true; so do those in place of a figure.
        data = self._data[start:end]
        if not figure:
            data = _FIGURE.sub(lambda found: b"\n" * found.group().count(b"\n"), data)
        return parse(b"\n" * self._data.count(b"\n", 0, start) + data, reading)
