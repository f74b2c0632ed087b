"""The figures of a routine: those of its own steps, and those of the exercises they name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from relaxtimer.core.body import Position
from relaxtimer.core.lasting import Parts
from relaxtimer.core.routine import Step
from relaxtimer.library.definition import PART_NAME, PARTS, POSITION
from relaxtimer.library.exercises import Exercises
from relaxtimer.notation.mistakes import FileMistakes

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure


class Figures:
    """Finds the figure of a step when it is asked for, and keeps it."""

    def __init__(self, own: Mapping[int, Figure], exercises: Exercises) -> None:
        """Know the figures that steps have themselves, by their number, and where the others are."""
        self._own = own
        self._exercises = exercises
        self._found: dict[str, Figure | None] = {}

    def of(self, step: Step) -> Figure | None:
        """Give the figure of a step; `None` where it has none.

        That of an exercise is shown where it is done in the exercise's own position and its parts are those of it: a
        picture of something else is worse than none.
        """
        return self._own.get(step.figured) or (self.of_exercise(step.id) if self._is_as_drawn(step) else None)

    def of_exercise(self, id_: str | None) -> Figure | None:
        """Give the figure of an exercise. One that cannot be read is none: `check` tells why."""
        if id_ is None:
            return None
        if id_ not in self._found:
            try:
                self._found[id_] = self._exercises.figure(id_)
            except FileMistakes:
                self._found[id_] = None
        return self._found[id_]

    def _is_as_drawn(self, step: Step) -> bool:
        exercise = self._exercises.find(step.id) if step.id else None
        if exercise is None:
            return False
        position: Position | None = exercise.written.get(POSITION)
        drawn = [part.get(PART_NAME) for part in exercise.written.get(PARTS) or ()]
        own = [part.name for part in step.lasting.parts] if isinstance(step.lasting, Parts) else []
        return step.position is position and own == drawn
