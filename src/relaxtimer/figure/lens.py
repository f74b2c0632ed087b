"""Points of the room -> points of a picture."""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.figure.camera import Camera, View, camera
from relaxtimer.figure.cuts import Disc, Outline, Polygon
from relaxtimer.figure.framing import Frame
from relaxtimer.figure.solids import Panel, Solid
from relaxtimer.figure.vector import Vector

# How much of the room that is left over is below.
_BELOW = 0.4


class Lens(Struct, frozen=True):
    """Maps what a camera sees onto pixels as wide as one, mirrored or not. `scale` is pixels in a centimetre."""

    camera: Camera
    scale: float
    left: float
    bottom: float
    width: float
    height: float
    mirrored: bool = False

    @classmethod
    def on(cls, frame: Frame, view: View, space: tuple[float, float], *, mirrored: bool = False) -> Lens:
        """Show what of the room is framed as large as there is space."""
        width, height = space
        scale = min(width / (frame.right - frame.left), height / (frame.top - frame.bottom))
        spare = (width / scale - (frame.right - frame.left)) / 2
        below = (height / scale - (frame.top - frame.bottom)) * _BELOW
        return cls(camera(view), scale, frame.left - spare, frame.bottom - below, width, height, mirrored)

    @property
    def floor(self) -> float:
        """How far down the floor is."""
        return self.height + self.bottom * self.scale

    def at(self, point: Vector) -> tuple[float, float]:
        """Give the pixel of a point."""
        right, up, _ = self.camera.seen(point)
        x = (right - self.left) * self.scale
        return (self.width - x if self.mirrored else x), self.height - (up - self.bottom) * self.scale

    def outline(self, solid: Solid) -> Outline:
        """Give how a solid is seen."""
        if isinstance(solid, Panel):
            return Polygon(tuple(self.at(corner) for corner in solid.corners))
        (ax, ay), (bx, by) = self.at(solid.start), self.at(solid.end)
        return Disc(ax, ay, solid.first * self.scale, bx, by, solid.last * self.scale)
