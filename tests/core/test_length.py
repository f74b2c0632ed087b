from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from relaxtimer.core.compile import compile_routine
from relaxtimer.core.length import length
from relaxtimer.core.routine import Item, Repeat, Step
from tests.core.making import hold, ms, parts, repeat, reps, routine, step, two_sided

SECONDS = st.sampled_from([0, 0.5, 3, 8])
LASTING = st.sampled_from([hold(20), reps(3), parts(5, 7.5, prepare=2), parts(4)])


@st.composite
def steps(draw: st.DrawFn) -> Step:
    make: Callable[..., Step] = draw(st.sampled_from([step, two_sided]))
    return make("A", draw(LASTING), prepare=draw(SECONDS), switch=draw(SECONDS), rest=draw(SECONDS))


def blocks(items: st.SearchStrategy[Item]) -> st.SearchStrategy[Repeat]:
    return st.builds(
        lambda rounds, inner, rest: repeat(rounds, *inner, rest=rest),
        st.integers(1, 3),
        st.lists(items, min_size=1, max_size=3),
        SECONDS,
    )


ITEMS = st.lists(st.recursive(steps(), blocks, max_leaves=6), min_size=1, max_size=4)


@given(ITEMS)
def test_the_length_is_that_of_what_is_laid_out(items: list[Item]) -> None:
    made = routine(*items)
    assert length(made) == sum(segment.duration for segment in compile_routine(made))


def test_the_last_rest_of_all_is_not_counted_nor_the_one_after_the_last_round() -> None:
    block = repeat(2, step("A", hold(10), prepare=1, rest=3), rest=5)
    assert length(routine(block, step("B", hold(10), prepare=1, rest=7))) == ms(11 + 3 + 5 + 11 + 11)
