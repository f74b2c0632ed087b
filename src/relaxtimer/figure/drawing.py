"""A moment of a figure -> its picture, in a space of any size.

It can be drawn in slices: what is worked out or painted between two of them takes a millisecond or two.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

from relaxtimer.core.pattern import Motion
from relaxtimer.figure.air import streaks
from relaxtimer.figure.anatomy import along_place, at_place
from relaxtimer.figure.bones import Skeleton
from relaxtimer.figure.camera import Camera, View
from relaxtimer.figure.canvas import Canvas
from relaxtimer.figure.cuts import Polygon
from relaxtimer.figure.figure import Feeling, Figure, Mark, Prop, PropKind, felt_places
from relaxtimer.figure.film import Shot, motions_of, nearest, pose_of
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
from relaxtimer.figure.solids import Capsule, Group, Material, Panel, Solid
from relaxtimer.figure.vector import added, dot

# A mark lies so far under the skin: one of pressure where hands press, or so far that a ball is seen beside it.
# Its glow reaches so far, and is weaker where nothing but attention is.
_UNDER, _UNDER_HANDS, _UNDER_PROP = 4.5, 1.0, 8.5
_SMALL = frozenset({PropKind.BALL, PropKind.CANE})
_GLOW, _STRENGTH, _WEAK = 16.0, 0.85, 0.5
# So far along the skin is where it goes on.
_ALONG = 10.0
_OWNERS = {
    name: place + 1 for place, name in enumerate(("trunk", "head", "right_arm", "left_arm", "right_leg", "left_leg"))
}
# Seen from so far above that the floor is everywhere.
_NO_FLOOR = frozenset({View.ABOVE, View.CORNER})
# Of one who sits and is seen from behind, the legs are beyond these.
_SEATS = frozenset({PropKind.CHAIR, PropKind.STOOL, PropKind.WHEELCHAIR})
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
        if _is_between(prop, figure):
            continue
        for group in standing(prop):
            for solid in sorted(group.solids, key=lambda solid: _depth(solid, lens.camera)):
                drawn.paint(Painted(lens.outline(solid), solid.material))
                yield


def _draw_body(figure: Figure, shot: Shot, drawn: Canvas, lens: Lens) -> Iterator[None]:
    """Draw the body and what it touches, from far to near, and the marks on it."""
    pose = pose_of(figure, shot)
    built = skeleton(pose)
    yield
    marks = [mark for mark in figure.marks if _is_felt(mark, figure, shot)]
    marked = felt_places(marks)
    groups = list(flesh(built, pose, lens.camera))
    for prop in _there(figure, shot.part):
        groups += held(prop, built, marked)
        if _is_between(prop, figure):
            groups += standing(prop)
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
        if mark.feeling is Feeling.AIR:
            _draw_air(drawn, lens, _air(mark, built, motions_of(figure, shot), shot.share))
        else:
            _draw_mark(drawn, lens, mark, built, _under(mark, figure))
        yield


def _under(mark: Mark, figure: Figure) -> float:
    if mark.feeling is not Feeling.PRESS:
        return _UNDER
    kinds = {prop.kind for prop in figure.props}
    if kinds & _SMALL:
        return _UNDER_PROP
    return _UNDER if PropKind.ROLLER in kinds else _UNDER_HANDS


def _air(mark: Mark, built: Skeleton, motions: frozenset[Motion], share: int) -> Iterator[Capsule]:
    for place in mark.places:
        yield from streaks(built, place, motions, share)


def _draw_air(drawn: Canvas, lens: Lens, air: Iterator[Capsule]) -> None:
    for streak in air:
        drawn.paint(Painted(lens.outline(streak), streak.material))


def _draw_mark(drawn: Canvas, lens: Lens, mark: Mark, built: Skeleton, under: float) -> None:
    for place in mark.places:
        at, out = at_place(built, place)
        middle = added(at, out, -under)
        x, y = lens.at(middle)
        further = lens.at(added(middle, along_place(built, place), _ALONG))
        drawn.glow(x, y, _GLOW * lens.scale, _WEAK if mark.feeling is Feeling.EASE else _STRENGTH)
        sign(drawn, mark.feeling, (x, y), (further[0] - x, further[1] - y), lens.scale)


def _there(figure: Figure, part: int | None) -> Iterator[Prop]:
    return (prop for prop in figure.props if prop.part is None or prop.part == part)


def _is_between(prop: Prop, figure: Figure) -> bool:
    """Tell whether something that stands by itself is nearer than a part of the body."""
    return figure.view is View.BACK and prop.kind in _SEATS


def _is_felt(mark: Mark, figure: Figure, shot: Shot) -> bool:
    """Tell whether a mark is of this part and keyframe, and of this motion of breath or tempo where there is one."""
    if mark.part is not None and mark.part != shot.part:
        return False
    if mark.frames and nearest(shot) not in mark.frames:
        return False
    motions = motions_of(figure, shot)
    return not mark.on or not motions or not mark.on.isdisjoint(motions)


def _depth(solid: Solid, seen: Camera) -> float:
    points = solid.corners if isinstance(solid, Panel) else (solid.start, solid.end)
    return sum(dot(point, seen.towards) for point in points) / len(points)


def _group_depth(group: Group, seen: Camera) -> float:
    return sum(_depth(solid, seen) for solid in group.solids) / max(len(group.solids), 1) + group.nearer
