"""`history` and `stats`: what was done, and the weeks in numbers."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relaxtimer.core.impact import Impact
from relaxtimer.core.ratings import Ratings
from relaxtimer.record.answers import write_impact
from relaxtimer.record.clock import day_of
from relaxtimer.record.store import Store
from tests.cli.saying import Said, told
from tests.record.people import did


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("command", ["history", "stats"])
def test_an_empty_record_is_no_failure(capsys: Said, command: str) -> None:
    assert told(capsys, command) == "Nothing was recorded yet.\n"
    assert json.loads(told(capsys, command, "--json")) is not None


@pytest.mark.usefixtures("practised")
def test_the_history_is_the_latest_first(capsys: Said) -> None:
    lines = told(capsys, "history").splitlines()
    assert [line.split()[3] for line in lines[1:6]] == [
        "micro-break",
        "lower-back",
        "desk-reset",
        "lower-back",
        "lower-back",
    ]
    assert "rehearsed ×60" in lines[1]
    assert "left early" in lines[3]
    assert "6→4" in lines[5]
    assert "something hurt" in lines[5]


@pytest.mark.usefixtures("practised")
def test_the_history_fits_a_narrow_terminal_and_can_be_of_one_routine(
    capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = told(capsys, "history", "--routine", "desk-reset", "--most", "3").splitlines()
    assert max(map(len, lines)) <= 40
    assert "lower-back" not in " ".join(lines)


@pytest.mark.usefixtures("practised")
def test_the_history_for_programs_has_everything(capsys: Said) -> None:
    first = json.loads(told(capsys, "history", "--json"))[-1]
    assert (first["routine"], first["seconds"], first["steps_done"], first["hurt"]) == ("lower-back", 720.0, 2, 1)
    assert first["before"] == {"pain": 6, "stiffness": 6, "stress": 4}


@pytest.mark.usefixtures("practised")
def test_stats_have_a_count_beside_every_average_and_no_word_for_small_changes(capsys: Said) -> None:
    page = told(capsys, "stats")
    assert page.startswith("4 sessions since ")
    assert "1 rehearsal not counted." in page
    assert "lower-back                      6.0 →  4.5  (2 sessions)" in page
    assert "pain       6.0 (2 sessions) → 3.5 (2 sessions): meaningfully lower" in page
    assert "stiffness  6.0 (1 session) → 5.0 (1 session): within normal noise" in page
    assert "stress     4.0 (1 session); nothing to compare yet" in page
    assert "left   " in page
    assert "streak" not in page


def test_stats_tell_how_the_weeks_were_and_compare_the_last_with_the_first(practised: Path, capsys: Said) -> None:
    assert "got in the way" not in told(capsys, "stats")
    at = datetime(2026, 11, 1, 9, tzinfo=UTC)
    store = Store(practised)
    for week, (activity, sleep) in enumerate([(6, 4), (5, None), (None, None), (3, 4)]):
        with store.writing() as record:
            write_impact(record, Impact(day_of(at) + 7 * week, activity, sleep), at)
    store.close()
    page = told(capsys, "stats")
    assert "  2026-11-08  activity  5  sleep  –\n" in page
    assert "  activity   6 → 3: meaningfully lower\n  sleep      4 → 4: within normal noise\n" in page
    assert "2026-11-15" not in page
    assert json.loads(told(capsys, "stats", "--json"))["impact"][-1] == {
        "day": "2026-11-22", "activity": 3, "sleep": 4,
    }  # fmt: skip


@pytest.mark.usefixtures("practised")
def test_stats_for_programs_are_the_same(capsys: Said) -> None:
    found = json.loads(told(capsys, "stats", "--json"))
    assert (found["sessions"], found["rehearsals"], found["seconds"]) == (4, 1, 41 * 60)
    assert found["averages"]["pain"]["meaning"] == "meaningfully lower"
    assert len(found["weeks"]) == 6


def test_rehearsals_alone_are_no_practice(home: Path, capsys: Said) -> None:
    did(home, speed=10)
    assert told(capsys, "stats").startswith("0 sessions")


def test_rehearsals_are_in_no_average(home: Path, capsys: Said) -> None:
    did(home, days_ago=30, before=Ratings(6))
    did(home, days_ago=29, before=Ratings(0), speed=10)
    did(home, before=Ratings(4))
    assert "pain       6.0 (1 session) → 4.0 (1 session): meaningfully lower" in told(capsys, "stats")
