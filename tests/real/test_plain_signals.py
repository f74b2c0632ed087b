"""The plain face in a real terminal, and what a system does to it: signals, job control, a terminal that goes away."""

from __future__ import annotations

import os
import resource
import shlex
import signal
import subprocess
import sys
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
from tests.sound import server
from tests.terminal import Terminal, relaxtimer

pytestmark = pytest.mark.once

TREE = Path(__file__).parents[2]
AWAY = r"You were away for \d+ seconds?\. Paused where you were\.\nSpace: go on\."


def plain(routine: str) -> list[str]:
    """Ten times as fast, so that it begins soon; twenty minutes are two then."""
    return relaxtimer(routine, "--plain", "--speed", "10")


def shell(terminal: StartTerminal, command: str) -> Terminal:
    """A shell with job control that leaves the terminal as it is, in which the command is typed."""
    window = terminal(["bash", "--norc", "--noediting", "-i"], cols=200, env={"PS1": "ready> "})
    window.until("ready>")
    window.send(f"{command}\n")
    return window


def session_in(window: Terminal) -> int:
    """Wait until the hold has begun; the number of its process."""
    window.until("Begin")
    return running(window.pid, "relaxtimer")


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGQUIT, 131)],
)
def test_a_signal_ends_it_and_leaves_the_terminal_as_it_was(
    terminal: StartTerminal, long_hold: str, number: signal.Signals, status: int
) -> None:
    window = terminal(plain(long_hold))
    window.until("Begin")
    assert not window.sane()
    window.signal(number)
    assert window.wait() == status
    assert window.sane()
    assert processes_of(window.pid) == {}
    last = window.text().splitlines()[-1]
    assert last.startswith("Begin" if number is signal.SIGHUP else "Interrupted. ")


def test_control_c_ends_it_with_one_line(terminal: StartTerminal, long_hold: str) -> None:
    window = terminal(plain(long_hold))
    window.until("Begin")
    window.press("ctrl+c")
    assert window.wait() == 130
    assert window.text().splitlines()[-1].startswith("Interrupted. ")
    assert window.sane()


def test_control_z_stops_it_and_it_comes_back_paused(terminal: StartTerminal, long_hold: str) -> None:
    window = shell(terminal, shlex.join(plain(long_hold)))
    session = session_in(window)
    window.press("ctrl+z")
    window.until("Stopped")
    assert is_stopped(session)
    assert window.sane()
    pass_by(window, 1.1)
    window.send("fg\n")
    window.until(AWAY)
    assert not window.sane()
    window.press("space")
    window.until("Going on in 3 seconds")
    window.press("q", "y")
    window.until(r"of work\.|Nothing was done\.")
    window.until(r"ready>$")
    assert window.sane()


# A player process that notes what it is told.
TAKES_NOTES = """
import sys, threading, time
def live():
    while True:
        print('{"type":"Alive"}', flush=True)
        time.sleep(0.1)
threading.Thread(target=live, daemon=True).start()
for line in sys.stdin:
    with open(sys.argv[1], "a") as notes:
        notes.write(line)
"""
HEARD = f"""
import sys
from relaxtimer import plain
from relaxtimer.clock import SystemClock
from relaxtimer.practice import Plan
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.performer import Performer
from relaxtimer.sound.pipe import Pipe
from relaxtimer.sound.transport import Transport
from tests.core.making import hold, step, timeline
from tests.sound.sitting import opening
clock = SystemClock()
start = lambda: Pipe((sys.executable, "-c", {TAKES_NOTES!r}, sys.argv[1]))
player = lambda outlet: Performer(opening(), Transport(clock, notes_of), outlet, start=start)
plan = Plan(timeline=timeline(step(prepare=0, lasting=hold(600))), clock=clock, player=player)
plain.run(plan, out=sys.stdout, keys=None)
"""


def test_what_sounds_is_halted_before_it_stands_still(tmp_path: Path) -> None:
    notes = tmp_path / "notes"

    def noted(word: str) -> bool:
        return notes.exists() and word in notes.read_text(encoding="utf-8")

    command = [sys.executable, "-c", HEARD, str(notes)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=TREE, process_group=0) as session:
        try:
            server.until(lambda: noted("Go"), "it to begin")
            session.send_signal(signal.SIGTSTP)
            server.until(lambda: is_stopped(session.pid), "it to stop")
            server.until(lambda: noted("Halt"), "the player to be told")
        finally:
            session.kill()


def into_the_background(window: Terminal) -> None:
    """Stop the session and let it run where it has no keys, until it has said that it is back."""
    window.press("ctrl+z")
    window.until("Stopped")
    pass_by(window, 1.1)
    window.send("bg\n")


def fetched(window: Terminal) -> None:
    """Bring the session to the foreground, and wait until it takes keys."""
    assert window.sane()
    window.send("echo typed by $0\n")
    window.until("typed by bash")
    window.send("fg\n")
    until(window, lambda: not window.sane(), "the terminal to be taken")


def test_in_the_background_it_stands_still_until_it_is_fetched(terminal: StartTerminal, long_hold: str) -> None:
    window = shell(terminal, shlex.join(plain(long_hold)))
    session = session_in(window)
    window.press("space")
    window.until("Paused")
    into_the_background(window)
    window.until(AWAY)
    assert not is_stopped(session)
    fetched(window)
    assert "Going on" not in window.text()
    window.press("space")
    window.until("Going on in 3 seconds")
    window.press("ctrl+c")
    window.until("Interrupted")
    until(window, window.sane, "the terminal to be given back")


