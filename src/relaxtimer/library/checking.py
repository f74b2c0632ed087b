"""Checking files: every mistake, and where there is none every doubt, with their places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Mapping as MappingType
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from relaxtimer.core.doubt import Doubt
from relaxtimer.core.doubts import doubts, doubts_of_exercise
from relaxtimer.core.last_day import in_full, is_over
from relaxtimer.core.lasting import Lasting, Parts
from relaxtimer.core.pattern import Breath
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.definition import EXERCISES, FIGURE, NAMED_BREATHS, STEPS
from relaxtimer.library.exercises import Exercises
from relaxtimer.library.library import Library, LibraryError
from relaxtimer.library.opening import UnreadableError, read
from relaxtimer.library.own_sounds import Listened, listened, sound_files_of
from relaxtimer.library.plans import WEEKS, read_plan
from relaxtimer.library.reading.exercises import read_exercises
from relaxtimer.library.reading.routine import RoutineFile
from relaxtimer.library.reading.step import exercise_of
from relaxtimer.notation.mistakes import FileMistakes, Mistake, Place, Reading
from relaxtimer.notation.strict_yaml.nodes import Mapping, parse

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure


class PlacedDoubt(Struct, frozen=True):
    """A doubt, and where in the file what it is about is written."""

    place: Place
    message: str


class Checked(Struct, frozen=True):
    """What is to be said of a file: `file` as it was given, or the path that its name stands for."""

    file: str
    mistakes: tuple[Mistake, ...] = ()
    doubts: tuple[PlacedDoubt, ...] = ()


Listen = Callable[[Timeline], Iterable[Doubt]]


def check_file(library: Library, name: str, today: str, listen: Listen = lambda _: ()) -> Checked:
    """Check a file of a routine, of exercises or of a plan, by its path; or a routine of the library, by its name.

    `today` is a day such as 2026-12-31; `listen` raises the doubts that take a voice.
    """
    try:
        file, _ = library.find(name)
    except LibraryError:
        file = name
    try:
        data, _ = read(file)
    except UnreadableError as error:
        return Checked(file, (Mistake(file, None, None, f"the file {error.why}"),))
    node = parse(data, Reading(""))
    fields = node.fields if isinstance(node, Mapping) else {}
    if STEPS.name not in fields and WEEKS.name in fields:
        return _checked_plan(library, file, data)
    if not _is_of_exercises(fields):
        return _checked_routine(library, file, data, today, listen)
    try:
        return Checked(file, doubts=tuple(_doubts_of_exercises(library, file, data)))
    except FileMistakes as error:
        return Checked(file, error.mistakes)


def _is_of_exercises(fields: Collection[str]) -> bool:
    return STEPS.name not in fields and (EXERCISES.name in fields or NAMED_BREATHS.name in fields)


def _checked_plan(library: Library, file: str, data: bytes) -> Checked:
    try:
        read_plan(data, file=file, id_=Path(file).stem, routines=library.shelves.names)
    except FileMistakes as error:
        return Checked(file, error.mistakes)
    return Checked(file)


def _checked_routine(library: Library, file: str, data: bytes, today: str, listen: Listen) -> Checked:
    named: dict[str, Place] = {}
    try:
        found = library.read_data(file, data, named)
    except FileMistakes as error:
        return Checked(file, _with_sounds(file, error.mistakes, listened(named)))
    sounds = listened(sound_files_of(found.routine, found.places, named))
    if sounds.wrong:
        return Checked(file, _with_sounds(file, (), sounds))
    loud = (PlacedDoubt(each.place, each.message) for each in sounds.loud)
    return Checked(file, doubts=(*_doubts_of_routine(found, today, listen), *loud))


def _doubts_of_routine(file: RoutineFile, today: str, listen: Listen) -> Iterator[PlacedDoubt]:
    if file.until and is_over(file.routine, today):
        message = f"until is {in_full(file.routine.until)}, a day that is over; give it a later day, or none"
        yield PlacedDoubt(file.until, message)
    lasting = {step.figured: step.lasting for step in file.routine.steps}
    for number, figure in file.figures.items():
        for message in _of_figure(figure, lasting[number]):
            yield PlacedDoubt(file.places[number - 1], f"step {number}: {message}")
    timeline = Timeline.of(file.routine)
    heard = tuple(listen(timeline))
    # What was listened to is known, and estimated no more.
    known = {each.step for each in heard}
    estimated = [doubt for doubt in doubts(timeline) if not (doubt.about_words and doubt.step in known)]
    for doubt in (*estimated, *heard):
        yield PlacedDoubt(file.places[doubt.step - 1] if doubt.step else Place(1, 1), doubt.message)


def _with_sounds(file: str, others: Iterable[Mistake], sounds: Listened) -> tuple[Mistake, ...]:
    """Give what is wrong with sound files together with all other mistakes, in the order of their places."""
    wrong = (Mistake(file, *each.place, each.message, each.expected) for each in sounds.wrong)
    return FileMistakes((*others, *wrong)).mistakes


def _doubts_of_exercises(library: Library, file: str, data: bytes) -> Iterator[PlacedDoubt]:
    path, source = Path(file), library.exercises
    found = read_exercises(data, file=file, id=path.stem, folder=path.parent, exercises=source)
    for draft in found.exercises.values():
        exercise = exercise_of(draft, _Breaths(found.breaths, source), Reading(file, path.parent))
        figure = draft.written.get(FIGURE)
        about_it = doubts_of_exercise(exercise) if exercise else ()
        for message in (*about_it, *(_of_figure(figure, exercise.lasting) if figure and exercise else ())):
            yield PlacedDoubt(draft.written.node.place, f"{draft.id}: {message}")


def _of_figure(figure: Figure, lasting: Lasting) -> Iterator[str]:
    from relaxtimer.library.doubts_about_figures import doubts_of_figure  # noqa: PLC0415 - most files have none

    return doubts_of_figure(figure, len(lasting.parts) if isinstance(lasting, Parts) else 0)


class _Breaths(Struct, frozen=True):
    """The breaths of a file, and behind them those of the library."""

    own: MappingType[str, Breath]
    library: Exercises

    def breath(self, name: str, /) -> Breath | None:
        """Give the breath of this name."""
        return self.own.get(name) or self.library.breath(name)

    def breath_names(self) -> Collection[str]:
        """Give the names of all breaths."""
        return {*self.own, *self.library.breath_names()}
