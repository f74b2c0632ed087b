from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.library.definition import FIGURE, NAME_FIELD
from relaxtimer.library.exercises import Exercises
from relaxtimer.library.library import Library
from relaxtimer.library.opening import read
from relaxtimer.library.reading.exercises import read_exercises
from relaxtimer.library.reading.source import ExerciseDraft
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.shapes.record import Written
from tests.library.folders import routine_text, write_exercises, write_routine


def exercises() -> Exercises:
    return Library(Shelves()).exercises


def name_of(id_: str) -> str | None:
    draft = exercises().find(id_)
    return draft.written.get(NAME_FIELD) if draft else None


def without_figure(written: Written) -> dict[str, object]:
    """Give what was written but the figure, which is read by itself."""
    return {name: contents(each) for name, each in written.values.items() if name != FIGURE.name}


def contents(value: object) -> object:
    """Give what was written as values that can be compared."""
    if isinstance(value, Written):
        return {name: contents(each) for name, each in value.values.items()}
    return [contents(each) for each in value] if isinstance(value, tuple) else value


@pytest.mark.usefixtures("home")
def test_every_bundled_exercise_is_the_same_alone_as_in_its_whole_file() -> None:
    found = exercises()
    whole: dict[str, ExerciseDraft] = {}
    for file in Shelves().bundled_exercises.files:
        content = read_exercises(read(file.path)[0], file=file.path, id=file.name, folder=Path(file.path).parent)
        whole.update(content.exercises)
    assert len(whole) >= 68
    assert {*found.ids()} == whole.keys()
    for id_, draft in whole.items():
        alone = found.find(id_)
        assert alone is not None
        assert contents(alone.written) == without_figure(draft.written)
        assert found.figure(id_) == draft.written.get(FIGURE)
        assert alone.written.node.place == draft.written.node.place


@pytest.mark.usefixtures("home")
def test_an_exercise_that_there_is_not_is_not_found() -> None:
    assert exercises().find("no-such") is None
    assert exercises().breath("no-such") is None


@pytest.mark.usefixtures("home")
def test_named_breaths_come_from_the_bundled_files() -> None:
    found = exercises()
    box = found.breath("box")
    assert box is not None
    assert box.duration == 16_000
    assert "cyclic-sigh" in found.breath_names()


def test_an_exercise_of_ones_own_takes_the_place_of_a_bundled_one(home: Path) -> None:
    write_exercises(home, "mine.yaml", "pelvic-tilt", "hip-press")
    assert name_of("pelvic-tilt") == "My pelvic-tilt"
    assert name_of("hip-press") == "My hip-press"
    assert name_of("child-pose") != "My child-pose"
    assert {"pelvic-tilt", "hip-press", "child-pose"} <= {*exercises().ids()}


def test_a_breath_of_ones_own_takes_the_place_of_a_bundled_one(home: Path) -> None:
    write_exercises(home, "mine.yaml", text="format: 1\nbreaths: {box: 5-5-5-5, mine: 3-3}\n")
    found = exercises()
    assert [breath and breath.duration for breath in map(found.breath, ("box", "mine"))] == [20_000, 6_000]


def test_a_mistake_in_one_exercise_is_told_and_the_others_still_count(home: Path) -> None:
    path = write_exercises(home, "mine.yaml", "hip-press")
    path.write_text(
        path.read_text() + "  other:\n    name: Other\n    kind: strech\n    position: prone\n    work: 9s\n"
    )
    write_exercises(home, "zzz.yaml", "last")
    found = exercises()
    assert [bool(found.find(id_)) for id_ in ("hip-press", "other", "last")] == [True, False, True]
    (notice,) = found.notices
    assert notice.startswith(f"{path}:10:11: ")
    assert "did you mean stretch?" in notice


def test_a_bundled_exercise_stands_in_where_ones_own_has_a_mistake(home: Path) -> None:
    write_exercises(home, "mine.yaml", text="format: 1\nexercises: {pelvic-tilt: {name: Mine}}\n")
    assert name_of("pelvic-tilt") == "Lying pelvic tilt"
    assert exercises().notices


def test_what_two_files_have_counts_from_the_first_and_is_told(home: Path) -> None:
    write_exercises(home, "a.yaml", "hip-press")
    second = write_exercises(home, "b.yaml", "hip-press")
    assert exercises().notices == (
        f"{second}: hip-press is in another file of this folder already, and that one counts",
    )
    draft = exercises().find("hip-press")
    assert draft is not None
    assert draft.file.endswith("a.yaml")


def test_what_is_no_file_is_told_and_skipped(home: Path) -> None:
    write_exercises(home, "mine.yaml", "hip-press")
    (home / "routines" / "exercises" / "folder.yaml").mkdir()
    assert name_of("hip-press") == "My hip-press"
    assert exercises().notices == (f"{home}/routines/exercises/folder.yaml is a folder, not a file",)


def test_the_names_of_routines_are_known_to_what_names_one(home: Path) -> None:
    write_routine(home, "mine.yaml", routine_text())
    assert {"mine", "lower-back"} <= {*exercises().routine_ids()}


OWN_BALL = """\
format: 1
exercises:
  wall-ball-paraspinal: {{name: My ball, kind: self-massage, position: standing, work: 30s{codes}}}
"""


@pytest.mark.parametrize(
    ("codes", "avoid", "instead"),
    [
        ("", {"leg", "osteo"}, {"bleed", "osteo"}),
        (", avoid: [knee]", {"knee"}, {"bleed", "osteo"}),
        (", avoid: [], instead: {leg: pelvic-tilt}", set(), {"leg"}),
    ],
)
def test_whom_a_bundled_exercise_is_not_for_counts_for_ones_own_in_its_place(
    home: Path, codes: str, avoid: set[str], instead: set[str]
) -> None:
    write_exercises(home, "mine.yaml", text=OWN_BALL.format(codes=codes))
    found = Library(Shelves()).step("wall-ball-paraspinal")
    assert found is not None
    assert found.name == "My ball"
    assert {each for each in found.avoid if each in {"leg", "osteo", "knee"}} == avoid
    assert set(found.instead) == instead


@pytest.mark.usefixtures("home")
def test_an_exercise_with_an_id_of_its_own_has_its_own_codes_alone(home: Path) -> None:
    write_exercises(home, "mine.yaml", "my-reach")
    found = Library(Shelves()).step("my-reach")
    assert found is not None
    assert not found.avoid
