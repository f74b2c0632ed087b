"""The plans there are: a person's own before the bundled ones, by name, or any file by its path."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from relaxtimer.core.programme.plan import WEEKDAYS, Plan, PlanDay, PlanWeek
from relaxtimer.library.definition import (
    AFTER,
    AUTHOR,
    FORMAT_FIELD,
    FREQUENCY,
    ID,
    NAME_TEXT,
    SOURCE,
    SUMMARY,
    TITLE,
    UNTIL,
)
from relaxtimer.library.library import LibraryError
from relaxtimer.library.opening import UnreadableError, read
from relaxtimer.library.reading.file import read_record
from relaxtimer.library.shelf import Shelf, has_path, shelf
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.characters import escaped
from relaxtimer.notation.mistakes import FileMistakes, Reading, quoted
from relaxtimer.notation.shapes.record import Field, Record, Written
from relaxtimer.notation.shapes.shape import ListOf
from relaxtimer.notation.shapes.time import Duration
from relaxtimer.notation.strict_yaml.nodes import Mapping, Sequence
from relaxtimer.notation.suggestion import did_you_mean
from relaxtimer.resources import ResourceNotFoundError, bundled

FOLDER = "plans"
_MOST_WEEKS, _MOST_A_DAY = 104, 10

ROUTINES = Field("routines", ListOf(ID, _MOST_A_DAY), "What to do, in this order.")
WALK = Field("walk", Duration(), "How long to walk, as a target.")
DAY = Record("a day", (ROUTINES, WALK))
_DAYS = tuple(Field(name, DAY, f"What {name.capitalize()} holds.") for name in WEEKDAYS)
DAYS = Field("days", Record("the days of a week", _DAYS), "What each day holds; a day that is left out is one of rest.")
WEEK_NAME = Field("name", NAME_TEXT, "What the week is about.")
WEEK = Record("a week", (WEEK_NAME, DAYS), required=("days",))
WEEKS = Field("weeks", ListOf(WEEK, _MOST_WEEKS, least=1, one=False), "The weeks, in order; the last one goes on.")
PLAN = Record(
    "a plan",
    (FORMAT_FIELD, TITLE, SUMMARY, AUTHOR, SOURCE, FREQUENCY, UNTIL, AFTER, WEEKS),
    required=("format", "name", "weeks"),
)


class Plans:
    """A person's plans, and those that come with the program."""

    def __init__(self, shelves: Shelves) -> None:
        """Look into the folders when they are asked for."""
        self._shelves = shelves

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of a plan, a person's own first."""
        return tuple(dict.fromkeys(file.name for each in self._folders for file in each.files))

    def plan(self, name: str) -> Plan:
        """Read a plan by its name or path.

        Raises `LibraryError` where there is none or it cannot be read, `FileMistakes` where there are mistakes in it.
        """
        path = self._find(name)
        try:
            data, _ = read(path)
        except UnreadableError as error:
            raise LibraryError(str(error), missing=error.missing) from None
        return read_plan(data, file=path, id_=Path(path).stem, routines=self._shelves.names)

    def _find(self, name: str) -> str:
        if has_path(name):
            return name
        found = next((file for each in self._folders if (file := each.find(name))), None)
        if found is None:
            there = f"expected {', '.join(self.names)}" if self.names else "there are no plans"
            raise LibraryError(
                f"there is no plan '{escaped(name)}'{did_you_mean(name, self.names)}: {there}", missing=True
            )
        return found.path

    @property
    def _folders(self) -> tuple[Shelf, ...]:
        own = shelf(self._shelves.folders.routines / FOLDER)
        try:
            return own, shelf(bundled("routines") / FOLDER)
        except ResourceNotFoundError:
            return (own,)


def read_plan(data: bytes, *, file: str, id_: str, routines: Collection[str]) -> Plan:
    """Read a plan, whose routines have to be among those given. Raises `FileMistakes`, with every mistake there is."""
    reading = Reading(file, None)
    written = read_record(data, PLAN, reading)
    if written is None:
        raise FileMistakes(reading.mistakes)
    _check_until(written, reading)
    _check_routines(written, routines, reading)
    reading.end()
    weeks = written.get(WEEKS) or ()
    return Plan(
        id=id_,
        name=written.get(TITLE) or "",
        weeks=tuple(_week(week, number) for number, week in enumerate(weeks, 1)),
        summary=written.get(SUMMARY) or "",
        author=written.get(AUTHOR) or "",
        source=written.get(SOURCE) or "",
        frequency=written.get(FREQUENCY) or "",
        until=written.get(UNTIL) or "",
        after=written.get(AFTER) or (),
    )


def _week(written: Written, number: int) -> PlanWeek:
    days = written.get(DAYS)
    found = [days.get(field) if days else None for field in _DAYS]
    return PlanWeek(
        written.get(WEEK_NAME) or f"Week {number}",
        tuple(PlanDay() if day is None else PlanDay(day.get(ROUTINES) or (), day.get(WALK) or 0) for day in found),
    )


def _check_until(written: Written, reading: Reading) -> None:
    until = written.get(UNTIL)
    if not until:
        return
    try:
        date.fromisoformat(until)
    except ValueError:
        place = written.place(UNTIL)
        reading.mistake(place, f"until is {quoted(until)}, a day that does not exist", "a date such as 2026-12-31")


def _check_routines(written: Written, routines: Collection[str], reading: Reading) -> None:
    """Tell each routine that there is not, where it stands."""
    for week in written.get(WEEKS) or ():
        days = week.get(DAYS)
        for field in _DAYS if days else ():
            day = days.get(field) if days else None
            for place, name in enumerate((day.get(ROUTINES) or ()) if day else ()):
                if day is not None and name not in routines:
                    _unknown(day, place, name, routines, reading)


def _unknown(day: Written, place: int, name: str, routines: Collection[str], reading: Reading) -> None:
    node: Mapping = day.node
    items = node.fields[ROUTINES.name]
    at = items.items[place].place if isinstance(items, Sequence) else items.place
    reading.mistake(at, f"there is no routine {quoted(name)}", "the name of a routine", near=(name, routines))
