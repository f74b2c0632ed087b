"""The library of a person, as it comes to the screen."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from relaxtimer.cli import browse
from relaxtimer.cli.arguments import parse
from relaxtimer.cli.rows import rows as rows_of
from relaxtimer.library.library import Library
from relaxtimer.library.marks import Marks
from relaxtimer.practice import Plan
from relaxtimer.tui.library.desk import Desk, Wish
from relaxtimer.tui.library.row import Row
from tests.conftest import StartTerminal
from tests.terminal import relaxtimer

OWN = """
format: 1
name: My evening
steps:
  - {name: Sit, kind: relaxation, position: sitting, work: 30s}
"""


@pytest.fixture
def own(home: Path) -> Path:
    folder = home / "routines"
    folder.mkdir()
    (folder / "evening.yaml").write_text(OWN)
    (folder / "broken.yaml").write_text(OWN.replace("work:", "wrok:"))
    return folder


def opened(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[list[Row], dict[str, Plan | str]]:
    """What the screen is given: the rows, and what opening each of them gives."""
    given: list[Row] = []
    plans: dict[str, Plan | str] = {}

    def run_library(desk: Desk, _theme: str) -> int:
        given.extend(desk.rows())
        plans.update({row.name: desk.open(row.id, Wish()) for row in given})
        return 0

    monkeypatch.setattr("relaxtimer.tui.library.run_library", run_library)
    assert browse.browse(parse(arguments)) == 0
    return given, plans


@pytest.mark.usefixtures("own")
def test_ones_own_routines_come_first_and_every_bundled_one_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, plans = opened(monkeypatch)
    assert [(row.name, row.origin) for row in rows[:2]] == [("broken", "yours"), ("My evening", "yours")]
    assert {row.origin for row in rows[2:]} == {"bundled"}
    assert [row.name for row in rows if not row.mistake and not isinstance(plans[row.name], Plan)] == []


def test_routines_of_one_name_have_the_names_of_their_files_too(monkeypatch: pytest.MonkeyPatch, own: Path) -> None:
    (own / "my-copy.yaml").write_text(OWN)
    rows, _ = opened(monkeypatch)
    assert [row.alias for row in rows if row.name == "My evening"] == ["evening", "my-copy"]
    assert {row.alias for row in rows if row.name != "My evening"} == {""}


@pytest.mark.usefixtures("home")
def test_the_lengths_of_the_list_are_those_of_the_sessions(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, plans = opened(monkeypatch)
    for row in rows:
        plan = plans[row.name]
        assert isinstance(plan, Plan)
        assert row.total == plan.timeline.total
        assert row.positions == tuple(each.words for each in plan.timeline.routine.positions)


def test_a_file_with_a_mistake_has_it_without_its_folder(monkeypatch: pytest.MonkeyPatch, own: Path) -> None:
    rows, plans = opened(monkeypatch)
    assert rows[0].mistake.startswith("broken.yaml:5:")
    assert rows[0].file == str(own / "broken.yaml")
    assert isinstance(plans["broken"], str)


@pytest.mark.usefixtures("own")
def test_minutes_hold_for_every_routine_that_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    _, plans = opened(monkeypatch, "--minutes", "5")
    fitted = plans["Lower back: the full release"]
    assert isinstance(fitted, str) or fitted.timeline.total <= 5 * 60_000
    assert all(isinstance(plan, str) or plan.timeline.total <= 5 * 60_000 for plan in plans.values())


def test_what_is_wrong_with_ones_own_exercises_is_told_first(own: Path) -> None:
    (own / "exercises").mkdir()
    (own / "exercises" / "mine.yaml").write_text("format: 1\nexercises: 3\n")
    listing = Library().listing()
    rows = rows_of(listing, Marks(), {}, 0)
    assert rows[0].mistake == listing.notices[0]


@pytest.mark.usefixtures("own")
def test_a_routine_is_searched_started_and_left_in_a_real_terminal(terminal: StartTerminal) -> None:
    window = terminal(relaxtimer(), cols=100, rows=30)
    window.until("My evening")
    window.send("evening")
    window.until("4 of 22")
    window.press("enter")
    window.until("Sit")
    window.press("q")
    window.until(r"1\s+Leave")
    window.press("1")
    window.until("4 of 22")
    window.press("escape")
    window.until_gone("4 of 22")
    window.press("q")
    assert window.wait() == 0
    assert window.sane()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_ends_the_library_and_leaves_the_terminal_usable(
    terminal: StartTerminal, number: signal.Signals, status: int
) -> None:
    window = terminal(relaxtimer(), cols=100, rows=30)
    window.until("enter Start")
    window.signal(number)
    assert window.wait() == status
    assert window.sane()
