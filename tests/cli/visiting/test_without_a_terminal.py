"""Where nobody can be asked: the short notice, and what blocks there too."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.cli.closing import SHORT_NOTICE
from relaxtimer.core.ratings import Ratings
from relaxtimer.core.safety.red_flags import Level
from tests.record.people import did
from tests.visits import screened


@pytest.mark.usefixtures("home")
def test_without_a_terminal_the_short_notice_is_told_and_the_routine_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["micro-break", "--plain", "--speed", "1000"]) == 0
    assert SHORT_NOTICE in capsys.readouterr().out


def test_that_pain_rose_or_answers_grew_old_brings_the_notice_again(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    screened(home)
    assert main(["micro-break", "--plain", "--speed", "1000"]) == 0
    assert SHORT_NOTICE not in capsys.readouterr().out
    did(home, before=Ratings(2), after=Ratings(4))
    assert main(["micro-break", "--plain", "--speed", "1000"]) == 0
    assert SHORT_NOTICE in capsys.readouterr().out


def test_a_file_of_a_session_comes_with_the_notice_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    render = ["render", "micro-break", "--no-voice", "-o", str(home / "x.wav")]
    assert main(render) == 0
    assert SHORT_NOTICE in capsys.readouterr().err
    screened(home)
    assert main(render) == 0
    assert SHORT_NOTICE not in capsys.readouterr().err


@pytest.mark.parametrize("level", [Level.EMERGENCY, Level.CLINICIAN_FIRST])
def test_what_was_answered_blocks_there_too(home: Path, level: Level, capsys: pytest.CaptureFixture[str]) -> None:
    screened(home, level)
    assert main(["lower-back", "--plain", "--speed", "1000"]) == 3
    told = capsys.readouterr().out
    assert "Open now: resonance-breathing" in told
    assert ("body-scan" in told) is (level is Level.CLINICIAN_FIRST)
    assert main(["lower-back", "--plain", "--speed", "1000", "--no-checkin"]) == 3
    assert main(["resonance-breathing", "--plain", "--speed", "1000"]) == 0
    assert main(["safety"]) == 3
    assert main(["render", "lower-back", "-o", str(home / "x.wav")]) == 3
