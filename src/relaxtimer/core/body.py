"""The words for what the body does: kinds of step, positions and sides; and how long a change of position takes."""

from __future__ import annotations

from enum import StrEnum

from relaxtimer.core.duration import SECOND, Milliseconds


class Kind(StrEnum):
    """What a step is."""

    SELF_MASSAGE = "self-massage"
    STRETCH = "stretch"
    MOBILITY = "mobility"
    STABILISATION = "stabilisation"
    BREATHING = "breathing"
    RELAXATION = "relaxation"


QUIET = frozenset({Kind.BREATHING, Kind.RELAXATION})


class Position(StrEnum):
    """How the body is held."""

    STANDING = "standing"
    WALKING = "walking"
    SITTING = "sitting"
    KNEELING = "kneeling"
    HANDS_AND_KNEES = "hands-and-knees"
    SUPINE = "supine"
    SIDE_LYING = "side-lying"
    PRONE = "prone"

    @property
    def words(self) -> str:
        """The position in plain words, as it is spoken."""
        return _WORDS[self]

    @property
    def on_floor(self) -> bool:
        """Whether getting up from here takes a way up."""
        return _LEVEL[self] > _CHAIR


_WORDS = {
    Position.STANDING: "standing",
    Position.WALKING: "walking",
    Position.SITTING: "sitting",
    Position.KNEELING: "kneeling",
    Position.HANDS_AND_KNEES: "on hands and knees",
    Position.SUPINE: "on your back",
    Position.SIDE_LYING: "on your side",
    Position.PRONE: "face down",
}

_FEET, _CHAIR, _KNEES, _FLOOR = range(4)
_LEVEL = {
    Position.STANDING: _FEET,
    Position.WALKING: _FEET,
    Position.SITTING: _CHAIR,
    Position.KNEELING: _KNEES,
    Position.HANDS_AND_KNEES: _KNEES,
    Position.SUPINE: _FLOOR,
    Position.SIDE_LYING: _FLOOR,
    Position.PRONE: _FLOOR,
}

# Seconds to move between levels of the body without hurry, by how many levels lie between them. Our own
# estimate: the shortest times the bundled routines give are 5 (chair), 8 (knees to floor) and 12 (feet to floor).
_TURN = (5 * SECOND, 5 * SECOND, 8 * SECOND, 12 * SECOND)


def turn_time(before: Position, after: Position) -> Milliseconds:
    """Give the least time a change of position needs; none for the same position, or from standing into walking."""
    if before is after or {before, after} == {Position.STANDING, Position.WALKING}:
        return 0
    return _TURN[abs(_LEVEL[before] - _LEVEL[after])]


class Side(StrEnum):
    """One side of the body."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The side across."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Sides(StrEnum):
    """Which sides a step is for: `each` gives both the full time, one after the other."""

    EACH = "each"
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    def in_order(self, first: Side) -> tuple[Side | None, ...]:
        """Give the sides in the order they are done; `None` is the whole body at once."""
        if self is Sides.EACH:
            return (first, first.other)
        return (None,) if self is Sides.BOTH else (Side(self.value),)
