"""What a body cannot do is told, in words for the one who wrote it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from relaxtimer.figure.limits import faults
from relaxtimer.figure.pose import Point, Pose
from relaxtimer.figure.skeleton import skeleton
from relaxtimer.figure.stances import STANCES

STANDING = STANCES["standing"]


def told(pose: Pose) -> list[str]:
    return list(faults(pose, skeleton(pose)))


@pytest.mark.parametrize("name", STANCES)
def test_a_stance_is_possible(name: str) -> None:
    assert told(STANCES[name]) == []


@pytest.mark.parametrize(
    ("pose", "words"),
    [
        (replace(STANDING, curl=120.0), "curl is 120 degrees, beyond -45 to 95"),
        (replace(STANDING, head_turn=-100.0), "head-turn is -100 degrees, beyond -85 to 85"),
        (replace(STANDING, right_hand=Point(90.0, 150.0)), "the right hand does not reach its place"),
        (replace(STANDING, left_foot=Point(60.0, 8.0)), "the left foot does not reach its place"),
        (replace(STANDING, left_hand=Point(2.0, 137.0, -21.0)), "the left elbow bends by"),
        (replace(STANDING, right_foot=Point(0.0, 88.0)), "the right knee bends by"),
        (
            replace(STANDING, right_hand=Point(-56.0, 128.0, 17.0)),
            "the right arm goes back by",
        ),
        (
            replace(STANDING, right_foot=Point(40.0, 150.0, 9.0), right_knee=Point(0.0, 200.0, 9.0)),
            "the right hip bends by",
        ),
        (replace(STANDING, left_foot=Point(-70.0, 60.0, -9.0)), "the left thigh goes back by"),
        (replace(STANCES["supine"], hips=(0.0, 0.0, 0.0)), "the trunk is"),
    ],
)
def test_what_no_body_does_is_told(pose: Pose, words: str) -> None:
    assert any(fault.startswith(words) for fault in told(pose)), told(pose)
