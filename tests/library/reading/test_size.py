"""The size of a routine by arithmetic is that of the routine laid out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relaxtimer.core.body import Kind, Position, Sides
from relaxtimer.core.compile import compile_routine
from relaxtimer.core.lasting import Hold, Part, Parts
from relaxtimer.core.routine import Item, Repeat, Routine, Step
from relaxtimer.library.reading.size import Size, size_of_block, size_of_list, size_of_step
from tests.library.reading.source import OWN, mistakes, with_steps

TIMES = st.sampled_from((0, 1_000, 2_500))
PARTS = st.lists(TIMES, min_size=1, max_size=3).map(
    lambda prepares: Parts(tuple(Part(name="a", lasting=Hold(1_000), prepare=prepare) for prepare in prepares))
)
STEPS = st.builds(
    Step,
    name=st.just("a"),
    kind=st.just(Kind.STRETCH),
    position=st.just(Position.SUPINE),
    lasting=st.one_of(st.just(Hold(3_000)), PARTS),
    sides=st.sampled_from(Sides),
    prepare=TIMES,
    switch=TIMES,
    rest=TIMES,
)


def _blocks(items: st.SearchStrategy[Item]) -> st.SearchStrategy[Item]:
    inner = st.lists(items, min_size=1, max_size=3).map(tuple)
    return st.builds(Repeat, rounds=st.integers(1, 3), items=inner, rest=TIMES)


ITEMS = st.recursive(STEPS, _blocks, max_leaves=6)


def _size(item: Item) -> Size:
    if isinstance(item, Step):
        return size_of_step(item)
    return size_of_block(size_of_list(map(_size, item.items)), item.rounds, item.rest)


@given(st.lists(ITEMS, min_size=1, max_size=4))
def test_the_size_by_arithmetic_is_the_size_laid_out(items: list[Item]) -> None:
    segments = compile_routine(Routine(id="a", name="a", items=tuple(items)))
    size = size_of_list(map(_size, items)).without_rest
    assert (size.segments, size.duration) == (len(segments), sum(segment.duration for segment in segments))


def test_a_routine_as_big_as_the_bounds_is_read() -> None:
    step = f"{{{OWN}, prepare: 0, work: 10.8s}}"
    assert mistakes(with_steps(f"- repeat: 2000\n  steps:\n    - {step}")) == []
    assert mistakes(with_steps(f"- {{{OWN}, prepare: 0, work: 6h}}")) == []


def test_one_segment_more_is_told_with_the_bound_and_the_size() -> None:
    step = f"{{{OWN}, prepare: 0, work: 1s}}"
    (told,) = mistakes(with_steps(f"- repeat: 1999\n  steps:\n    - {step}\n- {step}\n- {step}"))
    assert told.startswith("3:1: the routine has 2,001 segments")
    assert told.endswith("expected at most 2,000")


def test_a_millisecond_over_six_hours_is_told() -> None:
    (told,) = mistakes(with_steps(f"- {{{OWN}, prepare: 0.001s, work: 6h}}"))
    assert told == "3:1: the routine has a length of 6 h 0 min 1 s; expected at most 6 hours"


def test_rounds_in_rounds_are_told_once_at_the_innermost_block_that_is_too_big() -> None:
    text = with_steps("- repeat: 1000\n  steps:\n    - repeat: 1500\n      steps:\n        - exercise: calm")
    (told,) = mistakes(text)
    assert told.startswith("6:17: the routine has 3,000 segments")


def test_the_size_is_told_beside_other_mistakes() -> None:
    told = mistakes(with_steps("- exercise: hodl\n- repeat: 1500\n  steps:\n    - exercise: calm"))
    assert [mistake.partition(": ")[0] for mistake in told] == ["4:15", "5:13"]
