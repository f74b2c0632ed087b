"""The pieces of a timeline: segments, and the occurrences of steps that they make up."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from relaxtimer.core.body import Side
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.lasting import Part
from relaxtimer.core.pattern import Pattern
from relaxtimer.core.routine import Step, with_side


class Phase(StrEnum):
    """What a segment is for."""

    PREPARE = "prepare"
    WORK = "work"
    SWITCH = "switch"
    REST = "rest"


class Round(Struct, frozen=True):
    """Which round of the innermost repeat block, counted from 1."""

    n: int
    of: int


class Segment(Struct, frozen=True, kw_only=True):
    """One stretch of a timeline in which one thing goes on.

    `start` and `duration` in milliseconds from the start of the session; `number` counts the steps of the routine
    from 1, `occurrence` the times a step comes up from 0. Its length is `cycles` of a `pattern`, where it has one;
    see `paced`. `waits` marks a segment that ends by a key, `easier` one done in the step's easier variant.
    """

    duration: Milliseconds
    phase: Phase
    step: Step
    number: int
    occurrence: int
    start: Milliseconds = 0
    side: Side | None = None
    round: Round | None = None
    part: Part | None = None
    pattern: Pattern | None = None
    cycles: int = 0
    waits: bool = False
    easier: bool = False

    @property
    def paced(self) -> Pattern | None:
        """The pattern whose cycles are paced from the start: none at one's own pace."""
        return None if self.at_own_pace else self.pattern

    @property
    def at_own_pace(self) -> bool:
        """Whether it is done in an easier variant that is not paced."""
        return self.easier and not self.step.easier_paced

    @property
    def begun_easier(self) -> bool:
        """Whether the easier variant is how the step begins, so that its words stand before the others."""
        return self.easier and self.step.say[:1] == (self.step.easier,)

    @property
    def end(self) -> Milliseconds:
        """Where the next segment starts."""
        return self.start + self.duration


class Occurrence(Struct, frozen=True):
    """One time that a step comes up: `first` and `last` are indices of its segments, rests after it not included."""

    index: int
    step: Step
    number: int
    round: Round | None
    first: int
    last: int
    start: Milliseconds
    end: Milliseconds


def position_words(segment: Segment) -> str:
    """Give the position of a segment in words, with the side where one lies on it."""
    return with_side(segment.step.position.words, segment.side)
