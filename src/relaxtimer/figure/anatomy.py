"""Where the named places are on a body, and which way its surface looks there."""

from __future__ import annotations

from typing import Protocol

from relaxtimer.figure import body
from relaxtimer.figure.bones import VERTEBRAE, Frame, Limb
from relaxtimer.figure.places import On, Place
from relaxtimer.figure.vector import Vector, added, between, cross, part_way, scaled, unit, upright_to


class Built(Protocol):
    """A body, or what of it is known so far."""

    @property
    def spine(self) -> tuple[tuple[Vector, Frame], ...]:
        """From the pelvis to the shoulders."""
        ...

    @property
    def head(self) -> Vector:
        """The middle of the head."""
        ...

    @property
    def face(self) -> Frame:
        """How the head is held."""
        ...

    def limb(self, name: str) -> Limb:
        """Give a limb by its name: `right_arm`."""
        ...


# On what, how far along it, and which way from its middle: forwards, to the outside, and how many radii of it.
_WHERE: dict[str, tuple[On, float, float, float]] = {
    "crown": (On.HEAD, 1.0, 0.0, 0.0),
    "forehead": (On.HEAD, 0.4, 0.9, 0.0),
    "eyes": (On.HEAD, 0.05, 1.0, 0.0),
    "nose": (On.HEAD, -0.2, 1.1, 0.0),
    "mouth": (On.HEAD, -0.5, 1.0, 0.0),
    "jaw": (On.HEAD, -0.7, 0.7, 0.0),
    "neck": (On.TRUNK, 1.13, -0.5, 0.0),
    "chest": (On.TRUNK, 0.78, 1.0, 0.0),
    "ribs": (On.TRUNK, 0.55, 1.0, 0.0),
    "belly": (On.TRUNK, 0.28, 1.0, 0.0),
    "upper-back": (On.TRUNK, 0.8, -1.0, 0.0),
    "mid-back": (On.TRUNK, 0.5, -1.0, 0.0),
    "lower-back": (On.TRUNK, 0.22, -1.0, 0.0),
    "sacrum": (On.TRUNK, 0.04, -1.0, 0.0),
    "buttocks": (On.TRUNK, -0.1, -0.9, 0.0),
    "pelvic-floor": (On.TRUNK, -0.18, 0.0, 0.0),
    "shoulder": (On.UPPER_ARM, 0.0, 0.0, 1.0),
    "trapezius": (On.TRUNK, 1.05, -0.1, 1.2),
    "side-neck": (On.TRUNK, 1.1, -0.6, 0.8),
    "side-upper-back": (On.TRUNK, 0.78, -0.9, 0.8),
    "side-mid-back": (On.TRUNK, 0.48, -0.9, 0.9),
    "side-lower-back": (On.TRUNK, 0.22, -0.9, 0.9),
    "flank": (On.TRUNK, 0.35, 0.0, 1.3),
    "buttock": (On.TRUNK, -0.06, -0.9, 0.7),
    "hip": (On.THIGH, 0.03, 0.0, 1.0),
    "groin": (On.THIGH, 0.08, 0.9, 0.0),
    "thigh": (On.THIGH, 0.5, 1.0, 0.0),
    "hamstring": (On.THIGH, 0.5, -1.0, 0.0),
    "outer-thigh": (On.THIGH, 0.5, 0.0, 1.0),
    "inner-thigh": (On.THIGH, 0.62, 0.0, -1.0),
    "knee": (On.SHIN, 0.02, 1.0, 0.0),
    "shin": (On.SHIN, 0.45, 1.0, 0.0),
    "calf": (On.SHIN, 0.35, -1.0, 0.0),
    "ankle": (On.SHIN, 0.97, 0.8, 0.0),
    "sole": (On.FOOT, 0.5, 0.0, 0.0),
    "upper-arm": (On.UPPER_ARM, 0.5, 0.0, 0.8),
    "elbow": (On.FOREARM, 0.0, 0.0, 0.0),
    "forearm": (On.FOREARM, 0.5, 0.0, 0.0),
    "hand": (On.FOREARM, 1.0, 0.0, 0.0),
}
# Places that are in the middle, and to either side of it.
_MIDDLE = frozenset({"neck", "upper-back", "mid-back", "lower-back"})
_SIDES = {"right": 1.0, "left": -1.0}
_LIMBS = {
    On.THIGH: "leg",
    On.SHIN: "leg",
    On.FOOT: "leg",
    On.UPPER_ARM: "arm",
    On.FOREARM: "arm",
}


