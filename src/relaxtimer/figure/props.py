"""The solids of what stands around a body by itself, behind all else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from relaxtimer.figure.figure import Prop, PropKind
from relaxtimer.figure.solids import Capsule, Group, Material, Panel, Solid
from relaxtimer.figure.vector import Vector

SEAT = 45.0
_SEAT_DEPTH, _SEAT_WIDTH, _SEAT_THICK = 42.0, 22.0, 4.0
_BACK = 90.0
DESK = 73.0
BED = 48.0
_WALL_HEIGHT, _WALL_THICK, _WALL_WIDTH = 230.0, 4.0, 10.0
_MAT_WIDTH, _MAT_THICK = 26.0, 2.2
_BED_WIDTH = 40.0
_LEG = 1.7


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


def _desk(prop: Prop) -> Iterator[Group]:
    top = prop.y or DESK
    legs = (_post(x, z, top) for x in (prop.x + 4, prop.to - 4) for z in (-26.0, 26.0))
    yield Group((*legs, *_box((prop.x, top - 4, -30.0), (prop.to, top, 30.0), Material.WOOD)))


_STANDING: dict[PropKind, Callable[[Prop], Iterator[Group]]] = {
    PropKind.MAT: _mat,
    PropKind.BED: _bed,
    PropKind.WALL: _wall,
    PropKind.CHAIR: _chair,
    PropKind.STOOL: _stool,
    PropKind.DESK: _desk,
}
