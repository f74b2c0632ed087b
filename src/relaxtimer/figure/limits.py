"""What a body cannot do: bones that do not reach, joints beyond human limits, limbs below the floor."""

from __future__ import annotations

from collections.abc import Iterator
from math import acos, degrees

from relaxtimer.figure import body
from relaxtimer.figure.bones import Limb, Skeleton
from relaxtimer.figure.pose import Pose
from relaxtimer.figure.vector import Vector, between, dot, scaled, unit

# Ranges of motion of healthy adults (American Academy of Orthopaedic Surgeons), with some room, for the bones here
# are straight and the pelvis moves with the hip: in degrees.
KNEE = 158.0
ELBOW = 155.0
HIP_FORWARDS, HIP_BACKWARDS, HIP_ASIDE = 140.0, 35.0, 60.0
SHOULDER_BACKWARDS = 70.0
CURL, HOLLOW, BEND, TURN = 95.0, 45.0, 45.0, 60.0
NOD, NOD_BACK, HEAD_TURN, HEAD_TILT = 60.0, 55.0, 85.0, 50.0
# Skin gives way: so far may a limb sink into the floor, in centimetres.
SINKS = 3.0


def faults(pose: Pose, built: Skeleton) -> Iterator[str]:
    """Yield what is wrong with a body that is held so, in sentences."""
    yield from _trunk(pose)
    for side in ("right", "left"):
        yield from _arm(built.limb(f"{side}_arm"), side, built)
        yield from _leg(built.limb(f"{side}_leg"), side, built)
    yield from _below(built)


def _trunk(pose: Pose) -> Iterator[str]:
    for name, value, least, most in (
        ("curl", pose.curl, -HOLLOW, CURL),
        ("bend", pose.bend, -BEND, BEND),
        ("turn", pose.turn, -TURN, TURN),
        ("head", pose.head, -NOD_BACK, NOD),
        ("head-turn", pose.head_turn, -HEAD_TURN, HEAD_TURN),
        ("head-tilt", pose.head_tilt, -HEAD_TILT, HEAD_TILT),
    ):
        if not least <= value <= most:
            yield f"{name} is {value:.0f} degrees, beyond {least:.0f} to {most:.0f}"


def _arm(limb: Limb, side: str, built: Skeleton) -> Iterator[str]:
    if not limb.reached:
        yield f"the {side} hand does not reach its place"
    if (bent := _bent(limb)) > ELBOW:
        yield f"the {side} elbow bends by {bent:.0f} degrees, more than {ELBOW:.0f}"
    frame = built.shoulders[1]
    upper = unit(between(limb.root, limb.middle))
    back = _angle(upper, scaled(frame.up, -1.0)) if dot(upper, frame.front) < 0 and dot(upper, frame.up) < 0 else 0.0
    outwards = dot(upper, frame.right) * (1 if side == "right" else -1)
    if back > SHOULDER_BACKWARDS and outwards < 1 / 2:
        yield f"the {side} arm goes back by {back:.0f} degrees, more than {SHOULDER_BACKWARDS:.0f}"


def _leg(limb: Limb, side: str, built: Skeleton) -> Iterator[str]:
    if not limb.reached:
        yield f"the {side} foot does not reach its place"
    if (bent := _bent(limb)) > KNEE:
        yield f"the {side} knee bends by {bent:.0f} degrees, more than {KNEE:.0f}"
    frame = built.pelvis[1]
    thigh = unit(between(limb.root, limb.middle))
    from_trunk = _angle(thigh, scaled(frame.up, -1.0))
    forwards = dot(thigh, frame.front)
    outwards = dot(thigh, frame.right) * (1 if side == "right" else -1)
    if forwards >= 0 and from_trunk > HIP_FORWARDS:
        yield f"the {side} hip bends by {from_trunk:.0f} degrees, more than {HIP_FORWARDS:.0f}"
    if forwards < 0 and abs(outwards) < 1 / 2 and from_trunk > HIP_BACKWARDS:
        yield f"the {side} thigh goes back by {from_trunk:.0f} degrees, more than {HIP_BACKWARDS:.0f}"


def _below(built: Skeleton) -> Iterator[str]:
    points = [("head", built.head, body.HEAD_RADIUS)]
    points += [("trunk", at, radius) for (at, _), radius in zip(built.spine, body.TRUNK_RADII, strict=True)]
    for side in ("right", "left"):
        arm, leg = built.limb(f"{side}_arm"), built.limb(f"{side}_leg")
        points += [
            (f"{side} elbow", arm.middle, body.ARM_RADII[1]),
            (f"{side} hand", arm.end, body.ARM_RADII[2]),
            (f"{side} knee", leg.middle, body.LEG_RADII[1]),
            (f"{side} ankle", leg.end, body.LEG_RADII[2]),
            (f"{side} toes", leg.tip, body.FOOT_RADII[1]),
        ]
    for name, at, radius in points:
        if at[1] - radius < -SINKS:
            yield f"the {name} is {radius - at[1]:.0f} cm below the floor"


def _bent(limb: Limb) -> float:
    return _angle(between(limb.root, limb.middle), between(limb.middle, limb.end))


def _angle(one: Vector, other: Vector) -> float:
    return degrees(acos(max(-1.0, min(1.0, dot(unit(one), unit(other))))))
