"""What is left of a routine."""

from __future__ import annotations

from relaxtimer.core.body import Kind
from relaxtimer.core.routine import Routine
from tests.core.making import hold, step

QUIET_END = step("Rest", hold(50, 30, 180), kind=Kind.RELAXATION, prepare=8)


def names(made: Routine) -> list[str]:
    return [each.name for each in made.steps]
