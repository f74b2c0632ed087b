"""A pose -> where every joint is. Limbs keep their length; a hand or foot is where it is to be, if it can reach."""

from __future__ import annotations

from math import sqrt

from relaxtimer.figure import body
from relaxtimer.figure.anatomy import at_place, limb_of
from relaxtimer.figure.bones import VERTEBRAE, Frame, Limb, Skeleton
from relaxtimer.figure.pose import Point, Pose, Spot, Target, Way
from relaxtimer.figure.vector import (
    NEAR,
    UP,
    Vector,
    added,
    between,
    cross,
    dot,
    length,
    part_way,
    scaled,
    turned,
    unit,
    upright_to,
)

# Two bones are never quite stretched, so that the side to which they bend is known.
_STRETCHED = 0.9995
_FOLDED = 1.02
# A shin that is flatter than this (the sine of its angle) does not stand on its foot.
_LYING = 0.5
_FACING = 0.3
# A hand that is no higher lies on the floor.
_SET_DOWN = 8.0


def skeleton(pose: Pose) -> Skeleton:
    """Work out where a body is that is held so."""
    return _Builder(pose).built()


class _Builder:
    """Puts a body together from the middle outwards: a limb that rests on another comes after it."""

    def __init__(self, pose: Pose) -> None:
        self._pose = pose
        self._spine = _kneeling(_spine(pose), pose)
        top, frame = self._spine[-1]
        self._face = (
            frame.turned(frame.right, -pose.head).turned(frame.up, -pose.head_turn).turned(frame.front, pose.head_tilt)
        )
        neck = unit(added(frame.up, self._face.up))
        self._head = added(top, neck, body.NECK)
        self._limbs: dict[str, Limb] = {}
        self._in_work: set[str] = set()

    def built(self) -> Skeleton:
        return Skeleton(
            spine=self._spine,
            head=self._head,
            face=self._face,
            right_arm=self.limb("right_arm"),
            left_arm=self.limb("left_arm"),
            right_leg=self.limb("right_leg"),
            left_leg=self.limb("left_leg"),
        )

    # What places ask for (see `anatomy`)

    @property
    def spine(self) -> tuple[tuple[Vector, Frame], ...]:
        return self._spine

    @property
    def head(self) -> Vector:
        return self._head

    @property
    def face(self) -> Frame:
        return self._face

    def limb(self, name: str) -> Limb:
        """Give a limb; where two rest on each other, the second is taken as it hangs."""
        if name not in self._limbs:
            self._in_work.add(name)
            self._limbs[name] = self._arm(name) if name.endswith("arm") else self._leg(name)
            self._in_work.discard(name)
        return self._limbs[name]

    def _arm(self, name: str) -> Limb:
        side = 1.0 if name.startswith("right") else -1.0
        at, frame = self._spine[-1]
        pose = self._pose
        root = added(added(at, frame.right, side * body.SHOULDER_WIDTH), frame.up, pose.shoulders - 2.0)
        hand = pose.right_hand if side > 0 else pose.left_hand
        target = self._resolved(hand, root, name)
        towards = pose.right_elbow if side > 0 else pose.left_elbow
        own = added(added(scaled(frame.front, -1.0), frame.up, -0.5), frame.right, 0.6 * side)
        bend = own if towards is None else between(root, _at(towards, root))
        middle, end, reached = _two_bones(root, target, body.UPPER_ARM, body.FOREARM, bend)
        if towards is None and middle[1] < body.ARM_RADII[1]:
            aside = added(scaled(frame.right, side), UP, 0.05)
            middle, end, reached = _two_bones(root, target, body.UPPER_ARM, body.FOREARM, aside)
        fingers = self._laid(hand, unit(between(middle, end)), end, frame)
        return Limb(root, middle, end, added(end, fingers, body.FINGERS), end, reached)

    def _laid(self, target: Target, forearm: Vector, hand: Vector, chest: Frame) -> Vector:
        """Give where fingers point: along the skin of what the hand rests on."""
        match target:
            case Spot(place, _):
                rests_on = limb_of(place)
                if rests_on is not None and rests_on in self._in_work:
                    return forearm
                return unit(upright_to(forearm, at_place(self, place)[1]), forearm)
            case Way(start, end, share):
                one, other = (self._laid(each, forearm, hand, chest) for each in (start, end))
                return unit(part_way(one, other, share), forearm)
            case Point():
                return _fingers(forearm, hand, chest)

    def _leg(self, name: str) -> Limb:
        side = 1.0 if name.startswith("right") else -1.0
        at, frame = self._spine[0]
        pose = self._pose
        root = added(at, frame.right, side * body.HIP_WIDTH)
        target = self._resolved(pose.right_foot if side > 0 else pose.left_foot, root, name)
        towards = pose.right_knee if side > 0 else pose.left_knee
        kneels = pose.right_kneel if side > 0 else pose.left_kneel
        if kneels is not None:
            middle, reached = _kept(root, _at(kneels, root), body.THIGH)
            end = added(middle, unit(between(middle, target)), body.SHIN)
        else:
            own = added(frame.front, frame.up, 0.35)
            bend = own if towards is None else between(root, _at(towards, root))
            middle, end, reached = _two_bones(root, target, body.THIGH, body.SHIN, bend)
        angle = pose.right_toes if side > 0 else pose.left_toes
        shin = unit(between(middle, end))
        toes = _toes(shin, frame) if angle is None else turned((1.0, 0.0, 0.0), NEAR, angle)
        sole = unit(upright_to(shin, toes), scaled(UP, -1.0))
        under = added(end, sole, body.ANKLE - body.FOOT_RADII[0])
        tip = added(added(end, sole, body.ANKLE - body.FOOT_RADII[1]), toes, body.TOES)
        return Limb(root, middle, end, tip, added(under, toes, -body.HEEL), reached)

    def _resolved(self, target: Target, root: Vector, name: str) -> Vector:
        match target:
            case Point():
                return _at(target, root)
            case Spot(place, offset):
                rests_on = limb_of(place)
                if rests_on is not None and rests_on in self._in_work:
                    return added(root, (0.0, -40.0, 0.0))
                return added(at_place(self, place)[0], offset)
            case Way(start, end, share):
                return part_way(self._resolved(start, root, name), self._resolved(end, root, name), share)


