"""`safety` without a terminal."""

from __future__ import annotations

import pytest

from relaxtimer.cli import main
from tests.cli.saying import Said, told


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
