"""The screen where something fails: its terminal takes nothing, its program has a fault, its colours are unwanted."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.conftest import StartTerminal
from tests.real.processes import pass_by, until_it_stands_still
from tests.real.screens import AWAY, ENTERED, LEFT, left_behind_clean
from tests.terminal import Terminal, relaxtimer

pytestmark = pytest.mark.once


def test_a_terminal_that_takes_nothing_does_not_keep_it_from_ending(terminal: StartTerminal) -> None:
    window = _failing(terminal)
    window.press("b")
    window.until_raw(b"....")
    until_it_stands_still(window.pid)
    window.signal(signal.SIGTERM)
    _wait_unread(window)
    assert window.sane()
    assert window.wait() == 143
    assert window.raw.rfind(LEFT) > window.raw.rfind(ENTERED)


def test_a_terminal_that_took_nothing_for_a_while_is_time_that_nobody_saw(
    terminal: StartTerminal, breathing: str
) -> None:
    window = terminal(relaxtimer(breathing), cols=120, rows=36)
    window.until("Slow breath")
    window.until("(?i)in")
    until_it_stands_still(window.pid)
    pass_by(terminal(["cat"]), 1.2)
    window.until(AWAY)
    window.until("(?i)paused")
    window.press("ctrl+c")
    assert window.wait() == 130
    assert left_behind_clean(window)


def test_an_error_is_raised_once_the_terminal_is_given_back(terminal: StartTerminal) -> None:
    window = _failing(terminal)
    window.press("h")
    assert window.wait() == 1
    assert window.text() == "raised: no such knee [left]"
    assert left_behind_clean(window)


def test_an_error_in_a_thread_ends_it_and_is_raised(terminal: StartTerminal) -> None:
    window = _failing(terminal)
    window.press("t")
    assert window.wait() == 1
    assert window.text() == "raised: no such knee [left]"
    assert left_behind_clean(window)


def test_being_interrupted_while_it_is_still_loaded_is_no_error(
    terminal: StartTerminal, long_hold: str, tmp_path: Path
) -> None:
    """A Textual that presses ctrl+c as it is imported."""
    package = tmp_path / "textual"
    package.mkdir()
    (package / "__init__.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n", encoding="utf-8")
    window = terminal(relaxtimer(long_hold), env={"PYTHONPATH": str(tmp_path)})
    assert window.wait() == 130
    assert "Traceback" not in window.text()
    assert window.sane()


@pytest.mark.parametrize("value", ["1", ""])
def test_no_color_draws_without_colour_and_without_failing(terminal: StartTerminal, long_hold: str, value: str) -> None:
    window = terminal(relaxtimer(long_hold), env={"NO_COLOR": value})
    window.until("Stand easily")
    colours = rb"\x1b\[[0-9;]*(?:[34]8;[25]|\b3[0-7]\b|\b4[0-7]\b)[0-9;]*m"
    window.press("ctrl+c")
    assert window.wait() == 130
    assert left_behind_clean(window)
    if value:
        assert not re.search(colours, bytes(window.raw))


def _failing(terminal: StartTerminal) -> Terminal:
    window = terminal([sys.executable, str(Path(__file__).with_name("failing_app.py"))])
    window.until("ready to fail")
    return window


def _wait_unread(window: Terminal) -> None:
    """Wait for the end without reading what the program wrote."""
    os.waitid(os.P_PID, window.pid, os.WEXITED | os.WNOWAIT)
