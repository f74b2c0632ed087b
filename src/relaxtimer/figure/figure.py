"""A figure: how an exercise is shown. Keyframes, what stands around the body, and where something is felt."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.pattern import Motion
from relaxtimer.figure.camera import View
from relaxtimer.figure.places import Place
from relaxtimer.figure.pose import Pose

DEFAULT_MOVE: Milliseconds = 2_500
DEFAULT_STAY: Milliseconds = 700


class Plays(StrEnum):
    """What is shown while nothing paces the exercise.

    `hold`: the way into the last frame while one gets into place, then that frame at rest. `round`: one frame after
    another, and again from the first.
    """

    HOLD = "hold"
    ROUND = "round"


class Keyframe(Struct, frozen=True):
    """A pose, when it is come to, and for how long.

    `on` are the motions of breath or tempo in which one moves there; several frames with one motion take turns, cycle
    by cycle. `move` and `stay` are for figures that nothing paces. With `part` it belongs to that part of the exercise
    alone, counted from 1.
    """

    pose: Pose
    on: frozenset[Motion] = frozenset()
    move: Milliseconds = DEFAULT_MOVE
    stay: Milliseconds = DEFAULT_STAY
    part: int | None = None


class Feeling(StrEnum):
    """What is felt at a place. Each has a sign of its own.

    They are a ring with a dot, a double arrow, a disc, three waves, a hollow diamond, and streaks of air before it.
    """

    PRESS = "press"
    STRETCH = "stretch"
    WORK = "work"
    WARM = "warm"
    EASE = "ease"
    AIR = "air"


class Mark(Struct, frozen=True):
    """Places where something is felt, in one part of the exercise or in all.

    `on` are the motions of its pace and `frames` the keyframes, counted from 0, in which it is felt: none for all.
    """

    feeling: Feeling
    places: tuple[Place, ...]
    part: int | None = None
    on: frozenset[Motion] = frozenset()
    frames: frozenset[int] = frozenset()


def felt_places(marks: Iterable[Mark]) -> tuple[Place, ...]:
    """Give the places where something is felt on the body; air is before it."""
    return tuple(place for mark in marks if mark.feeling is not Feeling.AIR for place in mark.places)


class PropKind(StrEnum):
    """What may stand around a body, or be held by it."""

    MAT = "mat"
    BED = "bed"
    WALL = "wall"
    CHAIR = "chair"
    WHEELCHAIR = "wheelchair"
    STOOL = "stool"
    DESK = "desk"
    BALL = "ball"
    ROLLER = "roller"
    CUSHION = "cushion"
    TOWEL = "towel"
    STRAP = "strap"
    CANE = "cane"
    PACK = "pack"


# Where a ball or pack is that is wherever the mark of the moment is.
MARKED = "mark"
Anchor: TypeAlias = Place | str


class Prop(Struct, frozen=True):
    """Something beside the body.

    What stands by itself is at `x` (and `y` above the floor, and `z`), to `to` where it is as long as that; a chair
    `faces` the right or the left. What the body holds goes through `places`. With `part` it is there in that part of
    the exercise alone.
    """

    kind: PropKind
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    to: float = 0.0
    faces_left: bool = False
    places: tuple[Anchor, ...] = ()
    size: float = 1.0
    part: int | None = None


class Figure(Struct, frozen=True):
    """How an exercise is shown, for the right side; for the left it is its mirror image."""

    frames: tuple[Keyframe, ...]
    view: View = View.SIDE
    plays: Plays | None = None
    props: tuple[Prop, ...] = ()
    marks: tuple[Mark, ...] = ()
