"""The solids of what a body holds, lies on or is touched by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from relaxtimer.figure.anatomy import at_place
from relaxtimer.figure.bones import Skeleton
from relaxtimer.figure.figure import MARKED, Prop, PropKind
from relaxtimer.figure.places import Place
from relaxtimer.figure.solids import Capsule, Group, Material
from relaxtimer.figure.vector import Vector, added, dot, part_way, scaled

# A tennis ball has a radius of 3.3; it is drawn twice as large, so that it is seen from afar.
BALL_RADIUS = 6.6
ROLLER_RADIUS = 7.5
# A massage cane: how thick it and its knob are, how far its hook swings, and in how many pieces it is drawn.
_CANE, _KNOB, _BOW, _PIECES = 2.5, 4.4, 22.0, 6


def held(prop: Prop, built: Skeleton, marked: tuple[Place, ...]) -> Iterator[Group]:
    """Yield what a prop is made of, by a body that is held so; `marked` are the places of the mark of the moment."""
    if prop.kind in _HELD:
        yield from _HELD[prop.kind](prop, built, marked)


def _anchors(prop: Prop, built: Skeleton, marked: tuple[Place, ...]) -> Iterator[tuple[Vector, Vector]]:
    for anchor in prop.places:
        for place in marked if anchor == MARKED else (Place(anchor),):
            yield at_place(built, place)


def _standing(prop: Prop) -> bool:
    return not prop.places


def _ball(prop: Prop, built: Skeleton, marked: tuple[Place, ...]) -> Iterator[Group]:
    radius = BALL_RADIUS * prop.size
    if _standing(prop):
        at = (prop.x, prop.y or radius, prop.z)
        yield Group((Capsule(at, at, radius, radius, Material.BALL),), nearer=3.0)
    for at, out in _anchors(prop, built, marked):
        middle = added(at, out, radius * 0.75)
        yield Group((Capsule(middle, middle, radius, radius, Material.BALL),), limb="prop", gap=1.0, nearer=25.0)


def _roller(prop: Prop, built: Skeleton, marked: tuple[Place, ...]) -> Iterator[Group]:
    radius = ROLLER_RADIUS * prop.size
    lying = [(prop.x, prop.y or radius, prop.z)] if _standing(prop) else []
    touching = [added(on, out, radius * 0.9) for on, out in _anchors(prop, built, marked)]
    for x, y, _ in (*lying, *touching):
        yield Group((Capsule((x, y, -18.0), (x, y, 18.0), radius, radius, Material.ROLLER),), nearer=2.0)


def _cushion(prop: Prop, _built: Skeleton, _marked: tuple[Place, ...]) -> Iterator[Group]:
    radius = 5.0 * prop.size
    height = prop.y or radius
    half = max((prop.to - prop.x) / 2, 0.0)
    ends = ((prop.x, height, prop.z), (prop.x + 2 * half, height, prop.z))
    yield Group((Capsule(ends[0], ends[1], radius, radius, Material.CUSHION),))


def _towel(prop: Prop, built: Skeleton, marked: tuple[Place, ...]) -> Iterator[Group]:
    """Give a folded towel under a place, or where it lies."""
    lying = [(prop.x, prop.y or 2.5, prop.z)] if _standing(prop) else []
    touching = [added(on, out, 2.0) for on, out in _anchors(prop, built, marked)]
    for at in (*lying, *touching):
        ends = (added(at, (-7.0, 0.0, 0.0)), added(at, (7.0, 0.0, 0.0)))
        yield Group((Capsule(ends[0], ends[1], 2.8, 2.8, Material.TOWEL),))


def _line(material: Material, radius: float) -> Callable[[Prop, Skeleton, tuple[Place, ...]], Iterator[Group]]:
    def drawn(prop: Prop, built: Skeleton, marked: tuple[Place, ...]) -> Iterator[Group]:
        points = [at for at, _ in _anchors(prop, built, marked)]
        yield Group(
            tuple(Capsule(start, end, radius, radius, material) for start, end in pairwise(points)),
            nearer=12.0,
        )

    return drawn


def _cane(prop: Prop, built: Skeleton, marked: tuple[Place, ...]) -> Iterator[Group]:
    """Give a hooked massage cane: from the hands round the waist, its knob at the last place."""
    anchors = list(_anchors(prop, built, marked))
    if not anchors:
        return
    *hands, (knob, out) = anchors
    path = [at for at, _ in hands] + [added(knob, out, 3.0)]
    aside = scaled(built.pelvis[1].right, 1.0 if dot(out, built.pelvis[1].right) > 0 else -1.0)
    if hands:
        path[-1:] = _hook(path[-2], path[-1], out, aside)
    rods = [Capsule(start, end, _CANE, _CANE, Material.CANE) for start, end in pairwise(path)]
    rods.append(Capsule(path[-1], path[-1], _KNOB, _KNOB, Material.CANE))
    yield Group(tuple(rods), nearer=12.0)


def _hook(start: Vector, end: Vector, out: Vector, aside: Vector) -> list[Vector]:
    """Give the points of a bow from the lower hand round one side of the waist to the knob."""
    first = added(added(start, (0.0, -_BOW, 0.0)), aside, _BOW)
    second = added(added(added(end, out, _BOW), (0.0, -_BOW / 2, 0.0)), aside, _BOW)
    points = []
    for place in range(1, _PIECES + 1):
        share = place / _PIECES
        one, two, three = (part_way(a, b, share) for a, b in ((start, first), (first, second), (second, end)))
        points.append(part_way(part_way(one, two, share), part_way(two, three, share), share))
    return points


def _pack(prop: Prop, built: Skeleton, marked: tuple[Place, ...]) -> Iterator[Group]:
    for at, out in _anchors(prop, built, marked):
        middle = added(at, out, 1.5)
        along = (8.0 * out[1], -8.0 * out[0], 0.0)
        yield Group((Capsule(added(middle, along, -1.0), added(middle, along), 3.4, 3.4, Material.PACK),), nearer=14.0)


_HELD: dict[PropKind, Callable[[Prop, Skeleton, tuple[Place, ...]], Iterator[Group]]] = {
    PropKind.BALL: _ball,
    PropKind.ROLLER: _roller,
    PropKind.CUSHION: _cushion,
    PropKind.TOWEL: _towel,
    PropKind.STRAP: _line(Material.TOWEL, 1.5),
    PropKind.CANE: _cane,
    PropKind.PACK: _pack,
}
