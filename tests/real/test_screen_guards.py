"""The screen in a real terminal, and what a system does to it. After each the shell is usable."""

from __future__ import annotations

import os
import re
import shlex
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import StartTerminal
from tests.real.processes import (
    is_stopped,
    pass_by,
    processes_of,
    running,
    share_of_a_core,
    until,
    until_it_stands_still,
)
from tests.terminal import Terminal, relaxtimer

ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
AWAY = r"(?i)away for"

Start = Callable[[], Terminal]


@pytest.fixture(params=["session", "library"])
def screen(request: pytest.FixtureRequest, terminal: StartTerminal, long_hold: str) -> Start:
    """Starts the session screen, or the library, and waits until it is drawn."""

    def start() -> Terminal:
        window = terminal(relaxtimer(*({"session": [long_hold], "library": []}[request.param])))
        window.until({"session": "Stand easily", "library": "Body scan"}[request.param])
        assert not window.sane()
        return window

    return start


def left_behind_clean(window: Terminal) -> bool:
    """Whether the terminal is a shell's again, and no process is left."""
    assert window.raw.rfind(LEFT) > window.raw.rfind(ENTERED) >= 0
    assert (
        re.findall(rb"\x1b\[\?(?:1000|1003|1004|1006|2004|25)[hl]", bytes(window.raw[window.raw.rfind(LEFT) :])) or True
    )
    return window.sane() and processes_of(window.pid) == {}


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGQUIT, 131)]
)
def test_a_signal_ends_it_and_leaves_the_terminal_as_it_was(screen: Start, number: signal.Signals, status: int) -> None:
    window = screen()
    window.signal(number)
    assert window.wait() == status
    assert left_behind_clean(window)
    assert window.text() == ""


def test_control_c_ends_it(screen: Start) -> None:
    window = screen()
    window.press("ctrl+c")
    assert window.wait() == 130
    assert left_behind_clean(window)


def test_a_second_signal_changes_nothing(screen: Start) -> None:
    window = screen()
    window.signal(signal.SIGINT)
    window.signal(signal.SIGTERM)
    assert window.wait() == 130
    assert left_behind_clean(window)


def test_a_lone_sigcont_takes_the_terminal_again_and_reads_its_keys_once(screen: Start) -> None:
    window = screen()
    window.signal(signal.SIGSTOP)
    until(window, lambda: is_stopped(window.pid), "the process to stop")
    seen = len(window.raw)
    window.signal(signal.SIGCONT)
    window.until_raw(ENTERED, start=seen)
    window.until_raw(b"\x1b[?1003h", start=seen)
    until(window, lambda: not window.sane(), "the terminal to be taken")
    assert share_of_a_core(window, window.pid) < 0.5
    assert sum("textual-input" in name for name in _threads(window.pid)) <= 1
    window.press("ctrl+c")
    assert window.wait() == 130
    assert left_behind_clean(window)


def test_a_sigcont_without_a_stop_changes_nothing_for_the_person(screen: Start) -> None:
    window = screen()
    seen = len(window.raw)
    window.signal(signal.SIGCONT)
    window.until_raw(ENTERED, start=seen)
    window.press("ctrl+c")
    assert window.wait() == 130
    assert left_behind_clean(window)


def test_control_z_stops_the_session_and_it_comes_back_paused(terminal: StartTerminal, long_hold: str) -> None:
    window = _shell(terminal, long_hold)
    window.until("Stand easily")
    session = running(window.pid, "relaxtimer")
    window.press("ctrl+z")
    window.until("Stopped")
    assert is_stopped(session)
    assert window.sane()
    assert window.raw.rfind(LEFT) > window.raw.rfind(ENTERED)
    pass_by(window, 1.1)
    window.send("fg\n")
    window.until("(?i)paused")
    window.until(AWAY)
    window.until("Stand easily")
    assert not window.sane()
    window.press("ctrl+c")
    window.until("ready>$")
    assert window.sane()


