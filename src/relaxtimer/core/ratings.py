"""Pain, stiffness and stress, each from 0 to 10, with words at both ends."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

MOST = 10


class Scale(StrEnum):
    """What is rated."""

    PAIN = "pain"
    STIFFNESS = "stiffness"
    STRESS = "stress"

    @property
    def ends(self) -> tuple[str, str]:
        """What 0 and what 10 mean."""
        return _ENDS[self]


_ENDS = {
    Scale.PAIN: ("no pain", "the worst pain"),
    Scale.STIFFNESS: ("moves freely", "cannot bend"),
    Scale.STRESS: ("calm", "as tense as can be"),
}


class When(StrEnum):
    """At which moment something is rated."""

    BEFORE = "before"
    AFTER = "after"
    MORNING = "morning"


class Ratings(Struct, frozen=True):
    """The three ratings of one moment; `None` for what was not rated. Raises `ValueError` out of 0 to 10."""

    pain: int | None = None
    stiffness: int | None = None
    stress: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is not on the scale."""
        if any(value is not None and not 0 <= value <= MOST for value in self.values):
            message = "a rating is a whole number from 0 to 10"
            raise ValueError(message)

    @property
    def values(self) -> tuple[int | None, ...]:
        """The ratings in the order of the scales."""
        return self.pain, self.stiffness, self.stress

    def __bool__(self) -> bool:
        """Whether anything was rated."""
        return any(value is not None for value in self.values)

    @classmethod
    def of(cls, given: dict[Scale, int | None]) -> Ratings:
        """Make ratings from a value for each scale."""
        return cls(*(given.get(scale) for scale in Scale))
