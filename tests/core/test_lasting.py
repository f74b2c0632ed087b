from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxtimer.core.lasting import Breaths, Hold, Part, Parts, Repetitions, UntilReady, share
from tests.core.making import BREATH, TEMPO, hold, parts, reps, until_ready


@given(st.integers(1, 10**7), st.lists(st.integers(1, 1_000), min_size=1, max_size=20))
def test_shares_add_up_exactly(total: int, weights: list[int]) -> None:
    assert sum(share(total, tuple(weights))) == total


def test_whole_seconds_are_shared_in_whole_seconds() -> None:
    assert share(45_000, (15, 15, 15)) == (15_000, 15_000, 15_000)
    assert share(40_000, (1, 1, 1)) == (13_000, 14_000, 13_000)
    assert share(1_000, (1, 1)) == (500, 500)


def test_a_hold_is_fitted_within_its_bounds() -> None:
    bounded = hold(30, 20, 60)
    assert [bounded.fitted(ms).duration for ms in (1_000, 45_000, 99_000)] == [20_000, 45_000, 60_000]


def test_without_bounds_nothing_changes() -> None:
    assert (hold(30).least, hold(30).most) == (30_000, 30_000)
    assert (reps(8).least, reps(8).most) == (32_000, 32_000)
    assert (parts(10).least, parts(10).most) == (10_000, 10_000)
    assert (until_ready(9).least, until_ready(9).most, until_ready(9).fitted(1)) == (9_000, 9_000, until_ready(9))


def test_counts_are_fitted_to_whole_cycles_that_fit() -> None:
    assert reps(8, 4, 12).fitted(30_000).count == 7
    assert Breaths(6, BREATH, 2, 9).fitted(39_999).count == 3
    assert Breaths(6, BREATH, 2, 9).fitted(1).count == 2
    assert (Breaths(6, BREATH, 2, 9).least, Breaths(6, BREATH, 2, 9).most) == (20_000, 90_000)


def test_parts_share_a_time_in_the_proportion_of_their_own_and_keep_their_prepares() -> None:
    shared = parts(10, 20, prepare=2).lasting(60_000)
    assert [part.lasting.duration for part in shared.parts] == [20_000, 40_000]
    assert shared.duration == 64_000


def test_bounds_of_parts_widen_to_hold_the_time_they_are_given() -> None:
    bounded = Parts(parts(10, 20).parts, 25_000, 35_000)
    assert bounded.lasting(60_000).longest == 60_000
    assert bounded.lasting(10_000).shortest == 10_000


def test_parts_can_be_fitted_to_every_length_although_seconds_do_not_share_evenly() -> None:
    bounded = Parts(parts(34, 6, 6).parts, 6_000, 60_000)
    for seconds in range(6, 61):
        assert bounded.fitted(seconds * 1_000).duration == seconds * 1_000


def test_parts_paced_in_cycles_do_not_share() -> None:
    paced = Parts((Part(name="Fist", lasting=reps(2)),), 1, 99_000)
    assert (paced.least, paced.most) == (8_000, 8_000)
    assert paced.fitted(20_000) is paced
    with pytest.raises(ValueError, match="keep their own time"):
        paced.lasting(20_000)


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: Hold(0),
        lambda: Hold(10, shortest=11),
        lambda: Hold(10, longest=9),
        lambda: Repetitions(0, TEMPO),
        lambda: Breaths(3, BREATH, 4, 5),
        lambda: Parts(()),
        lambda: Parts(parts(10).parts, 11_000),
        lambda: Parts(parts(10, 10, prepare=5).parts, 10_000, 30_000),
        lambda: Parts((Part(name="A", lasting=Hold(1)), Part(name="B", lasting=Hold(9_999))), 2, 10_000),
        lambda: Part(name="", lasting=hold(1)),
        lambda: Part(name="A", lasting=hold(1), prepare=-1),
        lambda: UntilReady(0),
    ],
)
def test_nonsense_is_refused(nonsense: object) -> None:
    assert callable(nonsense)
    with pytest.raises(ValueError, match=r"."):
        nonsense()