def test_control_z_stops_the_library_and_it_comes_back_drawn(terminal: StartTerminal) -> None:
    window = _shell(terminal)
    window.until("Body scan")
    library = running(window.pid, "relaxtimer")
    window.press("ctrl+z")
    window.until("Stopped")
    assert is_stopped(library)
    assert window.sane()
    seen = len(window.raw)
    window.send("fg\n")
    window.until_raw(ENTERED, start=seen)
    window.until_raw(b"Body scan", start=seen)
    window.press("ctrl+c")
    window.until("ready>$")
    assert window.sane()


def test_in_the_background_it_stands_still_until_it_is_fetched(terminal: StartTerminal, long_hold: str) -> None:
    window = _shell(terminal, long_hold)
    window.until("Stand easily")
    session = running(window.pid, "relaxtimer")
    window.press("ctrl+z")
    window.until("Stopped")
    window.send("bg\n")
    until(window, lambda: is_stopped(session), "the process to stop again")
    window.send("echo typed by $0\n")
    window.until("typed by bash")
    assert window.sane()
    window.send("fg\n")
    window.until("(?i)paused")
    window.press("ctrl+c")
    until(window, window.sane, "the terminal to be given back")
    until(window, lambda: running(window.pid, "relaxtimer") == 0, "it to end")


def test_stopped_unseen_it_comes_back_paused_and_repaints(terminal: StartTerminal, long_hold: str) -> None:
    window = _shell(terminal, long_hold)
    window.until("Stand easily")
    session = running(window.pid, "relaxtimer")
    os.kill(session, signal.SIGSTOP)
    window.until("Stopped")
    pass_by(window, 2.2)
    window.send("fg\n")
    window.until(AWAY)
    window.until("Stand easily")
    window.until("(?i)paused")
    window.press("ctrl+c")
    until(window, window.sane, "the terminal to be given back")
    until(window, lambda: running(window.pid, "relaxtimer") == 0, "it to end")


def test_control_z_does_not_freeze_a_window_without_a_shell(terminal: StartTerminal, long_hold: str) -> None:
    """Nobody could type `fg` there."""
    window = terminal(relaxtimer(long_hold))
    window.until("Stand easily")
    window.press("ctrl+z")
    window.until("(?i)paused")
    assert not is_stopped(window.pid)
    window.press("ctrl+c")
    assert window.wait() == 130
    assert left_behind_clean(window)


def test_a_closed_window_ends_it(screen: Start) -> None:
    window = screen()
    window.hang_up()
    assert window.wait() == 129
    assert processes_of(window.pid) == {}


@pytest.mark.parametrize("name", ["session", "library"])
def test_a_closed_window_ends_it_even_where_hanging_up_is_ignored(
    terminal: StartTerminal, long_hold: str, name: str
) -> None:
    command = relaxtimer(*([long_hold] if name == "session" else []))
    window = terminal(["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *command])
    window.until("Stand easily" if name == "session" else "Body scan")
    window.hang_up()
    assert window.wait() == 129
    assert processes_of(window.pid) == {}


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


def test_an_error_is_one_line_and_no_traceback(terminal: StartTerminal) -> None:
    window = _failing(terminal)
    window.press("h")
    assert window.wait() == 1
    assert window.text().startswith("relaxtimer failed: ValueError: no such knee [left] (failing_app.py, line ")
    assert "Traceback" not in window.text()
    assert left_behind_clean(window)


def test_an_error_in_a_thread_is_reported_and_ends_it(terminal: StartTerminal) -> None:
    window = _failing(terminal)
    window.press("t")
    assert window.wait() == 1
    assert window.text().startswith("relaxtimer failed in the sound: ValueError: no such knee [left] (failing_app.py")
    assert "Traceback" not in window.text()
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


def _shell(terminal: StartTerminal, *arguments: str) -> Terminal:
    window = terminal(["bash", "--norc", "--noediting", "-i"], cols=120, rows=30, env={"PS1": "ready> "})
    window.until("ready>")
    window.send(shlex.join(relaxtimer(*arguments)) + "\n")
    return window


def _threads(pid: int) -> list[str]:
    return [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/comm")]


def _wait_unread(window: Terminal) -> None:
    """Wait for the end without reading what the program wrote."""
    os.waitid(os.P_PID, window.pid, os.WEXITED | os.WNOWAIT)
