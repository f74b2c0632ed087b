"""Whom a step is not for by what it is, and how it is done by others: docs/content.md 2.3 and 2.4."""

from __future__ import annotations

from typing import Any

import pytest

from relaxtimer.core.body import Kind, Position
from relaxtimer.core.conditions import Condition
from relaxtimer.core.lasting import Part, Parts, Repetitions
from relaxtimer.core.pattern import Motion, PatternPhase, Tempo
from relaxtimer.core.safety.reasons import Today
from relaxtimer.core.safety.rules import against, holds_breath, implied
from relaxtimer.library.library import Library
from tests.core.making import HELD, hold, reps, step

LIBRARY = Library()


TOOLED = {"surg", "fever", "skin", "bleed", "clot", "acute", "osteo", "leg", "preg"}


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"kind": Kind.SELF_MASSAGE}, {"surg", "fever", "skin"}),
        (
            {"kind": Kind.SELF_MASSAGE, "equipment": ("Tennis Ball",)},
            {"surg", "fever", "skin", "bleed", "clot", "acute", "osteo", "leg", "preg"},
        ),
        (
            {"kind": Kind.SELF_MASSAGE, "name": "Ball at the wall", "position": Position.STANDING},
            {"surg", "fever", "skin", "bleed", "clot", "acute", "osteo"},
        ),
        (
            {"kind": Kind.SELF_MASSAGE, "equipment": ("foam roller",), "position": Position.SITTING},
            {"surg", "fever", "skin", "bleed", "clot", "acute", "osteo", "leg", "preg"},
        ),
        ({"kind": Kind.STRETCH, "equipment": ("gym ball",)}, {"surg", "fever", "acute"}),
        ({"kind": Kind.MOBILITY, "position": Position.KNEELING}, {"surg", "fever", "knee"}),
        ({"kind": Kind.RELAXATION, "position": Position.HANDS_AND_KNEES}, {"knee", "wrist"}),
        ({"kind": Kind.BREATHING, "lasting": reps(6)}, set()),
        ({"kind": Kind.BREATHING, "lasting": Repetitions(6, HELD)}, {"preg", "cardio", "resp", "panic", "eye"}),
        ({"kind": Kind.STABILISATION}, {"surg", "fever", "acute"}),
        ({"kind": Kind.RELAXATION, "equipment": ("heat pack",)}, {"numb", "skin", "fever"}),
        ({"kind": Kind.RELAXATION, "equipment": ("Hot-water bottle",)}, {"numb", "skin", "fever"}),
        ({"kind": Kind.RELAXATION, "equipment": ("electric heating-pad",)}, {"numb", "skin", "fever"}),
        ({"kind": Kind.RELAXATION, "equipment": ("warm compress",)}, {"numb", "skin", "fever"}),
        ({"kind": Kind.RELAXATION, "equipment": ("wheat bag",)}, {"numb", "skin", "fever"}),
        ({"kind": Kind.RELAXATION, "equipment": ("sheet of paper",)}, set()),
        ({"kind": Kind.MOBILITY, "equipment": ("massage-gun",)}, TOOLED),
        ({"kind": Kind.MOBILITY, "equipment": ("Theragun",)}, TOOLED),
        ({"kind": Kind.RELAXATION, "position": Position.PRONE}, {"preg"}),
        ({"kind": Kind.RELAXATION}, set()),
        ({"kind": Kind.MOBILITY, "position": Position.SUPINE, "ends": Position.STANDING}, set()),
    ],
)
def test_a_step_without_codes_is_not_for_whom_its_kind_is_not(fields: dict[str, Any], codes: set[str]) -> None:
    assert implied(step(**{"name": "Own", **fields})) == set(map(Condition, codes))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": Kind.STRETCH}, "acute"),
        ({"kind": Kind.MOBILITY, "position": Position.KNEELING}, "knee"),
        ({"kind": Kind.SELF_MASSAGE, "equipment": ("tennis ball",)}, "osteo"),
    ],
)
def test_some_of_that_gives_way_to_how_somebody_does_it(fields: dict[str, Any], code: str) -> None:
    condition = Condition(code)
    assert condition in against(step(**fields))
    assert condition not in against(step(**fields, adapt={condition: "A little."}))
    assert condition in against(step(**fields, adapt={condition: "A little."}, avoid=frozenset({condition})))


def test_a_tool_is_not_made_good_for_thin_blood_by_words() -> None:
    ball = step(kind=Kind.SELF_MASSAGE, equipment=("tennis ball",), adapt={Condition.BLEEDING: "Lightly."})
    assert Condition.BLEEDING in against(ball)


@pytest.mark.parametrize(
    ("fields", "code", "way"),
    [
        ({"position": Position.STANDING}, "bal", "Hold a chair"),
        ({"position": Position.STANDING, "equipment": ("chair",)}, "bal", None),
        ({"position": Position.STANDING, "adapt": {Condition.BALANCE: "Two hands."}}, "bal", "Two hands."),
        ({"position": Position.WALKING}, "bal", "Walk with a stick"),
        ({"position": Position.SUPINE}, "preg", "On your side"),
        ({"position": Position.SUPINE, "ends": Position.STANDING}, "preg", None),
        ({"position": Position.SITTING, "equipment": ("foam roller",)}, "numb", "Light pressure"),
    ],
)
def test_a_step_without_words_for_a_condition_is_done_as_its_position_asks(
    fields: dict[str, Any], code: str, way: str | None
) -> None:
    ways = Today(frozenset({Condition(code)})).ways(step(kind=Kind.MOBILITY, **fields))
    assert [each.startswith(way or "") for each in ways] == ([] if way is None else [True])


def test_the_bundled_exercises_say_themselves_what_follows_from_what_they_are() -> None:
    for id_ in LIBRARY.exercises.ids():
        each = LIBRARY.step(id_)
        assert each is not None
        assert implied(each) <= each.avoid | each.instead.keys(), id_


@pytest.mark.parametrize("kind", [Kind.BREATHING, Kind.MOBILITY])
def test_a_breath_that_is_held_by_a_tempo_in_a_part_is_held(kind: Kind) -> None:
    tempo = Tempo((PatternPhase(Motion.UP, 4_000), PatternPhase(Motion.HOLD, 7_000), PatternPhase(Motion.DOWN, 8_000)))
    parts = Parts((Part(name="First", lasting=hold(10)), Part(name="Then", lasting=Repetitions(4, tempo))))
    assert holds_breath(step("Fill", parts, kind=kind)) is (kind is Kind.BREATHING)


def test_a_breath_in_parts_that_nothing_holds_is_not_held() -> None:
    parts = Parts((Part(name="First", lasting=hold(10)), Part(name="Then", lasting=reps(4))))
    tempo = reps(4).pattern
    held = any(phase.motion is Motion.HOLD for phase in tempo.phases)
    assert holds_breath(step("Fill", parts, kind=Kind.BREATHING)) is held
    easy = Parts((Part(name="First", lasting=hold(10)),))
    assert not holds_breath(step("Fill", easy, kind=Kind.BREATHING))
