"""Where a body is: its joints, and how its parts are held."""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.figure import body
from relaxtimer.figure.vector import Vector, turned

VERTEBRAE = len(body.TRUNK_RADII) - 1


class Frame(Struct, frozen=True):
    """Directions of length 1 in which a part of the body is held: up along it, forwards, and to its right."""

    up: Vector
    front: Vector
    right: Vector

    def turned(self, axis: Vector, degrees: float) -> Frame:
        """Turn it."""
        return Frame(
            turned(self.up, axis, degrees), turned(self.front, axis, degrees), turned(self.right, axis, degrees)
        )


class Limb(Struct, frozen=True):
    """An arm or a leg: shoulder, elbow and palm, or hip, knee and ankle. `tip` is where fingers or toes end."""

    root: Vector
    middle: Vector
    end: Vector
    tip: Vector
    heel: Vector
    reached: bool


class Skeleton(Struct, frozen=True):
    """Where a body is. `spine` goes from the pelvis to the shoulders, each with how it is held there."""

    spine: tuple[tuple[Vector, Frame], ...]
    head: Vector
    face: Frame
    right_arm: Limb
    left_arm: Limb
    right_leg: Limb
    left_leg: Limb

    @property
    def pelvis(self) -> tuple[Vector, Frame]:
        """The lower end of the spine."""
        return self.spine[0]

    @property
    def shoulders(self) -> tuple[Vector, Frame]:
        """The upper end of the spine."""
        return self.spine[-1]

    def limbs(self) -> tuple[Limb, Limb, Limb, Limb]:
        """Both arms and both legs, the right ones first."""
        return self.right_arm, self.left_arm, self.right_leg, self.left_leg

    def limb(self, name: str) -> Limb:
        """Give a limb by its name: `right_arm`."""
        limbs = {
            "right_arm": self.right_arm,
            "left_arm": self.left_arm,
            "right_leg": self.right_leg,
            "left_leg": self.left_leg,
        }
        return limbs[name]
