"""What of the room is in the picture: enough for a figure in all its moments, so that it never leaves it."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from msgspec import Struct

from relaxtimer.figure.air import REACH
from relaxtimer.figure.anatomy import at_place
from relaxtimer.figure.camera import Camera, View, camera
from relaxtimer.figure.figure import Feeling, Figure, PropKind, felt_places
from relaxtimer.figure.film import STEPS, Shot, pose_of
from relaxtimer.figure.flesh import flesh
from relaxtimer.figure.held import held
from relaxtimer.figure.kept import Kept
from relaxtimer.figure.props import standing
from relaxtimer.figure.skeleton import skeleton
from relaxtimer.figure.slices import whole
from relaxtimer.figure.solids import Panel, Solid
from relaxtimer.figure.vector import added

# How deep the floor is, in centimetres.
FLOOR_DEEP = 3.0
# Around the body, in centimetres.
_MARGIN = 5.0
# No body is drawn larger than if it had so much room: one that lies and one that stands are alike.
_LEAST_WIDE, _LEAST_HIGH = 120.0, 70.0
# Of a wall only so much is sure to be seen, to both sides of where it stands.
_WALL = 6.0
_FULL_BREATH = 8
# So many shapes are looked at between two slices.
_AT_ONCE = 16
_KEPT: Kept[Frame] = Kept(256)

# From the left to the right, and from below to above.
_Extent = tuple[float, float, float, float]


class Frame(Struct, frozen=True):
    """What of the room is in the picture: to the right and up, in centimetres as the camera sees them."""

    left: float
    bottom: float
    right: float
    top: float


def frame_of(figure: Figure) -> Frame:
    """Give what of the room is needed to show a figure in all its moments."""
    return whole(framing(figure))


def framing(figure: Figure) -> Generator[None, None, Frame]:
    """Work out the frame of a figure in slices, if it is not known yet."""
    found = _KEPT.find((figure,))
    if found is not None:
        return found
    seen = camera(figure.view)
    spans: list[_Extent] = []
    for shot in _shots(figure):
        for extent in _extents(figure, shot, seen):
            spans.append(extent)
            if not len(spans) % _AT_ONCE:
                yield
        yield
    left, right = min(span[0] for span in spans) - _MARGIN, max(span[1] for span in spans) + _MARGIN
    bottom, top = min(span[2] for span in spans), max(span[3] for span in spans) + _MARGIN
    bottom = bottom - _MARGIN if figure.view is View.ABOVE else min(bottom, 0.0) - FLOOR_DEEP
    wide = max(_LEAST_WIDE - (right - left), 0.0) / 2
    return _KEPT.keep(Frame(left - wide, bottom, right + wide, max(top, bottom + _LEAST_HIGH)), (figure,))


def _shots(figure: Figure) -> Iterator[Shot]:
    count = len(figure.frames)
    for before, frame in enumerate(figure.frames):
        for share in (0, STEPS // 2) if count > 1 else (0,):
            yield Shot(before, (before + 1) % count, share, _FULL_BREATH, frame.part)


def _extents(figure: Figure, shot: Shot, seen: Camera) -> Iterator[_Extent]:
    pose = pose_of(figure, shot)
    built = skeleton(pose)
    marked = felt_places(figure.marks)
    for group in flesh(built, pose, seen):
        for solid in group.solids:
            yield from _extent(solid, seen)
    for place in (place for mark in figure.marks if mark.feeling is Feeling.AIR for place in mark.places):
        at, _ = at_place(built, place)
        right, up, _ = seen.seen(added(at, built.face.front, REACH))
        yield right, right, up, up
    for prop in figure.props:
        if prop.kind is PropKind.WALL:
            x, _, _ = seen.seen((prop.x, 0.0, 0.0))
            yield x - _WALL, x + _WALL, 0.0, 0.0
            continue
        for group in (*standing(prop), *held(prop, built, marked)):
            for solid in group.solids:
                yield from _extent(solid, seen)


def _extent(solid: Solid, seen: Camera) -> Iterator[_Extent]:
    if isinstance(solid, Panel):
        for corner in solid.corners:
            right, up, _ = seen.seen(corner)
            yield right, right, up, up
        return
    for point, radius in ((solid.start, solid.first), (solid.end, solid.last)):
        right, up, _ = seen.seen(point)
        yield right - radius, right + radius, up - radius, up + radius
