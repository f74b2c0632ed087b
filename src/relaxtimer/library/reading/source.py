"""What reading a routine needs to know of everything else: the exercises, breaths and routines that there are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol, TypeVar, cast

from msgspec import Struct

from relaxtimer.core.conditions import Condition
from relaxtimer.core.pattern import Breath
from relaxtimer.library.definition import AVOID
from relaxtimer.notation.mistakes import Place
from relaxtimer.notation.shapes.record import Field, Written

T = TypeVar("T")


class ExerciseDraft(Struct, frozen=True):
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


class DraftSource(Protocol):
    """Where exercises are found by their ids."""

    def find(self, id: str, /) -> ExerciseDraft | None:  # noqa: A002 - the word of the files
        """Give the exercise of this id."""
        ...

    def ids(self) -> Collection[str]:
        """Give the ids of all exercises, to find the one that was meant."""
        ...


class ExerciseSource(BreathSource, DraftSource, Protocol):
    """Where all that a routine names is found. What it gives has no mistakes."""

    def routine_ids(self) -> Collection[str]:
        """Give the ids of all routines."""
        ...


class Layers:
    """A step in three layers: what it says itself, what its exercise says, what the routine says for all steps.

    A field that was written wrongly counts as written: it has no value, and no other layer's value takes its place.
    """

    def __init__(self, own: Written, exercise: Written | None = None, defaults: Written | None = None) -> None:
        self.own = own
        self.exercise = exercise
        self._ours = exercise.values if exercise else {}
        self._theirs = defaults.values if defaults else {}
        self._defaults = defaults
        self._exercise_fields = {**self._ours, **own.values}

    def exercise_field(self, field: Field[T]) -> T | None:
        """Give what the step says, or else its exercise."""
        return cast("T | None", self._exercise_fields.get(field.name))

    def all_of(self, field: Field[T]) -> tuple[T, ...]:
        """Give what the exercise says and then what the step says: for what a step can only add to."""
        found = (values.get(field.name) for values in (self._ours, self.own.values))
        return tuple(cast("T", each) for each in found if each is not None)

    def time_field(self, field: Field[T]) -> T | None:
        """Give what the step says, or else the routine, or else the exercise: for what depends on the day."""
        name = field.name
        for values in (self.own.values, self._theirs):
            if name in values:
                return cast("T | None", values[name])
        return cast("T | None", self._ours.get(name))

    def pattern_field(self, field: Field[T]) -> T | None:
        """Give what the step says, or else its exercise, or else the routine: for what the exercise is made of."""
        fields = self._exercise_fields if field.name in self._exercise_fields else self._theirs
        return cast("T | None", fields.get(field.name))

    def has_pattern(self, field: Field[object]) -> bool:
        """Tell whether any layer has the field, right or wrong."""
        return field.name in self._exercise_fields or field.name in self._theirs

    def place_of_pattern(self, field: Field[object]) -> Place:
        """Give the place in the routine that a pattern comes from: the whole step where it comes from its exercise."""
        if self._defaults is None or field.name in self._exercise_fields:
            return self.own.place(field)
        return self._defaults.place(field)
