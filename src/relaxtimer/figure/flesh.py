"""A skeleton -> the solids of a body: head, trunk, arms and legs, those of the far side in darker colours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from typing import TypeAlias

from relaxtimer.figure import body
from relaxtimer.figure.bones import Frame, Limb, Skeleton
from relaxtimer.figure.camera import Camera
from relaxtimer.figure.pose import Pose
from relaxtimer.figure.solids import Capsule, Group, Material, Solid
from relaxtimer.figure.vector import Vector, added, between, dot, part_way

_GAP = 2.2
# A limb whose root is so much further away than that of the other is on the far side.
_FAR = 9.0
# A face that is turned so far (the cosine) towards the one who looks, or away, is seen as one, or not at all.
_TURNED = 0.3
# Where the neck comes out of a shirt behind, above the shoulders, in centimetres.
_NAPE = 6.0
# How far eyes are from the middle of a face, how high and how thick, in centimetres: larger than they are.
_EYE_ASIDE, _EYE_HIGH, _EYE = 3.8, 2.0, 1.3
# The sides of a trunk are thinner than its middle by this, and lie behind it where one looks nearly along them.
_SIDE = 0.93
_SLIM = 0.35
_PAIRS = (
    ("right_arm", "left_arm"),
    ("left_arm", "right_arm"),
    ("right_leg", "left_leg"),
    ("left_leg", "right_leg"),
)
# Which vertebrae belly and ribs are at, and how much of their filling reaches each.
_BELLY = (0.3, 0.9, 1.0, 0.6, 0.2, 0.0, 0.0, 0.0, 0.0)
_RIBS = (0.0, 0.0, 0.1, 0.4, 0.8, 1.0, 0.9, 0.5, 0.1)

# Points along the trunk, and how thick it is there.
Chain: TypeAlias = list[tuple[Vector, float]]


def flesh(built: Skeleton, pose: Pose, camera: Camera) -> Iterator[Group]:
    """Yield the parts of a body."""
    yield _trunk(built, pose, camera)
    yield _head(built, camera)
    for name, other in _PAIRS:
        limb = built.limb(name)
        far = dot(between(limb.root, built.limb(other).root), camera.towards) > _FAR
        yield from (_arm(limb, name, far=far) if name.endswith("arm") else _leg(limb, name, far=far))


def _trunk(built: Skeleton, pose: Pose, camera: Camera) -> Group:
    chains = list(_chains(built, pose))
    if all(_seen_aside(frame, camera) < _SLIM for _, frame in built.spine):
        chains = [_one(chains, camera)]
    solids = [
        Capsule(start, end, first, last, Material.TROUSERS if place == 0 else Material.SHIRT)
        for chain in chains
        for place, ((start, first), (end, last)) in enumerate(pairwise(chain))
    ]
    # Trousers reach to the hips, and the shirt lies over them.
    solids.sort(key=lambda solid: solid.material is Material.SHIRT)
    return Group(tuple(solids), limb="trunk", gap=_GAP / 2)


def _chains(built: Skeleton, pose: Pose) -> Iterator[Chain]:
    """Yield the left side, the middle and the right side of a trunk."""
    for side in (-1.0, 0.0, 1.0):
        chain: list[tuple[Vector, float]] = []
        for place, (at, frame) in enumerate(built.spine):
            filled = pose.belly * _BELLY[place] + pose.ribs * _RIBS[place]
            middle = added(at, frame.front, filled / 2)
            radius = body.TRUNK_RADII[place] + filled / 2
            aside = side * (body.TRUNK_SIDES[place] + pose.ribs * _RIBS[place] / 2)
            chain.append((added(middle, frame.right, aside), radius if not side else radius * _SIDE))
        yield chain


def _seen_aside(frame: Frame, camera: Camera) -> float:
    """Give how much of what is beside the spine is seen beside it: 1 from before or behind, 0 from the side."""
    return hypot(dot(frame.right, camera.right), dot(frame.right, camera.up))


def _one(chains: list[Chain], camera: Camera) -> Chain:
    """Make one chain of three that are seen behind each other, as thick as they are together."""
    left, middle, right = chains
    along = _flat(between(middle[0][0], middle[-1][0]), camera)
    long = hypot(*along) or 1.0
    chain: Chain = []
    for (one, radius), (at, most), (other, _) in zip(left, middle, right, strict=True):
        away = _flat(between(one, other), camera)
        out = abs(along[0] * away[1] - along[1] * away[0]) / long / 2
        chain.append((at, max(most, radius + out)))
    return chain


def _flat(direction: Vector, camera: Camera) -> tuple[float, float]:
    return dot(direction, camera.right), dot(direction, camera.up)


def _head(built: Skeleton, camera: Camera) -> Group:
    top, frame = built.shoulders
    face = built.face
    seen_back = dot(face.front, camera.towards) < -_TURNED
    # A shirt is cut lower before than behind.
    low, wide = (_NAPE, body.NECK_RADIUS) if seen_back else (-2.0, 6.0)
    neck = Capsule(added(top, frame.up, low), part_way(top, built.head, 0.75), wide, body.NECK_RADIUS, Material.SKIN)
    skull = Capsule(
        built.head, added(built.head, face.up, -2.5), body.HEAD_RADIUS, body.HEAD_RADIUS - 1.5, Material.SKIN
    )
    behind = added(added(built.head, face.front, -2.6), face.up, 2.4)
    hair = Capsule(behind, added(behind, face.up, -3.0), body.HEAD_RADIUS - 0.6, body.HEAD_RADIUS - 2.5, Material.HAIR)
    nose = added(added(built.head, face.front, body.HEAD_RADIUS), face.up, -2.0)
    nose_solid = Capsule(nose, added(nose, face.front, -3.0), 1.5, 2.2, Material.SKIN)
    seen_face = dot(face.front, camera.towards) > _TURNED
    order: tuple[Solid, ...] = (neck, skull, hair, nose_solid)
    if seen_face:
        mask = added(added(built.head, face.front, 2.5), face.up, -2.6)
        order = (neck, hair, skull_of_face(mask, face.up), nose_solid, *_eyes(built))
    elif not seen_back:
        cheek = added(added(built.head, face.front, 3.0), face.up, -2.2)
        near = 1 if dot(face.right, camera.towards) > 0 else -1
        cheeks = Capsule(cheek, added(cheek, face.up, -2.0), 8.2, 7.2, Material.SKIN)
        order = (neck, nose_solid, hair, cheeks, *_eyes(built, near))
    else:
        order = (neck, nose_solid, skull, hair)
    return Group(order, limb="head", gap=_GAP, nearer=1.0)


def _eyes(built: Skeleton, *sides: int) -> Iterator[Solid]:
    """Yield the eyes, or the one that is seen from the side, so that it is known where a face looks."""
    face = built.face
    for side in sides or (-1, 1):
        at = added(added(built.head, face.front, body.HEAD_RADIUS * 0.75), face.right, side * _EYE_ASIDE)
        yield Capsule(at, added(at, face.up, _EYE_HIGH), _EYE, _EYE, Material.HAIR)


def skull_of_face(at: Vector, up: Vector) -> Capsule:
    """Give a face that is turned to the one who looks, with its hair around."""
    return Capsule(at, added(at, up, -1.5), body.HEAD_RADIUS - 2.0, body.HEAD_RADIUS - 3.0, Material.SKIN)


def _arm(limb: Limb, name: str, *, far: bool) -> Iterator[Group]:
    skin = Material.FAR_SKIN if far else Material.SKIN
    first, second, third = body.ARM_RADII
    yield Group((Capsule(limb.root, limb.middle, first, second, skin),), limb=name, gap=_GAP)
    forearm = Capsule(limb.middle, limb.end, second, third, skin)
    hand = Capsule(limb.end, limb.tip, body.HAND_RADIUS, body.HAND_RADIUS - 1.4, skin)
    yield Group((forearm, hand), limb=name, gap=_GAP, nearer=0.5)


def _leg(limb: Limb, name: str, *, far: bool) -> Iterator[Group]:
    cloth, skin = (Material.FAR_TROUSERS, Material.FAR_SKIN) if far else (Material.TROUSERS, Material.SKIN)
    first, second, third = body.LEG_RADII
    yield Group((Capsule(limb.root, limb.middle, first, second, cloth),), limb=name, gap=_GAP)
    shin = Capsule(limb.middle, limb.end, second, third, cloth)
    foot = Capsule(limb.heel, limb.tip, *body.FOOT_RADII, skin)
    ankle = Capsule(limb.end, part_way(limb.end, limb.heel, 0.6), third * 0.85, body.FOOT_RADII[0], skin)
    yield Group((ankle, foot, shin), limb=name, gap=_GAP)
