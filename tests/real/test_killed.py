"""Killed at random moments, a session leaves everything behind that it had shown as done, in a sound file."""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path

import pytest

from relaxtimer.cli import main
from relaxtimer.record.opening import FILE
from tests.conftest import StartTerminal
from tests.real.processes import pass_by
from tests.terminal import relaxtimer

pytestmark = pytest.mark.once

KILLS = int(os.environ.get("KILLS", "16"))
"""How many times; set it to try more."""

ROUTINE = "format: 1\nname: Many\nsteps:\n" + "".join(
    f"  - {{name: Step {number}, kind: stretch, position: standing, prepare: 0s, work: 3s}}\n"
    for number in range(1, 400)
)
STEP = 3 / 60
"""How long a step of it lasts at sixty times the speed, in seconds."""
# Seconds; set it to a minute to try that.
STOPPED = float(os.environ.get("STOPPED", "4"))
SHOWN = re.compile(r"^Step (\d+) of", re.MULTILINE)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    file = tmp_path / "many.yaml"
    file.write_text(ROUTINE)
    return file


@pytest.mark.parametrize("number", range(KILLS))
def test_what_was_shown_as_done_is_in_the_record(home: Path, many: Path, number: int) -> None:
    chance = random.Random(number)
    lines, moment = chance.randint(1, 40), chance.uniform(0, STEP)
    command = relaxtimer(str(many), "--plain", "--speed", "60", "--sound-output", "none")
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        shown = [process.stdout.readline() for _ in range(12 + lines)]
        # Not always as a line was printed: in the middle of what is written too.
        with suppress(subprocess.TimeoutExpired):
            process.wait(moment)
        process.kill()
        shown.append(process.stdout.read())
    begun = max(map(int, SHOWN.findall("".join(shown))))
    with closing(sqlite3.connect(home / FILE)) as record:
        assert record.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        done = {number for (number,) in record.execute("SELECT number FROM step WHERE outcome = 'done'")}
        assert record.execute("SELECT outcome FROM session").fetchall() == [("open",)]
    assert done >= set(range(1, begun))


def test_the_history_calls_it_cut_off(home: Path, many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = relaxtimer(str(many), "--plain", "--speed", "60", "--sound-output", "none")
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while "Step 3 of" not in process.stdout.readline():
            pass
        process.kill()
    assert main(["history"]) == 0
    assert "cut off" in capsys.readouterr().out
    assert (home / FILE).exists()


def test_while_it_was_stopped_nothing_was_counted(home: Path, long_hold: str, terminal: StartTerminal) -> None:
    window = terminal(relaxtimer(long_hold, "--plain", "--sound-output", "none"))
    window.until("Begin")
    os.kill(window.pid, signal.SIGSTOP)
    pass_by(window, STOPPED)
    os.kill(window.pid, signal.SIGCONT)
    window.until("You were away")
    window.press("q")
    window.until("Leave")
    window.press("y")
    assert window.wait() == 0
    with closing(sqlite3.connect(home / FILE)) as record:
        ((spent, outcome),) = record.execute("SELECT spent, outcome FROM session").fetchall()
    assert outcome == "left"
    assert spent < STOPPED * 1_000
