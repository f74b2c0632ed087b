"""The solids of what stands around a body by itself, behind all else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import cos, pi, sin

from relaxtimer.figure.figure import Prop, PropKind
from relaxtimer.figure.solids import Capsule, Group, Material, Panel, Solid
from relaxtimer.figure.vector import Vector, added

SEAT = 45.0
_SEAT_DEPTH, _SEAT_WIDTH, _SEAT_THICK = 42.0, 22.0, 4.0
_BACK = 90.0
DESK = 73.0
BED = 48.0
_WALL_HEIGHT, _WALL_THICK, _WALL_WIDTH = 230.0, 4.0, 10.0
_MAT_WIDTH, _MAT_THICK = 26.0, 2.2
_BED_WIDTH = 40.0
_LEG = 1.7
# The large wheels of a wheelchair are 24 inches across; so many rods make a rim.
_WHEEL, _RODS = 30.5, 14


def stands(prop: Prop) -> bool:
    """Tell whether something stands by itself, whatever the body does."""
    return prop.kind in _STANDING


def standing(prop: Prop) -> Iterator[Group]:
    """Yield what something is made of that stands by itself; nothing for what the body touches."""
    if prop.kind in _STANDING:
        yield from _STANDING[prop.kind](prop)


def _box(low: Vector, high: Vector, material: Material) -> tuple[Solid, ...]:
    """Give the six sides of a box."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    sides = (
        ((x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)),
        ((x0, y0, z0), (x0, y0, z1), (x0, y1, z1), (x0, y1, z0)),
        ((x1, y0, z0), (x1, y0, z1), (x1, y1, z1), (x1, y1, z0)),
        ((x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)),
        ((x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)),
    )
    return tuple(Panel(corners, material) for corners in sides)


def _mat(prop: Prop) -> Iterator[Group]:
    low, high = (prop.x, -_MAT_THICK, -_MAT_WIDTH), (prop.to, 0.0, _MAT_WIDTH)
    yield Group(_box(low, high, Material.MAT))


def _bed(prop: Prop) -> Iterator[Group]:
    top = prop.y or BED
    yield Group(
        (
            *_box((prop.x, top - 16.0, -_BED_WIDTH), (prop.to, top, _BED_WIDTH), Material.CUSHION),
            *_box((prop.x, top - 24.0, -_BED_WIDTH), (prop.to, top - 16.0, _BED_WIDTH), Material.WOOD),
            *(_post(x, z, top - 24.0) for x in (prop.x + 5, prop.to - 5) for z in (-_BED_WIDTH + 4, _BED_WIDTH - 4)),
        ),
    )


def _post(x: float, z: float, top: float) -> Solid:
    return Capsule((x, 1.0, z), (x, top, z), _LEG, _LEG, Material.WOOD)


def _wall(prop: Prop) -> Iterator[Group]:
    behind = prop.x - _WALL_THICK if not prop.faces_left else prop.x + _WALL_THICK
    low, high = min(prop.x, behind), max(prop.x, behind)
    yield Group(_box((low, 0.0, -_WALL_WIDTH), (high, _WALL_HEIGHT, _WALL_WIDTH), Material.WALL))


def _seat(prop: Prop, top: float) -> tuple[Solid, ...]:
    half = _SEAT_DEPTH / 2
    legs = (_post(prop.x + x, prop.z + z, top - _SEAT_THICK) for x in (-half + 3, half - 3) for z in (-18.0, 18.0))
    low = (prop.x - half, top - _SEAT_THICK, prop.z - _SEAT_WIDTH)
    high = (prop.x + half, top, prop.z + _SEAT_WIDTH)
    return (*legs, *_box(low, high, Material.WOOD))


def _stool(prop: Prop) -> Iterator[Group]:
    yield Group(_seat(prop, prop.y or SEAT))


def _chair(prop: Prop) -> Iterator[Group]:
    top = prop.y or SEAT
    back = prop.x - _SEAT_DEPTH / 2 * (-1 if prop.faces_left else 1)
    low, high = (back - 1.5, top + 14, prop.z - _SEAT_WIDTH), (back + 1.5, top + _BACK - SEAT, prop.z + _SEAT_WIDTH)
    posts = tuple(
        Capsule((back, top, prop.z + z), (back, top + 20, prop.z + z), _LEG, _LEG, Material.WOOD) for z in (-18.0, 18.0)
    )
    yield Group((*posts, *_seat(prop, top), *_box(low, high, Material.WOOD)))


def _wheelchair(prop: Prop) -> Iterator[Group]:
    """Give a wheelchair: seat and low back, a large wheel on either side, small ones and a footrest ahead of them."""
    top = prop.y or SEAT
    ahead = -1.0 if prop.faces_left else 1.0
    half = _SEAT_DEPTH / 2
    seat = _box(
        (prop.x - half, top - _SEAT_THICK, prop.z - _SEAT_WIDTH),
        (prop.x + half, top, prop.z + _SEAT_WIDTH),
        Material.METAL,
    )
    back = prop.x - half * ahead
    rest = _box((back - 1.5, top, prop.z - _SEAT_WIDTH), (back + 1.5, top + 32.0, prop.z + _SEAT_WIDTH), Material.METAL)
    frame: list[Solid] = [*seat, *rest]
    for side in (-_SEAT_WIDTH - 2.0, _SEAT_WIDTH + 2.0):
        z = prop.z + side
        axle = (back + 4.0 * ahead, _WHEEL, z)
        frame += _ring(axle, _WHEEL - _LEG)
        frame.append(Capsule(axle, axle, 2.6, 2.6, Material.METAL))
        front = prop.x + (half + 4.0) * ahead
        frame.append(Capsule((front, top - _SEAT_THICK, z), (front + 6.0 * ahead, 14.0, z), _LEG, _LEG, Material.METAL))
        frame.append(Capsule((front, 6.0, z), (front, 6.0, z), 5.0, 5.0, Material.METAL))
    foot = prop.x + (half + 14.0) * ahead
    frame += _box((foot - 8.0, 3.0, prop.z - 16.0), (foot + 8.0, 4.5, prop.z + 16.0), Material.METAL)
    yield Group(tuple(frame))


def _ring(middle: Vector, radius: float) -> list[Solid]:
    """Give a wheel as the rods of its rim, seen from the side as round."""
    rim = [
        added(middle, (radius * cos(2 * pi * spoke / _RODS), radius * sin(2 * pi * spoke / _RODS), 0.0))
        for spoke in range(_RODS + 1)
    ]
    return [Capsule(one, other, _LEG, _LEG, Material.METAL) for one, other in pairwise(rim)]


def _desk(prop: Prop) -> Iterator[Group]:
    top = prop.y or DESK
    legs = (_post(x, z, top) for x in (prop.x + 4, prop.to - 4) for z in (-26.0, 26.0))
    yield Group((*legs, *_box((prop.x, top - 4, -30.0), (prop.to, top, 30.0), Material.WOOD)))


_STANDING: dict[PropKind, Callable[[Prop], Iterator[Group]]] = {
    PropKind.MAT: _mat,
    PropKind.BED: _bed,
    PropKind.WALL: _wall,
    PropKind.CHAIR: _chair,
    PropKind.WHEELCHAIR: _wheelchair,
    PropKind.STOOL: _stool,
    PropKind.DESK: _desk,
}