def _split(place: Place) -> tuple[str, str]:
    """Give the side of a place, if it has one, and the rest of its name."""
    side, _, rest = place.value.partition("-")
    if side not in _SIDES:
        return "", place.value
    return side, rest if rest not in _MIDDLE else f"side-{rest}"


def limb_of(place: Place) -> str | None:
    """Give the limb that a place is on, `right_arm` and the like; `None` for head and trunk."""
    side, name = _split(place)
    limb = _LIMBS.get(_WHERE[name][0])
    return None if limb is None else f"{side}_{limb}"


def at_place(built: Built, place: Place) -> tuple[Vector, Vector]:
    """Give where a place is, on the skin, and the direction of length 1 in which the skin looks there."""
    side, name = _split(place)
    on, along, forwards, outwards = _WHERE[name]
    outwards *= _SIDES.get(side, 1.0)
    if on is On.HEAD:
        return _on_head(built, along, forwards)
    if on is On.TRUNK:
        return _on_trunk(built, along, forwards, outwards)
    return _on_limb(built, side, on, (along, forwards, outwards))


def along_place(built: Built, place: Place) -> Vector:
    """Give the direction of length 1 that goes along the trunk, the head or the bone that a place is on."""
    side, name = _split(place)
    on, along, _, _ = _WHERE[name]
    if on is On.HEAD:
        return built.face.up
    if on is On.TRUNK:
        return built.spine[round(min(max(along, 0.0), 1.0) * VERTEBRAE)][1].up
    limb = built.limb(f"{side}_{_LIMBS[on]}")
    if on is On.FOOT:
        return unit(between(limb.heel, limb.tip))
    upper = on in {On.THIGH, On.UPPER_ARM}
    return unit(between(limb.root, limb.middle) if upper else between(limb.middle, limb.end))


def _on_head(built: Built, upwards: float, forwards: float) -> tuple[Vector, Vector]:
    face = built.face
    out = added(scaled(face.up, upwards), face.front, forwards)
    return added(built.head, out, body.HEAD_RADIUS), unit(out)


def _on_trunk(built: Built, along: float, forwards: float, outwards: float) -> tuple[Vector, Vector]:
    place = min(max(along, 0.0), 1.0) * VERTEBRAE
    below = min(int(place), VERTEBRAE - 1)
    (start, frame), (end, _) = built.spine[below], built.spine[below + 1]
    at = added(part_way(start, end, place - below), frame.up, (along - min(max(along, 0.0), 1.0)) * body.SPINE)
    radius = body.TRUNK_RADII[round(place)]
    out = added(scaled(frame.front, forwards * radius), frame.right, outwards * (radius + 1.0))
    return added(at, out), unit(out, frame.front)


def _on_limb(built: Built, side: str, on: On, where: tuple[float, float, float]) -> tuple[Vector, Vector]:
    along, forwards, outwards = where
    limb = built.limb(f"{side}_{_LIMBS[on]}")
    if on is On.FOOT:
        down = unit(between(limb.middle, limb.end))
        return added(part_way(limb.heel, limb.tip, along), down, body.FOOT_RADII[0]), down
    leg = on in {On.THIGH, On.SHIN}
    upper = on in {On.THIGH, On.UPPER_ARM}
    radii = body.LEG_RADII if leg else body.ARM_RADII
    start, end = (limb.root, limb.middle) if upper else (limb.middle, limb.end)
    first, last = (radii[0], radii[1]) if upper else (radii[1], radii[2])
    bone = unit(between(start, end))
    across = built.spine[0][1].right if leg else built.spine[-1][1].right
    # Of a leg the front is where its knee points; of a straight one, where the body looks.
    knee = between(part_way(limb.root, limb.end, 0.5), limb.middle)
    front = unit(upright_to(knee, bone), unit(cross(bone, across)))
    aside = unit(upright_to(across, bone), front)
    out = added(scaled(front, forwards), aside, outwards)
    return added(part_way(start, end, along), out, first + (last - first) * along), unit(out, front)
