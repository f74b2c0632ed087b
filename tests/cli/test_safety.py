"""`safety` without a terminal."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.safety import asked
from relaxtimer.core.asking.page import Interview
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.record.store import Store
from tests.cli.saying import Said, told
from tests.visits import screened


@pytest.mark.usefixtures("home")
def test_conditions_are_set_told_and_taken_back(capsys: Said) -> None:
    assert "bleed" in told(capsys, "safety", "--conditions", "bleed,knee")
    assert "in place of steps 2, 3 and 4" in " ".join(told(capsys, "show", "lower-back").split())
    assert "No condition is ticked." in told(capsys, "safety", "--conditions", "none")
    assert "in place of" not in told(capsys, "show", "lower-back")


@pytest.mark.usefixtures("home")
def test_a_condition_that_there_is_not_is_told_with_what_may_be_meant(capsys: Said) -> None:
    assert main(["safety", "--conditions", "bled"]) == 2
    assert "did you mean bleed?" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_the_questions_are_told_in_full_where_nobody_can_answer(capsys: Said) -> None:
    page = " ".join(told(capsys, "safety").split())
    assert all(f"{number}. " in page for number in range(1, 10))
    assert "cannot rule anything out" in page


def pages_of(asking: Generator[Interview, None, int], *keys: str) -> tuple[list[str], int]:
    """Answer with these keys, then with enter alone; give the titles of the pages, and the exit status."""
    seen: list[str] = []
    left = list(keys)
    while True:
        try:
            interview = next(asking)
        except StopIteration as end:
            return seen, end.value
        while (page := interview.page) is not None:
            seen.append(page.title)
            assert interview.press(left.pop(0) if left else "enter"), page


@pytest.mark.parametrize("level", [Level.EMERGENCY, Level.CLINICIAN_FIRST])
def test_put_off_the_answers_before_hold_and_it_is_told_what_stays_closed(home: Path, level: Level) -> None:
    screened(home, level)
    titles, status = pages_of(asked(Store(home)), "l")
    assert titles == ["Warning signs", "The stop rules, then", "Closed for now"]
    assert status == 3


def test_put_off_where_nothing_is_closed_the_conditions_are_asked_for(home: Path) -> None:
    screened(home)
    titles, status = pages_of(asked(Store(home)), "l")
    assert titles[:3] == ["Warning signs", "The stop rules, then", "What holds for you: 1 of 3"]
    assert status == 0
