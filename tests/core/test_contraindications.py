from __future__ import annotations

from typing import Any

from relaxtimer.core.body import Kind, Position
from relaxtimer.core.conditions import Condition
from relaxtimer.core.contraindications import of_steps, sentence_of_routine, sentences_of_steps
from relaxtimer.core.routine import Step
from tests.core.making import repeat, routine, step

KNEE, FEVER, CLOT, WRIST = Condition.KNEE, Condition.FEVER, Condition.CLOT, Condition.WRIST


def easy(name: str = "Rest", **fields: Any) -> Step:  # noqa: ANN401 - whatever else a step has
    """A step that is for everybody unless it says otherwise."""
    return step(name, kind=Kind.RELAXATION, **fields)


def test_a_routine_says_in_one_sentence_whom_it_is_not_for_and_what_they_do_instead() -> None:
    made = routine(easy(), avoid=frozenset({CLOT, FEVER}), instead={CLOT: "body-scan", Condition.PREGNANCY: "rest"})
    assert sentence_of_routine(made) == (
        "Leave it for now if this fits you: pregnant (instead: rest);"
        " a current or recent deep-vein thrombosis (instead: body-scan); feverish or acutely unwell."
    )


def test_a_routine_for_everybody_says_nothing_of_it() -> None:
    assert sentence_of_routine(routine(easy())) == ""
    assert sentences_of_steps(routine(easy())) == ()


def test_steps_that_are_left_out_by_the_same_people_are_told_together() -> None:
    made = routine(
        easy("A", avoid=frozenset({KNEE, WRIST})),
        repeat(2, easy("B"), easy("C", avoid=frozenset({KNEE, WRIST}))),
        easy("D", avoid=frozenset({KNEE}), instead={KNEE: "tilt"}),
    )
    assert sentences_of_steps(made) == (
        "Leave out steps 1 and 3 with: a sore knee; a sore wrist.",
        "Leave out step 4 with: a sore knee; instead: tilt.",
    )


def test_something_to_do_instead_is_enough_to_leave_a_step_out() -> None:
    assert sentences_of_steps(routine(easy("A", instead={KNEE: "tilt"}))) == (
        "Leave out step 1 with: a sore knee; instead: tilt.",
    )


def test_who_leaves_the_whole_routine_is_not_told_of_its_steps() -> None:
    made = routine(easy("A", avoid=frozenset({FEVER, CLOT})), avoid=frozenset({FEVER}), instead={CLOT: "rest"})
    assert of_steps(made) == ()


def test_what_follows_from_what_a_step_is_is_told_too() -> None:
    rolled = step(kind=Kind.SELF_MASSAGE, position=Position.SUPINE, equipment=("foam roller",))
    told = " ".join(sentences_of_steps(routine(rolled)))
    assert all(condition.words in told for condition in (Condition.OSTEOPOROSIS, Condition.PREGNANCY, Condition.CLOT))
