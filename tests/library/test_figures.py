"""Where the figures of a routine come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.core.fit import fit
from relaxtimer.figure.camera import View
from relaxtimer.library.checking import check_file
from relaxtimer.library.library import Library
from relaxtimer.library.shelves import Shelves
from relaxtimer.resources import bundled
from tests.library.folders import EXERCISE, write_exercises, write_routine

FIGURE = "{stance: standing, view: back}"
WITH_FIGURE = f"format: 1\nexercises:\n  my-hug:\n{EXERCISE.format(name='My hug')}    figure: {FIGURE}\n"
ROUTINE = f"""\
format: 1
name: Mine
steps:
  - {{name: Left out, kind: stretch, position: standing, work: 60s, optional: true}}
  - exercise: cat-camel
    figure: {FIGURE}
  - exercise: cat-camel
  - {{name: Plain, kind: stretch, position: standing, work: 20s}}
"""


@pytest.mark.usefixtures("home")
def test_a_bundled_exercise_has_its_figure_which_is_read_only_when_it_is_asked_for() -> None:
    exercises = Library(Shelves()).exercises
    draft = exercises.find("cat-camel")
    assert draft is not None
    assert "figure" not in draft.written.values
    assert exercises.figure("cat-camel") is not None
    assert exercises.figure("no-such-exercise") is None


def test_a_figure_of_ones_own_takes_the_place_of_the_bundled_one(home: Path) -> None:
    write_exercises(home, "mine.yaml", text=WITH_FIGURE.replace("my-hug", "cat-camel"))
    figure = Library(Shelves()).exercises.figure("cat-camel")
    assert figure is not None
    assert figure.view is View.BACK


def test_a_step_may_have_a_figure_of_its_own_which_stays_with_it_when_others_are_left_out(home: Path) -> None:
    loaded = Library(Shelves()).routine(str(write_routine(home, "mine.yaml", ROUTINE)))
    views = [found.view if (found := loaded.figures.of(step)) else None for step in loaded.routine.steps]
    assert views == [None, View.BACK, View.SIDE, None]
    fitted = fit(loaded.routine, 130_000).routine
    assert len(fitted.steps) == 3
    left = [found.view if (found := loaded.figures.of(step)) else None for step in fitted.steps]
    assert left == views[1:]


def test_check_tells_of_mistakes_in_a_figure_with_their_place(home: Path) -> None:
    path = write_routine(home, "mine.yaml", ROUTINE.replace("view: back", "view: bakc"))
    (mistake,) = check_file(Library(Shelves()), str(path), "2026-01-01").mistakes
    assert str(mistake).endswith("did you mean back?")
    assert (mistake.line, mistake.column) == (6, 38)


def test_check_tells_of_what_no_body_can_do(home: Path) -> None:
    beyond = "{stance: standing, frames: [{right-hand: [200, 90], head: 100}]}"
    path = write_routine(home, "mine.yaml", ROUTINE.replace(FIGURE, beyond))
    told = [doubt.message for doubt in check_file(Library(Shelves()), str(path), "2026-01-01").doubts]
    assert "step 2: its figure, frame 1: the right hand does not reach its place" in told
    assert "step 2: its figure, frame 1: head is 100 degrees, beyond -55 to 60" in told


def test_check_tells_of_figures_in_files_of_exercises_too(home: Path) -> None:
    text = WITH_FIGURE.replace(FIGURE, "{stance: standing, frames: [{feet: [0, -30]}]}")
    path = write_exercises(home, "mine.yaml", text=text)
    told = [doubt.message for doubt in check_file(Library(Shelves()), str(path), "2026-01-01").doubts]
    assert any(message.startswith("my-hug: its figure, frame 1: the right") for message in told), told


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ("", True),
        ("position: supine", False),
        ("position: standing", True),
        ("parts: [{name: Low, work: 20s}, {name: High, work: 20s}]", False),
    ],
)
def test_an_exercise_that_is_done_otherwise_than_it_is_drawn_is_not_shown(home: Path, change: str, shown: bool) -> None:  # noqa: FBT001 - as parametrized
    text = f"format: 1\nname: Mine\nsteps:\n  - exercise: wall-ball-paraspinal\n    {change}\n"
    loaded = Library(Shelves()).routine(str(write_routine(home, "mine.yaml", text)))
    assert (loaded.figures.of(loaded.routine.steps[0]) is not None) is shown


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("name", sorted(path.stem for path in bundled("routines").glob("*.yaml")))
def test_exercises_of_bundled_routines_are_shown_as_they_are_done_there(name: str) -> None:
    loaded = Library(Shelves()).routine(name)
    missing = {step.id for step in loaded.routine.steps if step.id and loaded.figures.of(step) is None}
    # A way up from lying on the side, in parts of its own.
    assert missing == ({"log-roll-up"} if name == "acute-spasm-calm" else set())


def test_check_tells_of_parts_that_are_not_there(home: Path) -> None:
    figure = "{stance: standing, frames: [{part: 1}], marks: [{press: belly, part: 9}]}"
    path = write_routine(home, "mine.yaml", ROUTINE.replace(FIGURE, figure))
    told = [doubt.message for doubt in check_file(Library(Shelves()), str(path), "2026-01-01").doubts]
    assert "step 2: its figure has something for part 9, and this has no parts" in told


def test_a_size_is_more_than_nothing_and_nobody_is_filled_beyond_measure(home: Path) -> None:
    figure = "{stance: standing, frames: [{belly: 200}], props: [{prop: ball, y: 4, size: -1}]}"
    path = write_routine(home, "mine.yaml", ROUTINE.replace(FIGURE, figure))
    told = [str(mistake) for mistake in check_file(Library(Shelves()), str(path), "2026-01-01").mistakes]
    assert [each.rpartition("; ")[2] for each in told] == [
        "expected centimetres from -20 to 20",
        "expected a size from 0.2 to 4",
    ]
