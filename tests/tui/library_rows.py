"""Rows and plans for tests of the library screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widget import Widget

from relaxtimer.cli.desk import OwnSettings
from relaxtimer.clock import FakeClock
from relaxtimer.core.body import Position
from relaxtimer.core.routine import Item
from relaxtimer.practice import Plan, silent
from relaxtimer.tui.library.app import LibraryApp
from relaxtimer.tui.library.desk import Made, Wish
from relaxtimer.tui.library.panel import Panel
from relaxtimer.tui.library.routine_list import RoutineList
from relaxtimer.tui.library.row import Row
from relaxtimer.tui.library.screen import LibraryScreen
from relaxtimer.tui.library.settings_desk import SettingsDesk
from relaxtimer.tui.screens.history import Report
from tests.core.making import breaths, step, timeline, two_sided
from tests.visits import JustTheSession

BALL = Row(
    id="ball",
    file="ball.yaml",
    name="Tennis ball: wall, then floor",
    origin="bundled",
    total=540_000,
    summary="Slow pressure on the muscles of the back and hips.",
    tags=("massage", "lower-back"),
    equipment=("tennis ball", "wall"),
    positions=("standing", "on your back"),
    also=("supine",),
)
DESK = Row(
    id="desk",
    file="desk.yaml",
    name="Desk reset",
    origin="bundled",
    total=300_000,
    summary="Between two meetings.",
    tags=("work",),
    equipment=("chair",),
    positions=("sitting",),
)
MINE = Row(
    id="mine", file="mine.yaml", name="My evening", origin="yours", total=90_000, positions=("on hands and knees",)
)
BROKEN = Row(
    id="broken",
    name="broken",
    origin="yours",
    mistake='broken.yaml:3:5: "wrok" is not a field of a step; did you mean "work"?',
    file="/home/someone/routines/broken.yaml",
)
ROWS = (BROKEN, MINE, BALL, DESK)
ITEMS = (
    two_sided("Wall ball", position=Position.STANDING),
    step("Quiet breathing", breaths(3), position=Position.SUPINE),
)


def plan_of(*items: Item) -> Plan:
    return Plan(timeline=timeline(*(items or ITEMS)), clock=FakeClock(), player=silent)


@dataclass
class Opening:
    """An `open_plan` that remembers what was opened."""

    answer: Plan | str | None = None
    opened: list[str] = field(default_factory=list)

    def __call__(self, routine: str) -> Plan | str:
        self.opened.append(routine)
        return plan_of() if self.answer is None else self.answer


class FakeDesk:
    """A desk that keeps no files."""

    def __init__(self, rows: Sequence[Row], opening: Opening) -> None:
        self.listed = list(rows)
        self.opening = opening
        self.wishes: list[Wish] = []
        self.version = 0
        self.first_time = False
        self.own_settings: SettingsDesk | None = None
        self.made = Made(why="Nothing is written here.")
        self.command: tuple[str, ...] = ()
        self.trouble = ""

    def rows(self) -> Sequence[Row]:
        return tuple(self.listed)

    def open(self, file: str, wish: Wish) -> Plan | str:
        self.wishes.append(wish)
        broken = (f"1 mistake\n{row.mistake}" for row in self.listed if row.id == file and row.mistake)
        return next(broken, None) or self.opening(file)

    def visit(self, file: str, wish: Wish) -> JustTheSession:
        plan = self.open(file, wish)
        assert isinstance(plan, Plan)
        return JustTheSession(plan)

    def history(self) -> Report:
        return Report(("One session.",), ("1  lower-back",))

    def welcome(self) -> bool:
        return self.first_time

    @property
    def settings(self) -> SettingsDesk:
        return self.own_settings or OwnSettings(self.editor)

    def stamp(self) -> int:
        return self.version

    def favour(self, row: Row) -> str:
        if not self.trouble:
            place = self.listed.index(row)
            self.listed[place] = replace(row, favourite=not row.favourite)
        return self.trouble

    def editor(self, file: str) -> tuple[str, ...]:
        return (*self.command, file) if self.command else ()

    def copy(self, row: Row) -> Made:
        assert row.file or row.id
        return self.made

    def new(self) -> Made:
        return self.made


class Library:
    """A library app under test, by what a person sees of it."""

    def __init__(self, rows: Sequence[Row] = ROWS, opening: Opening | None = None, *, first_time: bool = False) -> None:
        self.opening = opening or Opening()
        self.desk = FakeDesk(rows, self.opening)
        self.desk.first_time = first_time
        self.app = LibraryApp(self.desk)

    @property
    def screen(self) -> LibraryScreen:
        screen = self.app.screen
        assert isinstance(screen, LibraryScreen)
        return screen

    def text(self, name: str) -> str:
        widget = self.screen.query_one(f"#{name}")
        assert isinstance(widget, Widget)
        if not widget.display:
            return ""
        return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height)).rstrip()

    @property
    def routines(self) -> RoutineList:
        return self.screen.query_one(RoutineList)

    @property
    def panel(self) -> Panel:
        return self.screen.query_one(Panel)

    @property
    def chosen(self) -> str:
        return self.routines.chosen.id if self.routines.chosen else ""

    @property
    def names(self) -> list[str]:
        return [row.id for row in self.routines.rows]


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys by their names, and wait until all is shown."""
    await pilot.press(*keys)
    await pilot.pause()


async def write(pilot: Pilot[None], text: str) -> None:
    """Type a text."""
    await press(pilot, *("space" if letter == " " else letter for letter in text))
