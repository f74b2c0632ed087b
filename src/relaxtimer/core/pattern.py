"""Breaths and tempos: one cycle of phases that a step repeats."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds

SHORTEST_PHASE: Milliseconds = SECOND // 2
LONGEST_PHASE: Milliseconds = MINUTE


class Motion(StrEnum):
    """What breath or body does in one phase of a cycle."""

    IN = "in"
    OUT = "out"
    UP = "up"
    DOWN = "down"
    HOLD = "hold"
    REST = "rest"


class PatternPhase(Struct, frozen=True):
    """One phase of a cycle.

    `say` is shown and spoken in place of the motion's own word. Raises `ValueError` for a duration out of bounds.
    """

    motion: Motion
    duration: Milliseconds
    say: str | None = None

    def __post_init__(self) -> None:
        """Refuse a phase too short to follow or too long to be one."""
        if not SHORTEST_PHASE <= self.duration <= LONGEST_PHASE:
            message = f"a phase lasts from 0.5 to 60 seconds, not {self.duration} ms"
            raise ValueError(message)


class Pattern(Struct, frozen=True):
    """A cycle of phases. Raises `ValueError` when it has none, or one that its kind does not know."""

    phases: tuple[PatternPhase, ...]

    def __post_init__(self) -> None:
        """Refuse an empty cycle and a foreign motion."""
        if not self.phases:
            message = "a pattern has at least one phase"
            raise ValueError(message)
        if foreign := {phase.motion for phase in self.phases} - self.motions():
            message = f"no phase of this pattern: {', '.join(sorted(foreign))}"
            raise ValueError(message)

    @classmethod
    def motions(cls) -> frozenset[Motion]:
        """Give the motions that may stand in this kind of pattern."""
        return frozenset(Motion)

    @property
    def duration(self) -> Milliseconds:
        """The length of one cycle."""
        return sum(phase.duration for phase in self.phases)


class Breath(Pattern, frozen=True):
    """One breath."""

    @classmethod
    def motions(cls) -> frozenset[Motion]:
        """Give in, hold, out, rest."""
        return frozenset({Motion.IN, Motion.HOLD, Motion.OUT, Motion.REST})


class Tempo(Pattern, frozen=True):
    """One repetition."""

    @classmethod
    def motions(cls) -> frozenset[Motion]:
        """Give up, hold, down, rest."""
        return frozenset({Motion.UP, Motion.HOLD, Motion.DOWN, Motion.REST})
