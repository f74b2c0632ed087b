from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.core.doubt import Doubt
from relaxtimer.library.checking import Checked, PlacedDoubt, check_file
from relaxtimer.library.library import Library
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.mistakes import Mistake, Place
from relaxtimer.resources import bundled
from tests.library.folders import routine_text, write_exercises, write_routine

LYING = "{name: Lie, kind: stretch, position: supine, work: 90s}"


def checked(name: str | Path) -> Checked:
    return check_file(Library(Shelves()), str(name), "2026-03-01")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("path", sorted(bundled("routines").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_bundled_files_raise_no_doubt(path: Path) -> None:
    if path.parent.name == "plans":
        pytest.skip("a plan is no routine")
    assert checked(path) == Checked(str(path))


def test_doubts_stand_where_the_step_is_written_and_those_about_all_at_the_top(home: Path) -> None:
    path = write_routine(home, "a.yaml", routine_text(step=LYING))
    assert checked(path).doubts == (
        PlacedDoubt(
            Place(4, 5), "step 1: a stretch held for 1 minute 30 seconds; 10 to 60 seconds at a time are enough"
        ),
        PlacedDoubt(
            Place(1, 1),
            "it ends on your back, and nothing says how to get up; say it in `after`, or end with log-roll-up",
        ),
    )


def test_with_mistakes_there_are_no_doubts(home: Path) -> None:
    path = write_routine(home, "a.yaml", routine_text(step=LYING) + "aftr: Up.\n")
    found = checked(path)
    assert [(mistake.line, mistake.suggestion) for mistake in found.mistakes] == [(5, "after")]
    assert found.doubts == ()


def test_a_name_stands_for_a_routine_of_the_library_and_its_path_is_told(home: Path) -> None:
    path = write_routine(home, "a.yaml", "format: 1\n")
    found = checked("a")
    assert found.file == str(path)
    assert {mistake.file for mistake in found.mistakes} == {str(path)}


def test_a_file_without_a_suffix_is_checked_where_no_routine_has_its_name(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "notes").write_text(routine_text())
    monkeypatch.chdir(home)
    assert checked("notes") == Checked("notes")


@pytest.mark.usefixtures("home")
def test_a_missing_file_is_a_mistake_of_that_file() -> None:
    assert checked("no/such.yaml").mistakes == (Mistake("no/such.yaml", None, None, "the file does not exist"),)
    assert checked("no-such").mistakes == (Mistake("no-such", None, None, "the file does not exist"),)


def test_a_folder_is_a_mistake_too(home: Path) -> None:
    assert checked(home).mistakes == (Mistake(str(home), None, None, "the file is a folder, not a file"),)


def test_an_exercise_file_is_checked_as_one(home: Path) -> None:
    path = write_exercises(home, "e.yaml", "hip-press")
    assert checked(path) == Checked(str(path))
    path.write_text(path.read_text().replace("work: 20s", "work: 90s\n    breath: my-own") + "breaths: {my-own: 4-6}\n")
    assert checked(path).doubts == (
        PlacedDoubt(
            Place(4, 5), "hip-press: a stretch held for 1 minute 30 seconds; 10 to 60 seconds at a time are enough"
        ),
    )


def test_what_an_exercise_file_names_has_to_be_somewhere(home: Path) -> None:
    path = write_exercises(home, "e.yaml", "hip-press")
    with_breath = path.read_text().replace("work: 20s", "work: 20s\n    breath: {}")
    path.write_text(with_breath.format("long-exhale"))
    assert checked(path) == Checked(str(path))
    path.write_text(with_breath.format("long-exhal"))
    assert [mistake.suggestion for mistake in checked(path).mistakes] == ["long-exhale"]


def test_a_file_of_breaths_alone_is_an_exercise_file(home: Path) -> None:
    path = write_exercises(home, "e.yaml", text="{format: 1, breaths: {mine: 4-6}}")
    assert checked(path) == Checked(str(path))


def test_a_last_day_that_is_over_is_a_doubt_where_it_is_written(home: Path) -> None:
    path = write_routine(home, "a.yaml", routine_text() + "until: 2026-02-28\n")
    message = "until is 28 February 2026, a day that is over; give it a later day, or none"
    assert checked(path).doubts == (PlacedDoubt(Place(5, 8), message),)
    path.write_text(routine_text() + "until: 2026-03-01\n")
    assert checked(path).doubts == ()


HASTY = "{name: Bend, kind: mobility, position: standing, prepare: 1s, reps: 4, tempo: {up: 2s, down: 2s}, say: Bend.}"


def test_what_was_listened_to_takes_the_place_of_an_estimate_of_words_and_of_nothing_else(home: Path) -> None:
    path = write_routine(home, "a.yaml", routine_text(step=HASTY))
    (estimated,) = checked(path).doubts
    assert estimated.message.startswith("step 1: 1.5 s of words in 1 s before the pace begins")
    heard = Doubt(1, "step 1: 9 s of words in 1 s")
    found = check_file(Library(Shelves()), str(path), "2026-03-01", lambda _: (heard,))
    assert [doubt.message for doubt in found.doubts] == [heard.message]
    path = write_routine(home, "b.yaml", routine_text(step=LYING))
    both = check_file(Library(Shelves()), str(path), "2026-03-01", lambda _: (heard,))
    assert [doubt.message for doubt in both.doubts] == [each.message for each in checked(path).doubts] + [heard.message]
