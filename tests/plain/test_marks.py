from __future__ import annotations

import pytest
from msgspec.structs import replace

from relaxtimer.core.lasting import Hold, Part, Parts
from relaxtimer.core.routine import Routine, Step
from relaxtimer.core.timeline import Timeline
from relaxtimer.plain.marks import marks_of
from tests.plain.steps import GET_UP, HUG, SPOTS, STAND


def marks(*steps: Step) -> tuple[int, ...]:
    return marks_of(Timeline.of(Routine(id="x", name="X", items=steps)))


def test_each_side_has_its_last_ten_seconds() -> None:
    assert marks(HUG) == (28_000, 63_000)


@pytest.mark.parametrize(("length", "expected"), [(20_000, (15_000,)), (19_999, ())])
def test_a_hold_shorter_than_twenty_seconds_has_no_mark(length: int, expected: tuple[int, ...]) -> None:
    assert marks(replace(STAND, lasting=Hold(length))) == expected


def test_a_step_that_waits_has_no_mark() -> None:
    assert marks(GET_UP) == ()


def test_parts_have_one_mark_in_the_last_of_them() -> None:
    assert marks(SPOTS) == (30_000,)


def test_a_short_last_part_has_no_mark() -> None:
    parts = Parts((Part(name="Long", lasting=Hold(60_000)), Part(name="Short", lasting=Hold(10_000))))
    assert marks(replace(SPOTS, lasting=parts)) == ()
