"""Whom a routine is not for, and who leaves single steps out: its condition codes in words, with what is offered."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from relaxtimer.core.conditions import Condition
from relaxtimer.core.routine import Exercise, Routine
from relaxtimer.core.safety.rules import against

LEAVE_IT = "Leave it for now if this fits you"


class Contraindication(Struct, frozen=True):
    """Conditions, and the id of what is offered in place, empty where nothing is.

    `steps` are those to leave out, counted from 1; none where it is the whole routine.
    """

    conditions: tuple[Condition, ...]
    instead: str = ""
    steps: tuple[int, ...] = ()


def is_against(condition: Condition, thing: Exercise | Routine) -> bool:
    """Tell whether somebody with a condition leaves a step or a routine out, or does something else in its place."""
    if isinstance(thing, Exercise):
        return condition in against(thing)
    return condition in thing.avoid or condition in thing.instead


def of_routine(routine: Routine) -> tuple[Contraindication, ...]:
    """Give whom the whole routine is not for, those together who are offered the same in its place."""
    groups: dict[str, list[Condition]] = {}
    for condition in Condition:
        if is_against(condition, routine):
            groups.setdefault(routine.instead.get(condition, ""), []).append(condition)
    return tuple(Contraindication(tuple(found), instead) for instead, found in groups.items())


def of_steps(routine: Routine) -> tuple[Contraindication, ...]:
    """Give who leaves single steps out, without those whom the whole routine is not for."""
    groups: dict[tuple[str, tuple[int, ...]], list[Condition]] = {}
    for condition in Condition:
        if not is_against(condition, routine):
            for instead, steps in _steps_against(condition, routine):
                groups.setdefault((instead, steps), []).append(condition)
    return tuple(Contraindication(tuple(found), instead, steps) for (instead, steps), found in groups.items())


def _steps_against(condition: Condition, routine: Routine) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the steps to leave out with a condition, those together in whose place the same is offered."""
    steps: dict[str, list[int]] = {}
    for number, step in enumerate(routine.steps, 1):
        if is_against(condition, step):
            steps.setdefault(step.instead.get(condition, ""), []).append(number)
    yield from ((instead, tuple(numbers)) for instead, numbers in steps.items())


def sentence_of_routine(routine: Routine) -> str:
    """Say whom a routine is not for, in one sentence; nothing where it is for everybody."""
    words = [
        f"{condition.words} (instead: {each.instead})" if each.instead else condition.words
        for each in of_routine(routine)
        for condition in each.conditions
    ]
    return f"{LEAVE_IT}: {'; '.join(words)}." if words else ""


def sentences_of_steps(routine: Routine) -> tuple[str, ...]:
    """Say who leaves which steps out: `Leave out step 3 with: a sore knee; instead: tilt`."""
    return tuple(
        f"Leave out {numbered(each.steps)} with: {'; '.join(condition.words for condition in each.conditions)}"
        f"{f'; instead: {each.instead}' if each.instead else ''}."
        for each in of_steps(routine)
    )


def numbered(steps: tuple[int, ...]) -> str:
    """Write the numbers of steps: `steps 2, 3 and 4`."""
    *others, last = map(str, steps)
    return f"steps {', '.join(others)} and {last}" if others else f"step {last}"
