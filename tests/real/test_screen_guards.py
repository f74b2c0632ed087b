"""The screen in a real terminal, and what a system does to it. After each the shell is usable."""

from __future__ import annotations

import os
import signal
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
    switches,
    until,
    until_it_stands_still,
)
from tests.real.screens import AWAY, ENTERED, LEFT, left_behind_clean, shell
from tests.terminal import Terminal, relaxtimer

Start = Callable[[], Terminal]


@pytest.fixture(params=["session", "library"])
def screen(request: pytest.FixtureRequest, terminal: StartTerminal, long_hold: str) -> Start:
    """Starts the session screen, or the library, and waits until it is drawn."""

    def start() -> Terminal:
        window = terminal(relaxtimer(*({"session": [long_hold], "library": []}[request.param])))
        window.until({"session": "Stand easily", "library": "Desk reset"}[request.param])
        assert not window.sane()
        return window

    return start


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
    # Which of two that come at once is taken first is the kernel's affair, where there are threads to take them.
    assert window.wait() in {130, 143}
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
    window = shell(terminal, long_hold)
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
    window = shell(terminal)
    window.until("Desk reset")
    library = running(window.pid, "relaxtimer")
    window.press("ctrl+z")
    window.until("Stopped")
    assert is_stopped(library)
    assert window.sane()
    seen = len(window.raw)
    window.send("fg\n")
    window.until_raw(ENTERED, start=seen)
    window.until_raw(b"Desk reset", start=seen)
    window.press("ctrl+c")
    window.until("ready>$")
    assert window.sane()


def test_in_the_background_it_stands_still_until_it_is_fetched(terminal: StartTerminal, long_hold: str) -> None:
    window = shell(terminal, long_hold)
    window.until("Stand easily")
    session = running(window.pid, "relaxtimer")
    window.press("ctrl+z")
    window.until("Stopped")
    before = switches(session)
    window.send("bg\n")
    until(window, lambda: switches(session) != before and is_stopped(session), "the process to run and stop again")
    window.send("echo typed by $0\n")
    window.until("typed by bash")
    assert window.sane()
    window.send("fg\n")
    window.until("(?i)paused")
    window.press("ctrl+c")
    until(window, window.sane, "the terminal to be given back")
    until(window, lambda: running(window.pid, "relaxtimer") == 0, "it to end")


def test_stopped_unseen_it_comes_back_paused_and_repaints(terminal: StartTerminal, long_hold: str) -> None:
    window = shell(terminal, long_hold)
    window.until("Work")
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


def test_a_closed_window_ends_it_even_where_hanging_up_is_ignored(terminal: StartTerminal, long_hold: str) -> None:
    window = terminal(["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *relaxtimer(long_hold)])
    window.until("Stand easily")
    window.hang_up()
    assert window.wait() == 129
    assert processes_of(window.pid) == {}


# The library looks at its files once a second; in between it stands still.
BETWEEN_LOOKS = 30


def test_a_closed_window_ends_it_where_nothing_but_the_end_of_its_input_tells(terminal: StartTerminal) -> None:
    """The kernel signals the shell alone, and a list that nobody moves in is not drawn."""
    window = terminal(["sh", "-c", 'trap "" HUP; "$@"; exit $?', "sh", *relaxtimer()])
    window.until("Desk reset")
    until_it_stands_still(running(window.pid, "relaxtimer"), reading=window, looks=BETWEEN_LOOKS)
    window.hang_up()
    assert window.wait() == 129
    assert processes_of(window.pid) == {}


def _threads(pid: int) -> list[str]:
    return [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/comm")]