def _at(point: Point | Way, root: Vector) -> Vector:
    if isinstance(point, Way):
        return part_way(_hint(point.start, root), _hint(point.end, root), point.share)
    return point.x, point.y, root[2] if point.z is None else point.z


def _hint(target: Target, root: Vector) -> Vector:
    return root if isinstance(target, Spot) else _at(target, root)


def _spine(pose: Pose) -> tuple[tuple[Vector, Frame], ...]:
    """Bend a spine evenly, so that the line from pelvis to shoulders is where the trunk points."""
    up = turned((1.0, 0.0, 0.0), NEAR, pose.trunk)
    front = turned(up, NEAR, -90.0)
    right = cross(front, up)
    whole = Frame(up, front, right).turned(up, -pose.roll)
    # Half of the curl lies below the middle of the spine, half above.
    frame = whole.turned(whole.right, pose.curl / 2)
    at = pose.hips
    found = [(at, frame)]
    step = body.SPINE / VERTEBRAE
    for _ in range(VERTEBRAE):
        half = _bent(frame, pose, 0.5 / VERTEBRAE)
        at = added(at, half.up, step)
        frame = _bent(frame, pose, 1.0 / VERTEBRAE)
        found.append((at, frame))
    return tuple(found)


def _kneeling(spine: tuple[tuple[Vector, Frame], ...], pose: Pose) -> tuple[tuple[Vector, Frame], ...]:
    """Move a body so that its thighs end at the knees that it kneels on."""
    for kneel, side in ((pose.right_kneel, 1.0), (pose.left_kneel, -1.0)):
        if kneel is None:
            continue
        at, frame = spine[0]
        root = added(at, frame.right, side * body.HIP_WIDTH)
        knee = _at(kneel, root)
        away = between(knee, root)
        move = scaled(unit(away), body.THIGH - length(away))
        spine = tuple((added(point, move), held) for point, held in spine)
    return spine


def _kept(root: Vector, wanted: Vector, long: float) -> tuple[Vector, bool]:
    """Give the end of one bone towards a point, and whether it is there."""
    way = between(root, wanted)
    return added(root, unit(way), long), abs(length(way) - long) < 1.0


def _bent(frame: Frame, pose: Pose, share: float) -> Frame:
    bent = frame.turned(frame.right, -pose.curl * share)
    bent = bent.turned(bent.front, pose.bend * share)
    return bent.turned(bent.up, -pose.turn * share)


def _two_bones(
    root: Vector, target: Vector, upper: float, lower: float, towards: Vector
) -> tuple[Vector, Vector, bool]:
    """Give the joint between two bones and where they end, bent towards a direction; and whether they reach."""
    way = between(root, target)
    axis = unit(way)
    wanted = length(way)
    far = min(max(wanted, abs(upper - lower) * _FOLDED), (upper + lower) * _STRETCHED)
    along = (upper**2 - lower**2 + far**2) / (2 * far)
    out = sqrt(max(upper**2 - along**2, 0.0))
    bend = upright_to(towards, axis)
    side = unit(bend, unit(upright_to(UP, axis), unit(upright_to(NEAR, axis), NEAR)))
    middle = added(added(root, axis, along), side, out)
    return middle, added(root, axis, far), abs(far - wanted) < 1.0


def _fingers(forearm: Vector, hand: Vector, chest: Frame) -> Vector:
    """Give where fingers point: along the forearm, but along the floor where the hand is set down on it."""
    if hand[1] > _SET_DOWN or -forearm[1] < _LYING:
        return forearm
    return unit((chest.up[0], 0.0, chest.up[2]), (1.0, 0.0, 0.0))


def _toes(shin: Vector, pelvis: Frame) -> Vector:
    """Give where toes point by themselves: along the floor under a standing shin, up on one that lies face up."""
    if -shin[1] > _LYING:
        flat = (pelvis.front[0], 0.0, pelvis.front[2])
        if length(flat) < _FACING:
            flat = (-pelvis.up[0], 0.0, -pelvis.up[2])
        return unit(flat, (1.0, 0.0, 0.0))
    if dot(pelvis.front, UP) > _FACING:
        return unit(upright_to(pelvis.front, shin), UP)
    front = unit(upright_to(pelvis.front, shin), UP)
    lying = shin if dot(pelvis.front, UP) < -_FACING or dot(shin, pelvis.up) < 0 else front
    return unit(lying)
