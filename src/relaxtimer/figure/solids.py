"""What a picture is made of: rounded limbs and flat panels, in space."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from relaxtimer.figure.vector import Vector


class Material(StrEnum):
    """What something is made of, and so its colour."""

    SKIN = "skin"
    FAR_SKIN = "far-skin"
    HAIR = "hair"
    SHIRT = "shirt"
    TROUSERS = "trousers"
    FAR_TROUSERS = "far-trousers"
    FLOOR = "floor"
    MAT = "mat"
    WALL = "wall"
    WOOD = "wood"
    METAL = "metal"
    CUSHION = "cushion"
    BALL = "ball"
    ROLLER = "roller"
    TOWEL = "towel"
    CANE = "cane"
    PACK = "pack"
    AIR = "air"
    SIGN = "sign"
    SIGN_EDGE = "sign-edge"


class Capsule(Struct, frozen=True):
    """A rounded stick that may be thicker at one end; a ball where both ends are one point."""

    start: Vector
    end: Vector
    first: float
    last: float
    material: Material


class Panel(Struct, frozen=True):
    """A convex flat piece, by its corners in order."""

    corners: tuple[Vector, ...]
    material: Material


class Group(Struct, frozen=True):
    """Solids that belong together. A gap is left around them where they cross another group of the body.

    `limb` tells which; pieces of one limb leave no gap between each other. `nearer` is how much nearer it is taken to
    be than it is, in centimetres.
    """

    solids: tuple[Solid, ...]
    limb: str = ""
    gap: float = 0.0
    nearer: float = 0.0


Solid: TypeAlias = Capsule | Panel
