"""What holds for every figure at every moment."""

from __future__ import annotations

from math import dist, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from relaxtimer.figure import body
from relaxtimer.figure.bones import Skeleton
from relaxtimer.figure.camera import View, camera
from relaxtimer.figure.figure import PropKind
from relaxtimer.figure.film import STEPS, Shot, pose_of
from relaxtimer.figure.limits import SINKS, faults
from relaxtimer.figure.places import Place
from relaxtimer.figure.pose import Point, Pose, Spot, Target, blended
from relaxtimer.figure.skeleton import skeleton
from relaxtimer.figure.stances import STANCES
from relaxtimer.figure.vector import Vector
from relaxtimer.library.library import Library
from relaxtimer.library.shelves import Shelves
from tests.figure.all_figures import all_figures, moments, ways

# At 60 x 22 cells a lying body of 170 cm is 110 pixels wide: half a pixel is some 0.8 cm.
HALF_A_PIXEL = 0.8
LIMBS = ("right_arm", "left_arm", "right_leg", "left_leg")

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("home")]


EACH = tuple(all_figures())


def lengths(built: Skeleton) -> list[float]:
    arms = [dist(arm.root, arm.middle) for arm in (built.right_arm, built.left_arm)]
    forearms = [dist(arm.middle, arm.end) for arm in (built.right_arm, built.left_arm)]
    thighs = [dist(leg.root, leg.middle) for leg in (built.right_leg, built.left_leg)]
    shins = [dist(leg.middle, leg.end) for leg in (built.right_leg, built.left_leg)]
    spine = [sum(dist(one[0], two[0]) for one, two in zip(built.spine, built.spine[1:], strict=False))]
    return [*arms, *forearms, *thighs, *shins, *spine]


BONES = [body.UPPER_ARM] * 2 + [body.FOREARM] * 2 + [body.THIGH] * 2 + [body.SHIN] * 2 + [body.SPINE]


def test_every_exercise_has_a_figure() -> None:
    assert all_figures().keys() == set(Library(Shelves()).exercises.ids())


@pytest.mark.parametrize("id_", EACH)
def test_bones_keep_their_length(id_: str) -> None:
    for shot in moments(id_):
        found = lengths(skeleton(pose_of(all_figures()[id_], shot)))
        assert all(isclose(one, other, abs_tol=1e-6) for one, other in zip(found, BONES, strict=True))


@pytest.mark.parametrize("id_", EACH)
def test_hands_and_feet_that_stay_do_not_slip(id_: str) -> None:
    figure = all_figures()[id_]
    for before, after, _ in ways(id_):
        one, other = figure.frames[before].pose, figure.frames[after].pose
        staying = [limb for limb in LIMBS if _fixed(one, other, limb) is not None]
        ends: dict[str, list[Vector]] = {limb: [] for limb in staying}
        for share in range(STEPS) if staying else ():
            built = skeleton(pose_of(figure, Shot(before, after, share)))
            for limb in staying:
                ends[limb].append(built.limb(limb).end)
        for limb, points in ends.items():
            assert max(dist(points[0], point) for point in points) < HALF_A_PIXEL, (before, after, limb)


def _fixed(before: Pose, after: Pose, limb: str) -> Target | None:
    """Give the point at which a hand or foot stays from one pose to another."""
    name = limb.replace("_arm", "_hand").replace("_leg", "_foot")
    one, other = getattr(before, name), getattr(after, name)
    kneels = limb.endswith("leg") and getattr(before, limb.replace("_leg", "_kneel")) is not None
    return one if isinstance(one, Point) and one.z is not None and one == other and not kneels else None


@pytest.mark.parametrize("id_", EACH)
def test_no_figure_asks_for_what_a_body_cannot_do(id_: str) -> None:
    for shot in moments(id_):
        pose = pose_of(all_figures()[id_], shot)
        assert not list(faults(pose, skeleton(pose))), shot


@given(st.sampled_from(list(STANCES)), st.sampled_from(list(STANCES)), st.floats(0, 1))
def test_bones_keep_their_length_between_any_two_stances(one: str, other: str, share: float) -> None:
    found = lengths(skeleton(blended(STANCES[one], STANCES[other], share)))
    assert all(isclose(long, bone, abs_tol=1e-6) for long, bone in zip(found, BONES, strict=True))


@pytest.mark.parametrize("stance", STANCES.values(), ids=STANCES)
def test_every_stance_can_be_held(stance: Pose) -> None:
    assert not list(faults(stance, skeleton(stance)))


def test_a_hand_that_is_too_far_away_stops_on_the_way_and_is_told() -> None:
    pose = replace(STANCES["standing"], right_hand=Point(300.0, 90.0))
    built = skeleton(pose)
    assert not built.right_arm.reached
    assert list(faults(pose, built)) == ["the right hand does not reach its place"]


def test_a_hand_follows_the_place_that_it_rests_on() -> None:
    lying = replace(STANCES["supine-knees-bent"], right_hand=Spot(Place.RIGHT_KNEE))
    near = skeleton(replace(lying, right_foot=Point(20.0, 40.0, 10.0)))
    assert dist(near.right_arm.end, near.right_leg.middle) < body.LEG_RADII[1] + 2


def test_hands_that_rest_on_each_other_are_no_riddle_without_an_end() -> None:
    both = replace(STANCES["standing"], right_hand=Spot(Place.LEFT_HAND), left_hand=Spot(Place.RIGHT_HAND))
    found = lengths(skeleton(both))
    assert all(isclose(long, bone, abs_tol=1e-6) for long, bone in zip(found, BONES, strict=True))


@pytest.mark.parametrize("view", list(View))
def test_a_camera_keeps_lengths_and_angles(view: View) -> None:
    seen = camera(view)
    axes = (seen.right, seen.up, seen.towards)
    for place, one in enumerate(axes):
        for other_place, other in enumerate(axes):
            product = sum(a * b for a, b in zip(one, other, strict=True))
            assert isclose(product, float(place == other_place), abs_tol=1e-9)


WALLED = {id_: [prop for prop in figure.props if prop.kind is PropKind.WALL] for id_, figure in all_figures().items()}


@pytest.mark.parametrize("id_", [id_ for id_, walls in WALLED.items() if walls])
def test_nobody_is_in_a_wall(id_: str) -> None:
    for wall in WALLED[id_]:
        for shot in moments(id_):
            built = skeleton(pose_of(all_figures()[id_], shot))
            side = 1 if built.pelvis[0][0] > wall.x else -1
            trunk = zip((at for at, _ in built.spine), body.TRUNK_RADII, strict=True)
            ends = ((end, radius) for limb in built.limbs() for end, radius in ((limb.middle, 3.0), (limb.end, 3.0)))
            for at, radius in (*trunk, *ends, (built.head, body.HEAD_RADIUS)):
                assert side * (at[0] - wall.x) - radius > -SINKS, shot