def test_a_session_that_hurts_keeps_its_choices_in_the_background(terminal: StartTerminal, long_hold: str) -> None:
    window = shell(terminal, shlex.join(plain(long_hold)))
    session = session_in(window)
    window.press("h")
    window.until("end here")
    into_the_background(window)
    window.until(r"(?s)end here.*end here")
    assert not is_stopped(session)
    fetched(window)
    assert "Ended here" not in window.text()
    window.press("x")
    window.until("Ended here")
    until(window, window.sane, "the terminal to be given back")


def test_started_in_the_background_it_takes_keys_once_it_is_fetched(terminal: StartTerminal, long_hold: str) -> None:
    window = shell(terminal, shlex.join(plain(long_hold)) + " &")
    window.until("Space: pause")
    window.until("Begin")
    assert window.sane()
    window.send("fg\n")
    until(window, lambda: not window.sane(), "the terminal to be taken")
    window.press("space")
    window.until("Paused")
    window.press("q", "y")
    window.until("Ended here")
    until(window, window.sane, "the terminal to be given back")


def test_stopped_unseen_it_comes_back_paused_and_takes_its_keys_again(terminal: StartTerminal, long_hold: str) -> None:
    window = shell(terminal, shlex.join(plain(long_hold)))
    session = session_in(window)
    os.kill(session, signal.SIGSTOP)
    until(window, lambda: is_stopped(session), "the process to stop")
    window.until("Stopped")
    pass_by(window, 2.2)
    window.send("fg\n")
    window.until(AWAY)
    assert not window.sane()
    window.press("space")
    window.until("Going on in 3 seconds")
    window.press("ctrl+c")
    window.until("Interrupted")
    until(window, window.sane, "the terminal to be given back")


def test_a_lone_sigcont_changes_nothing(terminal: StartTerminal, long_hold: str) -> None:
    window = terminal(plain(long_hold))
    window.until("Begin")
    window.signal(signal.SIGCONT)
    window.press("space")
    window.until("Paused")
    assert "away" not in window.text()
    assert share_of_a_core(window, window.pid) < 0.5
    window.press("q", "y")
    assert window.wait() == 0
    assert window.sane()


def test_without_keys_it_goes_on_by_itself_after_it_was_stopped(
    terminal: StartTerminal, long_hold: str, tmp_path: Path
) -> None:
    window = terminal(["sh", "-c", 'exec "$@" < /dev/null', "sh", *plain(long_hold)])
    window.until("Begin")
    window.signal(signal.SIGSTOP)
    until(window, lambda: is_stopped(window.pid), "the process to stop")
    pass_by(window, 2.2)
    window.signal(signal.SIGCONT)
    window.until(r"You were away for \d+ seconds. Paused where you were\.\nGoing on in 3 seconds")
    window.until("Now")
    window.signal(signal.SIGTERM)
    assert window.wait() == 143
    assert not list(tmp_path.glob("core*"))


def test_a_closed_window_ends_it(terminal: StartTerminal, long_hold: str) -> None:
    window = terminal(plain(long_hold))
    window.until("Begin")
    window.hang_up()
    assert window.wait() == 129
    assert processes_of(window.pid) == {}


def test_a_closed_window_ends_it_even_where_hanging_up_is_ignored(terminal: StartTerminal, long_hold: str) -> None:
    window = terminal(["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *plain(long_hold)])
    window.until("Begin")
    window.hang_up()
    assert window.wait() == 129


def test_lines_into_a_file_outlive_a_closed_window_where_hanging_up_is_ignored(
    terminal: StartTerminal, long_hold: str, tmp_path: Path
) -> None:
    lines = tmp_path / "lines.txt"
    # The shell leads the session: the kernel tells the program nothing, only its input ends.
    script = f'trap "" HUP; "$@" > {shlex.quote(str(lines))}; exit $?'
    window = terminal(["sh", "-c", script, "sh", *relaxtimer(long_hold, "--plain", "--speed", "500")])
    until(window, lambda: lines.exists() and "Begin" in lines.read_text(encoding="utf-8"), "it to begin")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    window.hang_up()
    assert window.wait() == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert lines.read_text(encoding="utf-8").splitlines()[-2:] == [
        "Finished.",
        "You did 1 of 1 steps: 20 minutes of work.",
    ]
    # Twenty minutes at this speed are 2.4 seconds: spinning on the closed terminal would use them up.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1.5


def test_a_terminal_that_takes_nothing_does_not_keep_it_from_ending(terminal: StartTerminal, many_steps: str) -> None:
    window = terminal(relaxtimer(many_steps, "--plain", "--speed", "1000", "--sound-output", "none"))
    window.until_raw(b"Step 1 ")
    until_it_stands_still(window.pid)
    window.signal(signal.SIGTERM)
    assert window.wait() == 143
    assert window.sane()


def test_a_terminal_that_takes_nothing_for_a_while_is_time_that_nobody_saw(
    terminal: StartTerminal, many_steps: str
) -> None:
    window = terminal(relaxtimer(many_steps, "--plain", "--speed", "1000", "--sound-output", "none"))
    window.until_raw(b"Step 1 ")
    until_it_stands_still(window.pid)
    # Two seconds are what may pass unseen; on a busy machine it may have stood still before its terminal was full.
    pass_by(terminal(["cat"]), 4)
    window.until(AWAY)
    assert "Finished" not in window.text()
    window.press("ctrl+c")
    assert window.wait() == 130
