"""The JSON Schema of routine files, from the same definition as the reader, for editors to complete and check fields.

What one document alone does not tell stays with the reader: which exercises there are, bounds that hang together, sound
files on disk, the size of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from relaxtimer.library.definition import (
    ABOUT,
    BREATHS,
    DEFINITIONS,
    EXERCISE,
    EXERCISE_FILE,
    EXERCISES,
    NAMED_BREATHS,
    NEEDED,
    PART_WORK,
    PARTS,
    REPS,
    ROUTINE,
    WAYS,
    WORK,
    Readiness,
)
from relaxtimer.library.plans import PLAN
from relaxtimer.notation.shapes.record import Field
from relaxtimer.notation.shapes.shape import JSONSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REFERENCE = "#/$defs/"


def schema() -> JSONSchema:
    """Give the schema of a routine."""
    return _document(
        "relaxtimer routine", "Stretches, self-massage and breathing, one after another.", ROUTINE.schema()
    )


def exercises_schema() -> JSONSchema:
    """Give the schema of a file of exercises."""
    either = [{"required": [field.name]} for field in (EXERCISES, NAMED_BREATHS)]
    content = {**EXERCISE_FILE.schema(), "anyOf": either}
    return _document("relaxtimer exercises", "Exercises and breaths for routines to use.", content)


def plans_schema() -> JSONSchema:
    """Give the schema of a plan."""
    return _document("relaxtimer plan", "What each day of some weeks holds.", PLAN.schema())


def _document(title: str, description: str, content: JSONSchema) -> JSONSchema:
    definitions = {named.name: {**named.shape.schema(), **_rules(named.name)} for named in DEFINITIONS}
    needed: set[str] = set()
    unseen = set(_references(content))
    while unseen:
        needed |= unseen
        unseen = {name for each in unseen for name in _references(definitions[each])} - needed
    kept = {name: definition for name, definition in definitions.items() if name in needed}
    return {"$schema": DIALECT, "title": title, "description": description, **content, "$defs": kept}


def _references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield str(value).removeprefix(_REFERENCE)
            else:
                yield from _references(value)
    elif isinstance(node, list):
        for item in node:
            yield from _references(item)


def _rules(name: str) -> JSONSchema:
    """Give what holds between the fields of a record."""
    match name:
        case "step":
            return {"allOf": _one_way(), "if": {"required": [EXERCISE.name]}, "else": _whole()}
        case "exercise":
            return {"allOf": [*_one_way(), _whole()]}
        case "part":
            return {"allOf": [_not_both(*pair) for pair in combinations((PART_WORK, REPS, BREATHS), 2)]}
        case _:
            return {}


def _one_way() -> list[JSONSchema]:
    """Give the rule that a step lasts in one way; a time may stand beside parts."""
    return [_not_both(*pair) for pair in combinations(WAYS, 2) if pair != (WORK, PARTS)] + [
        {"not": {**_until_ready(), "required": [WORK.name, PARTS.name]}}
    ]


def _not_both(one: Field[object], other: Field[object]) -> JSONSchema:
    return {"not": {"required": [one.name, other.name]}}


def _until_ready() -> JSONSchema:
    return {"properties": {WORK.name: {"const": Readiness.UNTIL_READY.value}}, "required": [WORK.name]}


def _whole() -> JSONSchema:
    """Give what a step needs that takes nothing from the library."""
    return {
        "required": list(NEEDED),
        "anyOf": [{"required": [field.name]} for field in WAYS],
        "if": _until_ready(),
        "then": {"required": [ABOUT.name]},
    }
