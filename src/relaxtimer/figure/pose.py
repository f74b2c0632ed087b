"""A pose: the numbers that say how a body is held, and what lies between two of them."""

from __future__ import annotations

from typing import Any, TypeAlias

from msgspec import Struct
from msgspec.structs import asdict

from relaxtimer.figure.places import Place
from relaxtimer.figure.vector import Vector, part_way


class Spot(Struct, frozen=True):
    """A place of the body, or so far from it, that a hand or foot is at."""

    place: Place
    offset: Vector = (0.0, 0.0, 0.0)


class Point(Struct, frozen=True):
    """A point of the room. Without `z` it is straight before its shoulder or hip."""

    x: float
    y: float
    z: float | None = None


class Way(Struct, frozen=True):
    """So far from one target to another, 0 to 1."""

    start: Target
    end: Target
    share: float


Target: TypeAlias = Point | Spot | Way


class Pose(Struct, frozen=True, kw_only=True):
    """How a body is held.

    `hips` is the middle of the pelvis. `trunk` is the direction from there to the shoulders, from 0 to the right over
    90 upright to 180 to the left; the chest looks a quarter clockwise from it. `roll` turns the whole body about that
    direction, its front towards the one who looks. `curl` rounds the back (or hollows it), `bend` bends it to the
    right, `turn` turns the chest to the right, each from pelvis to chest. `head` nods: forwards from the line of the
    chest; `head_turn` and `head_tilt` are to the right. Hands are palms, feet are ankles. `toes` is the direction of a
    foot in the picture, seen from the side; `None` is as it falls. Elbows and knees bend towards a point, or where they
    would by themselves. A knee that kneels stays at its point: the hips are as far from it as the thigh is long, and
    the foot only tells where the shin points. `belly` and `ribs` are how far they are filled, in centimetres.
    """

    hips: Vector
    trunk: float = 90.0
    roll: float = 0.0
    curl: float = 0.0
    bend: float = 0.0
    turn: float = 0.0
    head: float = 0.0
    head_turn: float = 0.0
    head_tilt: float = 0.0
    right_hand: Target = Point(0.0, 0.0)
    left_hand: Target = Point(0.0, 0.0)
    right_foot: Target = Point(0.0, 0.0)
    left_foot: Target = Point(0.0, 0.0)
    right_elbow: Point | Way | None = None
    left_elbow: Point | Way | None = None
    right_knee: Point | Way | None = None
    left_knee: Point | Way | None = None
    right_kneel: Point | Way | None = None
    left_kneel: Point | Way | None = None
    right_toes: float | None = None
    left_toes: float | None = None
    shoulders: float = 0.0
    belly: float = 0.0
    ribs: float = 0.0


def blended(before: Pose, after: Pose, share: float) -> Pose:
    """Give what lies so far from one pose to another, 0 to 1: angles as angles, ends of limbs as points."""
    if share <= 0 or before is after:
        return before
    if share >= 1:
        return after
    start, end = asdict(before), asdict(after)
    return Pose(**{name: _between(start[name], end[name], share) for name in start})


def _between(start: Any, end: Any, share: float) -> Any:  # noqa: ANN401 - whatever a field of a pose holds
    match start, end:
        case (float() | int(), float() | int()):
            return start + (end - start) * share
        case (tuple(), tuple()):
            return part_way(start, end, share)
        case (Point() | Spot() | Way(), Point() | Spot() | Way()):
            return start if start == end else _way(start, end, share)
        case _:
            return start if share < 1 / 2 else end


def _way(start: Target, end: Target, share: float) -> Target:
    if isinstance(start, Point) and isinstance(end, Point) and (start.z is None) == (end.z is None):
        depth = None if start.z is None or end.z is None else start.z + (end.z - start.z) * share
        return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share, depth)
    return Way(start, end, share)
