"""What happens to messages when the other side does not take them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from relaxtimer.sound import pipe as module
from relaxtimer.sound.messages import Alive, Halt, Lost, Report
from relaxtimer.sound.pipe import MOST_WAITING, Pipe
from tests.real.processes import children_of, processes_of
from tests.sound.crowding import no_more_threads
from tests.sound.server import PATIENCE, until

TREE = Path(__file__).parents[2]

ECHO = """
import sys
for line in sys.stdin:
    print('{"type":"Lost","why":"' + line.strip().replace('"', "'") + '"}', flush=True)
    if "Close" in line:
        break
"""
DEAF = 'import time; print(\'{"type":"Alive"}\', flush=True); time.sleep(600)'
MUMBLES = "print('not a message', flush=True); import time; time.sleep(600)"


@pytest.fixture
def talk() -> object:
    made: list[Pipe] = []

    def start(program: str) -> Pipe:
        made.append(Pipe((sys.executable, "-c", program)))
        return made[-1]

    yield start
    for pipe in made:
        pipe.kill()


Talk = Callable[[str], Pipe]


def until_gone(pipe: Pipe) -> None:
    """Wait until nothing is left: what was killed may still take a moment to end."""
    until(lambda: not processes_of(pipe.pid), "the process to be gone")


def report_of(pipe: Pipe) -> Report | None:
    return pipe.reports.get(timeout=PATIENCE)


def test_messages_go_both_ways(talk: Talk) -> None:
    pipe = talk(ECHO)
    pipe.send([Halt()])
    assert report_of(pipe) == Lost("{'type':'Halt'}")


def test_closing_asks_first_and_leaves_nothing_behind(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIME_TO_END", PATIENCE)
    pipe = talk(ECHO)
    pipe.close()
    assert report_of(pipe) == Lost("{'type':'Close'}")
    assert report_of(pipe) is None
    until_gone(pipe)


def test_a_process_that_does_not_end_is_killed(talk: Talk) -> None:
    pipe = talk(DEAF)
    assert report_of(pipe) == Alive()
    pipe.close()
    until_gone(pipe)


def test_a_process_that_takes_nothing_is_killed_and_nobody_waits_for_it(talk: Talk) -> None:
    pipe = talk(DEAF)
    assert report_of(pipe) == Alive()
    filling = Lost("x" * 1_000)
    for _ in range(MOST_WAITING * 2):
        pipe.send([filling])  # type: ignore[list-item] # anything that takes room
    assert report_of(pipe) is None
    pipe.kill()
    until_gone(pipe)


def test_a_process_that_makes_no_sense_is_heard_no_more(talk: Talk) -> None:
    assert report_of(talk(MUMBLES)) is None


def test_the_end_of_a_process_is_noticed(talk: Talk) -> None:
    assert report_of(talk("")) is None


def test_a_program_that_is_not_there_cannot_be_started() -> None:
    with pytest.raises(OSError, match="No such file"):
        Pipe(("/nowhere/python",))


def test_where_no_thread_can_be_started_no_process_is_left() -> None:
    before = children_of(os.getpid())
    with no_more_threads(), pytest.raises(OSError, match="no thread can be started"):
        Pipe((sys.executable, "-c", DEAF))
    assert children_of(os.getpid()) == before


TAKES_NOTES = "import sys; [open(sys.argv[1], 'a').write(line) for line in sys.stdin]"
STANDS_STILL = f"""
import os, signal, sys
from relaxtimer.sound.messages import Halt
from relaxtimer.sound.pipe import Pipe
pipe = Pipe((sys.executable, "-c", {TAKES_NOTES!r}, sys.argv[1]))
pipe.send([Halt()] * 1_000)
pipe.settle({PATIENCE})
os.kill(os.getpid(), signal.SIGSTOP)
"""


def test_what_was_sent_arrives_although_the_sender_stands_still(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    with subprocess.Popen([sys.executable, "-c", STANDS_STILL, str(notes)], cwd=TREE) as sender:
        try:
            until(lambda: notes.exists() and notes.read_text().count("Halt") == 1_000, "all that was sent")
        finally:
            sender.send_signal(signal.SIGKILL)


def test_nobody_waits_for_a_process_that_takes_nothing_or_is_gone(talk: Talk) -> None:
    pipe = talk(DEAF)
    pipe.send([Lost("x" * 1_000)] * (MOST_WAITING // 2))  # type: ignore[list-item] # anything that takes room
    assert not pipe.settle()
    pipe.kill()
    assert pipe.settle(PATIENCE)
