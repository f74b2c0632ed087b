"""Whatever is fitted: no bound is broken, no side goes alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from relaxtimer.core.body import Kind, Position, Sides
from relaxtimer.core.fit import CannotFitError, fit, possible
from relaxtimer.core.routine import Item, Routine, Step
from relaxtimer.core.timeline import Timeline
from tests.core.making import hold, ms, parts, repeat, reps, routine, step

BOUNDED = st.tuples(st.integers(5, 60), st.integers(0, 55), st.integers(0, 60)).map(
    lambda n: hold(n[0], max(n[0] - n[1], 1), n[0] + n[2])
)


STEPS = st.builds(
    step,
    st.sampled_from(["Hug", "Roll", "Rest"]),
    st.one_of(BOUNDED, st.integers(4, 8).map(lambda n: reps(n, 2, 12)), st.integers(5, 30).map(parts)),
    prepare=st.integers(0, 20),
    switch=st.integers(0, 8),
    sides=st.sampled_from(list(Sides)),
    position=st.sampled_from(list(Position)),
    kind=st.sampled_from(list(Kind)),
    optional=st.booleans(),
    priority=st.integers(1, 9),
)


ITEMS: st.SearchStrategy[list[Item]] = st.lists(
    st.one_of(STEPS, st.builds(repeat, st.integers(1, 3), STEPS, STEPS, rest=st.integers(0, 9))), min_size=1, max_size=6
)


@given(ITEMS, st.integers(1, 1_200))
@settings(max_examples=200)
def test_fitting_never_breaks_a_bound(items: list[Item], seconds: int) -> None:
    made = routine(*items)
    shortest, longest = possible(made)
    try:
        fitted = fit(made, ms(seconds)).routine
    except CannotFitError:
        assert not shortest <= ms(seconds) <= longest
        return
    assert Timeline.of(fitted).total <= ms(seconds)
    remaining = list(fitted.steps)
    for before in made.steps:
        if remaining and same(before, remaining[0]):
            after = remaining.pop(0)
            assert before.lasting.least <= after.lasting.duration <= before.lasting.most
            assert after.prepare >= before.prepare
    assert not remaining
    assert fitted.steps[-1].name == made.steps[-1].name
    assert balanced(made, fitted)


def same(before: Step, after: Step) -> bool:
    return (before.name, before.sides, before.position, before.kind, before.priority, type(before.lasting)) == (
        after.name,
        after.sides,
        after.position,
        after.kind,
        after.priority,
        type(after.lasting),
    ) and before.prepare <= after.prepare


def sides_of(made: Routine) -> set[tuple[str, Sides]]:
    return {(each.name, each.sides) for each in made.steps if each.sides in {Sides.LEFT, Sides.RIGHT}}


def balanced(made: Routine, fitted: Routine) -> bool:
    """No exercise keeps one of its one-sided steps and loses another."""
    for name in {name for name, _ in sides_of(made)}:
        counts = [
            sum(1 for each in side.steps if each.name == name and each.sides in {Sides.LEFT, Sides.RIGHT})
            for side in (made, fitted)
        ]
        if counts[1] not in {0, counts[0]}:
            return False
    return True
