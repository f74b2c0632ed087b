from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.layout import cells
from relaxtimer.resources import bundled
from tests.library.folders import routine_text, write_exercises, write_routine

QUIET = "{{name: Lie, kind: relaxation, position: {}, work: 60s}}"


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["list", *arguments]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(listed(capsys, "--json", *arguments))
    return found


def names(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[str]:
    return {each["routine"] for each in as_json(capsys, *arguments)}


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["list", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


@pytest.mark.usefixtures("home")
def test_the_json_of_a_routine_has_these_fields_and_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = [each for each in as_json(capsys) if each["routine"] == "lower-back"]
    assert found == {
        "routine": "lower-back",
        "title": "Lower back: the full release",
        "summary": found["summary"],
        "total_seconds": 720.0,
        "equipment": ["tennis ball", "wall"],
        "positions": ["standing", "supine", "hands-and-knees", "kneeling"],
        "tags": ["lower-back", "massage", "ball", "stretch", "mobility", "stress", "floor"],
        "from": "bundled",
        "path": str(bundled("routines") / "lower-back.yaml"),
        "mistake": None,
    }


def test_a_file_with_mistakes_is_in_the_json_with_the_first(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_routine(home, "broken.yaml", "format: 1\n")
    (found,) = [each for each in as_json(capsys) if each["routine"] == "broken"]
    assert found["mistake"].startswith(f"{path}:1:1: ")
    assert (found["title"], found["total_seconds"], found["positions"], found["from"]) == (None, None, [], "yours")


def test_people_see_length_title_positions_equipment_tags_and_where_things_are(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_routine(home, "mine.yaml", routine_text(step="{name: A, kind: stretch, position: prone, work: 52s}"))
    write_routine(home, "desk-reset.yaml")
    said = listed(capsys)
    lines = said.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("mine "))
    assert lines[at].split(maxsplit=2) == ["mine", "1:00", "Mine (yours)"]
    assert lines[at + 1].split(" · ") == ["    prone", "no equipment"]
    assert any(line.split(maxsplit=2)[2:] == ["Mine (yours, in place of the bundled one)"] for line in lines)
    assert "tennis ball, wall" in said
    assert "tags: lower-back" in said
    assert "21 routines." in said
    assert f"Your own routines: {home}/routines " in " ".join(said.split())
    assert f"{home}/routines/exercises\n" in said


def test_people_see_what_cannot_be_used_and_why(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_routine(home, "broken.yaml", "format: 1\n")
    write_exercises(home, "e.yaml", text="format: 1\n")
    said = " ".join(listed(capsys).split())
    assert "broken - cannot be used" in said
    assert "broken.yaml:1:1: " in said
    assert "(`relaxtimer check broken` tells all)" in said
    assert "20 routines. 1 file with mistakes." in said
    assert "e.yaml:1:1: an exercise file has neither exercises nor breaths" in said


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("columns", [40, 65, 66, 80, 120])
def test_lines_keep_to_the_width(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = listed(capsys).splitlines()
    assert max(cells(line) for line in lines if "/" not in line) <= columns
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.usefixtures("home")
def test_lengths_and_titles_stand_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    lines = listed(capsys).splitlines()
    titles = {
        line.index(title) for line in lines for title in ("Body scan", "Desk reset", "Calm a spasm") if title in line
    }
    assert len(titles) == 1


# Filters


def test_minutes_are_those_a_routine_can_be_fitted_to(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elastic = "{name: A, kind: stretch, position: prone, prepare: 0s, work: 5m, shortest: 2m}"
    write_routine(home, "elastic.yaml", routine_text(step=elastic))
    write_routine(home, "stiff.yaml", routine_text(step=elastic.replace(", shortest: 2m", "")))
    found = [names(capsys, "--minutes", minutes) for minutes in ("1.9", "2", "4.9", "5", "300")]
    assert ["elastic" in each for each in found] == [False, True, True, True, True]
    assert ["stiff" in each for each in found] == [False, False, False, True, True]
    assert len(found[-1]) == 22


def test_a_position_means_no_other_position(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = QUIET.format("prone") + "\n  - " + QUIET.format("side-lying")
    write_routine(home, "both.yaml", routine_text(step=both))
    write_routine(home, "one.yaml", routine_text(step=QUIET.format("prone")))
    assert names(capsys, "--position", "prone") == {"one"}
    assert {"one", "both"} <= names(capsys, "--position", "prone", "--position", "Side-Lying")


def test_equipment_means_nothing_beyond_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_routine(home, "ball.yaml", routine_text() + "equipment: [Prickly ball]\n")
    write_routine(home, "bare.yaml", routine_text())
    write_routine(home, "both.yaml", routine_text() + "equipment: [Prickly ball, wall]\n")
    none = names(capsys, "--equipment", "none")
    assert "bare" in none
    assert not none & {"ball", "both", "lower-back"}
    assert names(capsys, "--equipment", "prickly BALL") == none | {"ball"}
    assert {"bare", "ball", "both"} <= names(capsys, "--equipment", "prickly ball", "--equipment", "wall")


def test_every_tag_that_is_asked_for_has_to_be_there(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_routine(home, "a.yaml", routine_text() + "tags: [rainy, sunny]\n")
    write_routine(home, "b.yaml", routine_text() + "tags: [rainy]\n")
    assert names(capsys, "--tag", "rainy") == {"a", "b"}
    assert names(capsys, "--tag", "rainy", "--tag", "sunny") == {"a"}


def test_filters_hold_together_and_may_leave_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_routine(home, "a.yaml", routine_text() + "tags: [rainy]\n")
    assert names(capsys, "--tag", "rainy", "--position", "sitting") == set()
    assert listed(capsys, "--tag", "rainy", "--position", "sitting").startswith("\n0 routines.")


def test_a_file_with_mistakes_answers_no_question(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_routine(home, "broken.yaml", "format: 1\n")
    assert "broken" not in names(capsys, "--equipment", "none")
    assert "1 file with mistakes left out." in listed(capsys, "--equipment", "none")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("option", "value", "known"),
    [("--position", "lying", "hands-and-knees"), ("--equipment", "car", "none, "), ("--tag", "x", "lower-back")],
)
def test_an_unknown_value_is_an_error_that_names_the_known_ones(
    option: str, value: str, known: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(capsys, option, value)
    assert said.startswith(f"relaxtimer: there is no {option[2:]} '{value}'; known are: ")
    assert known in said


# Strangers


def test_no_name_of_a_file_or_value_steers_the_terminal(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_routine(home, "a\x1b[2J\nb\u202e.yaml")
    write_routine(home, "c\x1b]0;x\x07.yaml", "format: 1\n")
    write_exercises(home, "d\x9b.yaml", text="format: 1\n")
    said = listed(capsys) + listed(capsys, "--json") + refused(capsys, "--tag", "\x1b[2J")
    assert not [char for char in said if not char.isprintable() and char != "\n"]
    assert "a\\x1b[2J\\nb\\u202e" in said


def test_the_exercises_a_routine_can_name_are_listed_with_what_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    told = listed(capsys, "--exercises")
    assert "pelvic-tilt\n    Lying pelvic tilt: mobility, on your back\n" in told
    assert "; needs tennis ball, wall" in told
    found = as_json(capsys, "--exercises")
    assert len(found) == 68
    assert {"exercise", "title", "kind", "position", "sides", "equipment"} == set(found[0])


def test_a_filter_is_for_routines_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--exercises goes with --json alone" in refused(capsys, "--exercises", "--tag", "desk")


def test_an_exercise_file_with_mistakes_is_told_beside_the_list(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_exercises(home, "e.yaml", text="format: 1\n")
    assert main(["list", "--exercises"]) == 0
    said = capsys.readouterr()
    assert "pelvic-tilt" in said.out
    assert said.err.startswith(f"relaxtimer: {path}:1:1: ")
