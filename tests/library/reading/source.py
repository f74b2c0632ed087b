"""A small library for tests to read routines against, and short ways to read them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from relaxtimer.core.pattern import Breath
from relaxtimer.core.routine import Item, Step
from relaxtimer.library.reading.routine import (
    ExerciseDraft,
    ExerciseFile,
    FileMistakes,
    RoutineFile,
    read_exercises,
    read_routine,
)

EXERCISES = """\
format: 1
breaths:
  slow: 4-0-6-0
  square: 4-4-4-4
exercises:
  hold:
    name: A hold
    kind: stretch
    position: supine
    sides: each
    work: 30s
    shortest: 20s
    longest: 60s
    prepare: 9s
    switch: 4s
    say: Draw the {side} knee in.
    easier: Hold behind the {side} thigh.
    avoid: [preg]
    equipment: [mat]
    source: HOLD
  rocking:
    name: Rocking
    kind: mobility
    position: hands-and-knees
    reps: 8
    tempo: {up: 2s, down: 2s}
    shortest: 4
    longest: 12
    say: [Round the back., Let it sink.]
  calm:
    name: Calm breath
    kind: breathing
    position: sitting
    breaths: 6
    breath: slow
    shortest: 2
    longest: 30
  spots:
    name: Spots
    kind: self-massage
    position: standing
    work: 30s
    shortest: 20s
    longest: 90s
    equipment: [ball, wall]
    parts:
      - {name: Low, work: 10s}
      - {name: Middle, say: Halfway up., work: 20s}
  groups:
    name: Groups
    kind: relaxation
    position: supine
    tempo: {hold: 6s, rest: 24s}
    parts:
      - {name: Arms, prepare: 4s, reps: 1}
      - {name: Legs, prepare: 4s, reps: 2}
  waiting:
    name: Waiting
    kind: relaxation
    position: sitting
    work: until-ready
    about: 60s
  showing:
    name: Showing
    kind: stretch
    position: supine
    work: 9s
    say: Say.
    show: Show.
"""


class Source:
    """What a routine is read against."""

    def __init__(self, text: str = EXERCISES) -> None:
        self.file = exercises(text)

    def find(self, id_: str, /) -> ExerciseDraft | None:
        return self.file.exercises.get(id_)

    def ids(self) -> Collection[str]:
        return self.file.exercises

    def breath(self, name: str, /) -> Breath | None:
        return self.file.breaths.get(name)

    def breath_names(self) -> Collection[str]:
        return self.file.breaths

    def routine_ids(self) -> Collection[str]:
        return ("lower-back", "desk-reset", "mine")


def exercises(text: str) -> ExerciseFile:
    """Read a file of exercises."""
    return read_exercises(text.encode(), file="exercises.yaml", id="exercises", folder=None)


def routine(text: str | bytes, folder: Path | None = None) -> RoutineFile:
    """Read a routine."""
    data = text.encode() if isinstance(text, str) else text
    return read_routine(data, file="mine.yaml", id="mine", folder=folder, exercises=Source())


def mistakes(text: str | bytes, folder: Path | None = None) -> list[str]:
    """Read a routine that has mistakes; gives them as they are written, without the name of the file."""
    try:
        routine(text, folder)
    except FileMistakes as found:
        return [str(mistake).removeprefix("mine.yaml:") for mistake in found.mistakes]
    return []


def with_steps(steps: str, above: str = "") -> str:
    """Give a routine with these steps, each line of them indented; with nothing above them they begin on line 4."""
    indented = "".join(f"  {line}\n" for line in steps.splitlines())
    return f"format: 1\nname: Mine\n{above}steps:\n{indented}"


def items(steps: str, above: str = "") -> tuple[Item, ...]:
    """Read steps."""
    return routine(with_steps(steps, above)).routine.items


def step(fields: str, above: str = "") -> Step:
    """Read a routine of one step, written in braces."""
    (item,) = items(f"- {{{fields}}}", above)
    assert isinstance(item, Step)
    return item


OWN = "name: Own, kind: stretch, position: supine"


def own(fields: str, above: str = "") -> Step:
    """Read a routine of one step of its own."""
    return step(f"{OWN}, {fields}", above)
