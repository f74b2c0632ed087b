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
from relaxtimer.figure.figure import Figure, Prop, PropKind
from relaxtimer.figure.film import STEPS, Shot, pose_of
from relaxtimer.figure.limits import SINKS, faults
from relaxtimer.figure.places import Place
from relaxtimer.figure.pose import Point, Pose, Spot, Target, blended
from relaxtimer.figure.skeleton import skeleton
from relaxtimer.figure.stances import STANCES
from relaxtimer.library.library import Library
from relaxtimer.library.shelves import Shelves
from tests.figure.all_figures import all_figures, moments

# At 60 x 22 cells a lying body of 170 cm is 110 pixels wide: half a pixel is some 0.8 cm.
HALF_A_PIXEL = 0.8

pytestmark = pytest.mark.usefixtures("home")


def each_figure() -> list[object]:
    return [pytest.param(figure, id=id_) for id_, figure in all_figures().items()]


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


@pytest.mark.parametrize("figure", each_figure())
def test_bones_keep_their_length(figure: Figure) -> None:
    for shot in moments(figure):
        found = lengths(skeleton(pose_of(figure, shot)))
        assert all(isclose(one, other, abs_tol=1e-6) for one, other in zip(found, BONES, strict=True))


@pytest.mark.parametrize("figure", each_figure())
def test_hands_and_feet_that_stay_do_not_slip(figure: Figure) -> None:
    for before, after in zip(figure.frames, figure.frames[1:], strict=False):
        if before.part != after.part:
            continue
        place = figure.frames.index(before)
        for hand in ("right_arm", "left_arm", "right_leg", "left_leg"):
            target = _fixed(before.pose, after.pose, hand)
            if target is None:
                continue
            ends = [
                skeleton(pose_of(figure, Shot(place, place + 1, share))).limb(hand).end for share in range(0, STEPS, 4)
            ]
            assert max(dist(ends[0], end) for end in ends) < HALF_A_PIXEL, hand


def _fixed(before: Pose, after: Pose, limb: str) -> Target | None:
    """Give the point at which a hand or foot stays from one pose to another."""
    name = limb.replace("_arm", "_hand").replace("_leg", "_foot")
    one, other = getattr(before, name), getattr(after, name)
    kneels = limb.endswith("leg") and getattr(before, limb.replace("_leg", "_kneel")) is not None
    return one if isinstance(one, Point) and one.z is not None and one == other and not kneels else None


@pytest.mark.parametrize("figure", each_figure())
def test_no_figure_asks_for_what_a_body_cannot_do(figure: Figure) -> None:
    for shot in moments(figure):
        pose = pose_of(figure, shot)
        assert not list(faults(pose, skeleton(pose))), shot


@pytest.mark.parametrize("figure", each_figure())
def test_nobody_is_within_a_wall(figure: Figure) -> None:
    for wall in (prop for prop in figure.props if prop.kind is PropKind.WALL):
        for shot in moments(figure):
            _keeps_out(skeleton(pose_of(figure, shot)), wall)


def _keeps_out(built: Skeleton, wall: Prop) -> None:
    side = -1 if wall.faces_left else 1
    points = [(at, 6.0) for at, _ in built.spine]
    points += [(built.head, body.HEAD_RADIUS), *((limb.end, 0.0) for limb in built.limbs())]
    for at, radius in points:
        assert (at[0] - wall.x) * side - radius > -4.0


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


@pytest.mark.parametrize("figure", each_figure())
def test_nobody_is_in_a_wall(figure: Figure) -> None:
    for wall in (prop for prop in figure.props if prop.kind is PropKind.WALL):
        for shot in moments(figure):
            built = skeleton(pose_of(figure, shot))
            side = 1 if built.pelvis[0][0] > wall.x else -1
            trunk = zip((at for at, _ in built.spine), body.TRUNK_RADII, strict=True)
            ends = ((end, radius) for limb in built.limbs() for end, radius in ((limb.middle, 3.0), (limb.end, 3.0)))
            for at, radius in (*trunk, *ends, (built.head, body.HEAD_RADIUS)):
                assert side * (at[0] - wall.x) - radius > -SINKS, shot
