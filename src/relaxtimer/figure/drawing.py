"""A moment of a figure -> its picture, in a space of any size.

It can be drawn in slices: what is worked out or painted between two of them takes a millisecond or two.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

from relaxtimer.figure.anatomy import at_place
from relaxtimer.figure.bones import Skeleton
from relaxtimer.figure.camera import Camera, View
from relaxtimer.figure.canvas import Canvas
from relaxtimer.figure.cuts import Polygon
from relaxtimer.figure.figure import Figure, Mark, Prop
from relaxtimer.figure.film import Shot, pose_of
from relaxtimer.figure.flesh import flesh
from relaxtimer.figure.framing import FLOOR_DEEP, frame_of, framing
from relaxtimer.figure.held import held
from relaxtimer.figure.kept import Kept
from relaxtimer.figure.lens import Lens
from relaxtimer.figure.palette import Palette
from relaxtimer.figure.props import standing
from relaxtimer.figure.raster import Painted, Picture
from relaxtimer.figure.signs import sign
from relaxtimer.figure.skeleton import skeleton
from relaxtimer.figure.slices import whole
from relaxtimer.figure.solids import Group, Material, Panel, Solid
from relaxtimer.figure.vector import added, dot

# A mark lies so far under the skin, beside what presses on it; its glow reaches so far.
_UNDER = 4.5
_GLOW, _STRENGTH = 16.0, 0.85
# So far off the skin is where it looks.
_AHEAD = 10.0
_OWNERS = {
    name: place + 1 for place, name in enumerate(("trunk", "head", "right_arm", "left_arm", "right_leg", "left_leg"))
}
# Seen from so far above that the floor is everywhere.
_NO_FLOOR = frozenset({View.ABOVE, View.CORNER})
# So many shapes are painted between two slices.
_AT_ONCE = 4
# What stands still is painted once for a figure and size; so many are kept.
_BACKDROPS: Kept[Picture] = Kept(24)


def picture(  # noqa: PLR0913 - what a moment is drawn with
    figure: Figure, shot: Shot, size: tuple[int, int], tall: float, palette: Palette, *, mirrored: bool = False
) -> Picture:
    """Draw a moment in so many pixels, each so many times as high as wide."""
    return whole(drawing(figure, shot, size, tall, palette, mirrored=mirrored))


def drawing(  # noqa: PLR0913 - what a moment is drawn with
    figure: Figure,
    shot: Shot,
    size: tuple[int, int],
    tall: float,
    palette: Palette,
    *,
    mirrored: bool = False,
    before: Picture | None = None,
) -> Generator[None, None, Picture]:
    """Draw a moment in slices; at their edges pixels keep to what they were in the picture `before`, if it is given."""
    frame = yield from framing(figure)
    lens = Lens.on(frame, figure.view, (float(size[0]), size[1] * tall))
    backdrop = yield from _backdrop(figure, shot.part, size, lens, palette)
    if before is not None and mirrored:
        before = before.mirrored()
    drawn = backdrop.copy(before)
    yield from _draw_body(figure, shot, drawn, lens)
    return drawn.mirrored() if mirrored else drawn


def draw(figure: Figure, shot: Shot, drawn: Canvas, *, mirrored: bool = False) -> None:
    """Draw a moment on whatever can be drawn on."""
    lens = Lens.on(frame_of(figure), figure.view, drawn.space, mirrored=mirrored)
    for _ in _draw_room(figure, shot.part, drawn, lens):
        pass
    for _ in _draw_body(figure, shot, drawn, lens):
        pass


def _backdrop(
    figure: Figure, part: int | None, size: tuple[int, int], lens: Lens, palette: Palette
) -> Generator[None, None, Picture]:
    tall = lens.height / size[1]
    own = part if any(prop.part is not None for prop in figure.props) else None
    found = _BACKDROPS.find((figure, palette), (own, size, tall))
    if found is not None:
        return found
    drawn = Picture(size[0], size[1], tall, palette)
    yield from _draw_room(figure, part, drawn, lens)
    return _BACKDROPS.keep(drawn, (figure, palette), (own, size, tall))


def _draw_room(figure: Figure, part: int | None, drawn: Canvas, lens: Lens) -> Iterator[None]:
    """Draw the floor and what stands on it by itself, behind all else."""
    if figure.view not in _NO_FLOOR:
        low = lens.floor + (FLOOR_DEEP + 1) * lens.scale
        corners = ((0.0, lens.floor), (lens.width, lens.floor), (lens.width, low), (0.0, low))
        drawn.paint(Painted(Polygon(corners), Material.FLOOR))
    for prop in _there(figure, part):
        for group in standing(prop):
            for solid in sorted(group.solids, key=lambda solid: _depth(solid, lens.camera)):
                drawn.paint(Painted(lens.outline(solid), solid.material))
                yield


def _draw_body(figure: Figure, shot: Shot, drawn: Canvas, lens: Lens) -> Iterator[None]:
    """Draw the body and what it touches, from far to near, and the marks on it."""
    pose = pose_of(figure, shot)
    built = skeleton(pose)
    yield
    marks = [mark for mark in figure.marks if _is_felt(mark, shot)]
    marked = tuple(place for mark in marks for place in mark.places)
    groups = list(flesh(built, pose, lens.camera))
    for prop in _there(figure, shot.part):
        groups += held(prop, built, marked)
    yield
    for group in sorted(groups, key=lambda group: _group_depth(group, lens.camera)):
        owner = _OWNERS.get(group.limb, 0)
        outlines = [lens.outline(solid) for solid in group.solids]
        if group.gap:
            drawn.clear_around(outlines, owner, group.gap * lens.scale)
            yield
        for count, (outline, solid) in enumerate(zip(outlines, group.solids, strict=True), 1):
            drawn.paint(Painted(outline, solid.material, owner))
            if not count % _AT_ONCE:
                yield
        yield
    for mark in marks:
        _draw_mark(drawn, lens, mark, built)
        yield


def _draw_mark(drawn: Canvas, lens: Lens, mark: Mark, built: Skeleton) -> None:
    for place in mark.places:
        at, out = at_place(built, place)
        x, y = lens.at(added(at, out, -_UNDER))
        ahead = lens.at(added(at, out, _AHEAD))
        drawn.glow(x, y, _GLOW * lens.scale, _STRENGTH)
        sign(drawn, mark.feeling, (x, y), (ahead[0] - x, ahead[1] - y), lens.scale)


def _there(figure: Figure, part: int | None) -> Iterator[Prop]:
    return (prop for prop in figure.props if prop.part is None or prop.part == part)


def _is_felt(mark: Mark, shot: Shot) -> bool:
    """Tell whether a mark is of this part, and of this motion of breath or tempo where there is one."""
    if mark.part is not None and mark.part != shot.part:
        return False
    return not mark.on or shot.motion is None or shot.motion in mark.on


def _depth(solid: Solid, seen: Camera) -> float:
    points = solid.corners if isinstance(solid, Panel) else (solid.start, solid.end)
    return sum(dot(point, seen.towards) for point in points) / len(points)


def _group_depth(group: Group, seen: Camera) -> float:
    return sum(_depth(solid, seen) for solid in group.solids) / max(len(group.solids), 1) + group.nearer
