"""From where one looks, and where points of the room are in the picture."""

from __future__ import annotations

from enum import StrEnum
from math import cos, radians, sin

from msgspec import Struct

from relaxtimer.figure.vector import Vector, dot


class View(StrEnum):
    """From where one looks. `side` is a little from before and above, so that two legs are seen as two."""

    SIDE = "side"
    FRONT = "front"
    BACK = "back"
    ABOVE = "above"
    CORNER = "corner"


# How far one walks from the side towards the front, and how far up one climbs.
_ANGLES = {
    View.SIDE: (12.0, 7.0),
    View.FRONT: (90.0, 7.0),
    View.BACK: (-90.0, 7.0),
    View.ABOVE: (0.0, 89.0),
    View.CORNER: (50.0, 20.0),
}


class Camera(Struct, frozen=True):
    """Directions of length 1: to the right and up in the picture, and towards the one who looks."""

    right: Vector
    up: Vector
    towards: Vector

    def seen(self, point: Vector) -> tuple[float, float, float]:
        """Give where a point is: to the right, up, and how near."""
        return dot(point, self.right), dot(point, self.up), dot(point, self.towards)


def camera(view: View) -> Camera:
    """Look from somewhere."""
    around, above = (radians(angle) for angle in _ANGLES[view])
    level = (sin(around), 0.0, cos(around))
    return Camera(
        right=(cos(around), 0.0, -sin(around)),
        up=(-level[0] * sin(above), cos(above), -level[2] * sin(above)),
        towards=(level[0] * cos(above), sin(above), level[2] * cos(above)),
    )
