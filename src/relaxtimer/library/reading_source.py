"""What reading a routine needs to know of everything else: the exercises, breaths and routines that there are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol, TypeVar

from relaxtimer.core.conditions import Condition
from relaxtimer.core.pattern import Breath
from relaxtimer.library.definition import AVOID
from relaxtimer.library.shapes_record import Field, Written

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ExerciseDraft:
    """An exercise as it was written in `file`, so that a step can override it field by field."""

    id: str
    written: Written
    file: str

    @property
    def avoid(self) -> frozenset[Condition]:
        """The conditions for which it is left out."""
        return frozenset(self.written.get(AVOID) or ())


class BreathSource(Protocol):
    """Where breaths are found by their names."""

    def breath(self, name: str, /) -> Breath | None:
        """Give the breath of this name."""
        ...

    def breath_names(self) -> Collection[str]:
        """Give the names of all breaths, to find the one that was meant."""
        ...


class ExerciseSource(BreathSource, Protocol):
    """Where exercises and breaths are found. What it gives has no mistakes."""

    def find(self, id: str, /) -> ExerciseDraft | None:  # noqa: A002 - the word of the files
        """Give the exercise of this id."""
        ...

    def ids(self) -> Collection[str]:
        """Give the ids of all exercises, to find the one that was meant."""
        ...

    def routine_ids(self) -> Collection[str]:
        """Give the ids of all routines."""
        ...


@dataclass(frozen=True, slots=True)
class Layers:
    """A step in three layers: what it says itself, what its exercise says, what the routine says for all steps."""

    own: Written
    exercise: Written | None = None
    defaults: Written | None = None

    def exercise_field(self, field: Field[T]) -> T | None:
        """Give what the step says, or else its exercise."""
        return _first(field, self.own, self.exercise)

    def time_field(self, field: Field[T]) -> T | None:
        """Give what the step says, or else the routine, or else the exercise: for what depends on the day."""
        return _first(field, self.own, self.defaults, self.exercise)

    def pattern_field(self, field: Field[T]) -> T | None:
        """Give what the step says, or else its exercise, or else the routine: for what the exercise is made of."""
        return _first(field, self.own, self.exercise, self.defaults)


def _first(field: Field[T], *layers: Written | None) -> T | None:
    """Give the value of the first layer that has the field, also where that was written wrongly and is no value."""
    return next((layer.get(field) for layer in layers if layer is not None and layer.has(field)), None)
