"""A spasm before the weeks: docs/content.md 5.1."""

from __future__ import annotations

import pytest

from relaxtimer.core.programme.readings import Reading
from relaxtimer.core.programme.spasm import in_spasm

SINCE = 739_000


def pains(*each: int | None) -> list[Reading]:
    return [Reading(SINCE + place, before=pain) for place, pain in enumerate(each)]


@pytest.mark.parametrize(
    ("readings", "day", "expected"),
    [
        (pains(), 0, True),
        (pains(), 3, True),
        (pains(), 4, False),
        (pains(8), 1, True),
        (pains(4), 1, True),
        (pains(8, 4, 4), 3, False),
        (pains(8, 4, 5), 3, True),
        (pains(8, 4, None, 3), 9, False),
        (pains(8, 7, 7, 6, 6), 5, True),
        (pains(8), 14, True),
        (pains(8), 15, False),
        (pains(*[5] * 60), 60, False),
        (pains(4, 4), 1, True),
        ([Reading(SINCE - 1, before=2), Reading(SINCE, before=4)], 1, True),
        ([Reading(SINCE, before=3, after=5), Reading(SINCE + 1, morning=4)], 2, True),
    ],
)
def test_it_goes_on_until_two_days_are_at_four_or_less_and_two_weeks_at_most(
    readings: list[Reading], day: int, *, expected: bool
) -> None:
    assert in_spasm(SINCE, readings, SINCE + day) is expected


def test_without_one_there_is_none() -> None:
    assert not in_spasm(None, pains(9), SINCE)
