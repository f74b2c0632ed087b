"""The schema knows what the reader knows, but for what one document alone does not tell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from relaxtimer.library.definition import BLOCK, EXERCISE_RECORD, ROUTINE, STEP
from relaxtimer.library.schema import exercises_schema, plans_schema, schema
from relaxtimer.resources import bundled
from tests.library.editor import load
from tests.library.reading.documents import GOOD, Bad
from tests.library.reading.source import EXERCISES
from tests.library.reading.test_documents import BAD

ROUTINES = sorted(bundled("routines").glob("*.yaml"))
PLANS = sorted((bundled("routines") / "plans").glob("*.yaml"))
EXERCISE_FILES = sorted((bundled("routines") / "exercises").glob("*.yaml"))


@pytest.fixture(scope="module")
def routine_schema() -> Draft202012Validator:
    return Draft202012Validator(schema())


def test_the_schemas_are_schemas() -> None:
    for each in (schema(), exercises_schema(), plans_schema()):
        Draft202012Validator.check_schema(each)
        assert each["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert each["title"]


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_what_the_reader_takes_the_schema_takes(text: str, routine_schema: Draft202012Validator) -> None:
    assert [error.message for error in routine_schema.iter_errors(load(text))] == []


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_what_the_reader_refuses_the_schema_refuses_unless_it_cannot_know(
    bad: Bad, routine_schema: Draft202012Validator
) -> None:
    assert routine_schema.is_valid(load(bad.text)) == bool(bad.beyond)


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_the_schema_takes_every_bundled_routine(path: Path, routine_schema: Draft202012Validator) -> None:
    assert [error.message for error in routine_schema.iter_errors(load(path.read_text("utf-8")))] == []


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=lambda path: path.stem)
def test_the_schema_takes_every_bundled_exercise(path: Path) -> None:
    validator = Draft202012Validator(exercises_schema())
    assert [error.message for error in validator.iter_errors(load(path.read_text("utf-8")))] == []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_schema_takes_every_bundled_plan_and_nothing_else(path: Path) -> None:
    validator, plan = Draft202012Validator(plans_schema()), load(path.read_text("utf-8"))
    assert [error.message for error in validator.iter_errors(plan)] == []
    assert not validator.is_valid({**plan, "weeks": [{"days": {"someday": {}}}]})
    assert not validator.is_valid({**plan, "weeks": []})
    assert not validator.is_valid({key: value for key, value in plan.items() if key != "weeks"})


def test_the_schema_of_exercises_knows_what_an_exercise_needs() -> None:
    validator = Draft202012Validator(exercises_schema())
    good = load(EXERCISES)
    assert validator.is_valid(good)
    for name in ("name", "kind", "position", "work"):
        bad = {**good, "exercises": {"hold": {k: v for k, v in good["exercises"]["hold"].items() if k != name}}}
        assert not validator.is_valid(bad)
    assert not validator.is_valid({"format": 1})


def _objects(node: object) -> list[dict[str, Any]]:
    """Give every part of a schema that describes fields."""
    if isinstance(node, list):
        return [found for item in node for found in _objects(item)]
    if not isinstance(node, dict):
        return []
    own = [node] if node.get("type") == "object" else []
    return own + [found for value in node.values() for found in _objects(value)]


def test_no_group_of_fields_takes_fields_that_are_not_known() -> None:
    for each in _objects(schema()):
        assert "additionalProperties" in each
        assert each["additionalProperties"] is not True


def test_every_field_of_a_record_has_a_description() -> None:
    definitions = {**schema()["$defs"], **exercises_schema()["$defs"]}
    for record, written in (
        (ROUTINE, schema()),
        (STEP, definitions["step"]),
        (BLOCK, definitions["block"]),
        (EXERCISE_RECORD, definitions["exercise"]),
    ):
        assert [field.name for field in record.fields] == list(written["properties"])
        assert all(field["description"].endswith((".", "]")) for field in written["properties"].values())


def test_every_definition_is_used() -> None:
    for each in (schema(), exercises_schema()):
        text = str(each)
        assert all(f"'#/$defs/{name}'" in text for name in each["$defs"])
