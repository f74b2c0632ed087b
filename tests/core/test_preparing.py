"""More time to get into place."""

from __future__ import annotations

import pytest

from relaxtimer.core.preparing import prepared
from relaxtimer.core.routine import Repeat, Routine, Step
from relaxtimer.core.segment import Phase
from relaxtimer.core.timeline import Timeline
from tests.core.making import hold, step, two_sided

ROUTINE = Routine(
    id="slow",
    name="Slow",
    items=(
        two_sided("Hug", hold(20), prepare=7, switch=5),
        Repeat(rounds=2, items=(step("Roll", hold(10), prepare=3),)),
    ),
)


def lengths(routine: Routine, *phases: Phase) -> list[int]:
    return [each.duration for each in Timeline.of(routine).segments if each.phase in phases]


def test_the_time_to_get_into_place_grows_and_nothing_else() -> None:
    slower = prepared(ROUTINE, 1.5)
    assert lengths(slower, Phase.PREPARE, Phase.SWITCH) == [11_000, 8_000, 5_000, 5_000]
    assert lengths(slower, Phase.WORK, Phase.REST) == lengths(ROUTINE, Phase.WORK, Phase.REST)


@pytest.mark.parametrize("times", [1, 1.0])
def test_once_is_the_very_same_routine(times: float) -> None:
    assert prepared(ROUTINE, times) is ROUTINE
    assert isinstance(ROUTINE.items[0], Step)
