"""The bundled files, read whole and in slices."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from relaxtimer.core.pattern import Breath
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.reading.routine import ExerciseDraft, read_exercises, read_routine
from relaxtimer.library.reading.slices import ExerciseSlices
from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.notation.strict_yaml.nodes import Mapping, Node, Scalar, Sequence
from relaxtimer.resources import bundled

ROUTINES = sorted(bundled("routines").glob("*.yaml"))
EXERCISE_FILES = sorted((bundled("routines") / "exercises").glob("*.yaml"))
WHOLE = {
    path: read_exercises(path.read_bytes(), file=str(path), id=path.stem, folder=path.parent) for path in EXERCISE_FILES
}
EXERCISES = {(path, id_): draft for path, found in WHOLE.items() for id_, draft in found.exercises.items()}


class Bundled:
    """All bundled files, read whole."""

    def __init__(self) -> None:
        self._exercises = {id_: draft for (_, id_), draft in EXERCISES.items()}
        self._breaths = {name: breath for found in WHOLE.values() for name, breath in found.breaths.items()}

    def find(self, id_: str, /) -> ExerciseDraft | None:
        return self._exercises.get(id_)

    def ids(self) -> Collection[str]:
        return self._exercises

    def breath(self, name: str, /) -> Breath | None:
        return self._breaths.get(name)

    def breath_names(self) -> Collection[str]:
        return self._breaths

    def routine_ids(self) -> Collection[str]:
        return [path.stem for path in ROUTINES]


def test_no_exercise_is_there_twice() -> None:
    assert len({id_ for _, id_ in EXERCISES}) == len(EXERCISES)


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=lambda path: path.stem)
def test_every_bundled_exercise_is_right_and_so_is_what_it_names(path: Path) -> None:
    read_exercises(path.read_bytes(), file=str(path), id=path.stem, folder=path.parent, exercises=Bundled())


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_every_bundled_routine_is_right_and_can_be_laid_out(path: Path) -> None:
    found = read_routine(path.read_bytes(), file=str(path), id=path.stem, folder=path.parent, exercises=Bundled())
    assert Timeline.of(found.routine).steps == len(found.places)


def _everything(node: Node | None) -> object:
    """Give a node as it can be compared: its texts and all places."""
    if isinstance(node, Mapping):
        return node.place, {name: (node.keys[name].place, _everything(each)) for name, each in node.fields.items()}
    if isinstance(node, Sequence):
        return node.place, [_everything(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.place, node.text, node.plain


each_exercise = pytest.mark.parametrize(
    ("path", "id_"), EXERCISES, ids=lambda each: each.stem if isinstance(each, Path) else each
)


@each_exercise
def test_a_slice_has_what_the_whole_file_has_on_the_same_lines_but_the_figure(path: Path, id_: str) -> None:
    whole = EXERCISES[path, id_]
    found = ExerciseSlices(path.read_bytes(), file=str(path), folder=path.parent).find(id_)
    assert found is not None
    names = [name for name in whole.written.values if name != "figure"]
    assert (found.id, found.file, list(found.written.values)) == (id_, str(path), names)
    for name in names:
        assert _everything(found.written.node.fields[name]) == _everything(whole.written.node.fields[name])
        assert found.written.node.keys[name].place == whole.written.node.keys[name].place


@each_exercise
def test_the_figure_of_a_slice_is_that_of_the_whole_file(path: Path, id_: str) -> None:
    found = ExerciseSlices(path.read_bytes(), file=str(path), folder=path.parent).figure(id_)
    assert found == EXERCISES[path, id_].written.values.get("figure")


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=lambda path: path.stem)
def test_slices_know_the_ids_and_breaths_of_the_whole_file(path: Path) -> None:
    slices = ExerciseSlices(path.read_bytes(), file=str(path))
    assert slices.ids == tuple(WHOLE[path].exercises)
    assert slices.breaths == WHOLE[path].breaths


SLICED = b"""\
# Words.
format: 1
# A comment in the first column.

exercises:

  # A comment.
  one:  # and another
    name: One
# A comment in the first column.
    kind: stretch
    note: |
      two:
    position: supine
    work: 3s

  two: {name: Two, kind: stretch, position: supine, work: x}
breaths:
  square: 4-4-4-4
"""


def test_a_slice_ends_where_the_next_exercise_begins() -> None:
    slices = ExerciseSlices(SLICED, file="f")
    assert slices.ids == ("one", "two")
    found = slices.find("one")
    assert found is not None
    assert list(found.written.values) == ["name", "kind", "note", "position", "work"]


@pytest.mark.parametrize("id_", ["square", "three", "format", "name", "four"])
def test_what_is_no_exercise_of_the_file_is_not_found(id_: str) -> None:
    assert ExerciseSlices(SLICED, file="f").find(id_) is None


def test_a_mistake_in_a_slice_has_its_place_in_the_whole_file() -> None:
    with pytest.raises(FileMistakes) as raised:
        ExerciseSlices(SLICED, file="f").find("two")
    assert [str(mistake).partition(";")[0] for mistake in raised.value.mistakes] == ['f:17:59: work is "x"']


def test_a_mistake_in_a_breath_has_its_place_in_the_whole_file() -> None:
    with pytest.raises(FileMistakes) as raised:
        _ = ExerciseSlices(SLICED.replace(b"4-4-4-4", b"4"), file="f").breaths
    assert [mistake.place for mistake in raised.value.mistakes] == [(19, 11)]


def test_a_file_without_sections_has_nothing() -> None:
    slices = ExerciseSlices(b"format: 1\n", file="f")
    assert (slices.ids, slices.breaths, slices.find("one")) == ((), {}, None)
