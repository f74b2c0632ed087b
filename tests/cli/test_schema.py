from __future__ import annotations

import json

import pytest

from relaxtimer.cli import main
from relaxtimer.library.schema import exercises_schema, plans_schema, schema


def test_the_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == json.loads(json.dumps(schema()))
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_of_plans_is_there_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--plans"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(plans_schema()))


def test_the_schema_of_exercise_files_is_there_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--exercises"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(exercises_schema()))
