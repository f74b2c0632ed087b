from __future__ import annotations

import json
from pathlib import Path

import pytest

from relaxtimer.cli import main
from tests.library.folders import routine_text, write_exercises, write_routine

DOUBTFUL = "{name: Lie, kind: stretch, position: standing, work: 90s}"
DOUBT = "step 1: a stretch held for 1 minute 30 seconds; 10 to 60 seconds at a time are enough"


def test_a_good_file_is_told_to_be_good(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_routine(home, "a.yaml")
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr() == ("1 file: no mistakes, no doubts\n", "")


def test_mistakes_and_doubts_have_their_places_and_mistakes_make_it_fail(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doubtful = write_routine(home, "a.yaml", routine_text(step=DOUBTFUL))
    assert main(["check", str(doubtful)]) == 0
    assert capsys.readouterr().out == f"{doubtful}:4:5: doubt: {DOUBT}\n1 file: no mistakes, 1 doubt\n"
    wrong = write_routine(home, "b.yaml", routine_text(step="{exercise: pelvic-tlt}") + "tagz: [a]\n")
    assert main(["check", str(doubtful), str(wrong)]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith(f"{wrong}:4:")
    assert lines[1].endswith("did you mean pelvic-tilt?")
    assert lines[2].startswith(f"{wrong}:5:1: ")
    assert lines[2].endswith("did you mean tags?")
    assert lines[3:] == ["2 files: 2 mistakes, 1 doubt"]


def test_the_json_has_every_file_with_all_that_is_said_of_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doubtful = write_routine(home, "a.yaml", routine_text(step=DOUBTFUL))
    wrong = write_routine(home, "b.yaml", routine_text() + "tagz: [a]\n")
    assert main(["check", "--json", str(doubtful), str(wrong), "none.yaml"]) == 2
    first, second, third = json.loads(capsys.readouterr().out)["files"]
    assert first == {
        "file": str(doubtful),
        "mistakes": [],
        "doubts": [{"line": 4, "column": 5, "message": DOUBT}],
    }
    (mistake,) = second["mistakes"]
    assert {*mistake} == {"line", "column", "message", "expected", "suggestion"}
    assert (mistake["line"], mistake["column"], mistake["suggestion"]) == (5, 1, "tags")
    (missing,) = third["mistakes"]
    assert (missing["line"], missing["column"], missing["message"]) == (None, None, "the file does not exist")


def test_a_routine_is_checked_by_its_name(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_routine(home, "a.yaml", "format: 1\n")
    assert main(["check", "a"]) == 2
    assert capsys.readouterr().out.startswith(f"{path}:1:1: ")


def test_exercise_files_are_checked_and_those_around_are_told_apart(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = write_exercises(home, "one.yaml", text="format: 1\nexercises: {a: {name: A}}\n")
    two = write_exercises(home, "two.yaml", text="format: 1\n")
    assert main(["check", str(one)]) == 2
    said = capsys.readouterr()
    assert said.out.startswith(f"{one}:2:")
    assert said.err.splitlines() == [line for line in said.err.splitlines() if line.startswith(f"relaxtimer: {two}:")]
    assert said.err


def test_no_name_of_a_file_steers_the_terminal(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_routine(home, "a\x1b[2J\n.yaml", routine_text(step=DOUBTFUL))
    assert main(["check", str(path), "\x1b[2J\u202e.yaml", "--json"]) == 2
    assert main(["check", str(path), "\x1b[2J\u202e.yaml"]) == 2
    said = capsys.readouterr().out
    assert not [char for char in said if not char.isprintable() and char != "\n"]
    assert "a\\x1b[2J\\n.yaml:4:5: doubt: " in said
    assert "\n\\x1b[2J\\u202e.yaml: the file does not exist\n" in said


def test_where_the_yaml_is_broken_it_says_that_the_rest_was_not_read(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write_routine(home, "a.yaml")
    broken = write_routine(home, "b.yaml", routine_text() + "\tsummary: A\ntagz: [a]\n")
    assert main(["check", str(broken)]) == 2
    assert capsys.readouterr().out.splitlines()[1:] == [
        "1 file: 1 mistake, no doubts looked for yet; the rest of the file was not read: mend this first"
    ]
    assert main(["check", str(good), str(broken)]) == 2
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"2 files: 1 mistake, no doubts; the rest of {broken} was not read: mend this first"
    ]
    assert main(["show", str(broken)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("relaxtimer: 1 mistake in the routine file; the rest of it was not read\n")


def test_a_routine_that_is_over_is_doubted(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_routine(home, "a.yaml", routine_text() + "until: 2020-12-31\n")
    assert main(["check", str(path)]) == 0
    assert f"{path}:5:8: doubt: until is 31 December 2020" in capsys.readouterr().out
