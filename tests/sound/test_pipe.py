"""What happens to messages when the other side does not take them."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from relaxtimer.sound.messages import Alive, Halt, Lost, Report
from relaxtimer.sound.pipe import MOST_WAITING, Pipe
from tests.real.processes import processes_of
from tests.sound.server import PATIENCE

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


def report_of(pipe: Pipe) -> Report | None:
    return pipe.reports.get(timeout=PATIENCE)


def test_messages_go_both_ways(talk: Talk) -> None:
    pipe = talk(ECHO)
    pipe.send([Halt()])
    assert report_of(pipe) == Lost("{'type':'Halt'}")


def test_closing_asks_first_and_leaves_nothing_behind(talk: Talk) -> None:
    pipe = talk(ECHO)
    pipe.close()
    assert report_of(pipe) == Lost("{'type':'Close'}")
    assert report_of(pipe) is None
    assert not processes_of(pipe.pid)


def test_a_process_that_does_not_end_is_killed(talk: Talk) -> None:
    pipe = talk(DEAF)
    assert report_of(pipe) == Alive()
    pipe.close()
    assert not processes_of(pipe.pid)


def test_a_process_that_takes_nothing_is_killed_and_nobody_waits_for_it(talk: Talk) -> None:
    pipe = talk(DEAF)
    assert report_of(pipe) == Alive()
    filling = Lost("x" * 1_000)
    for _ in range(MOST_WAITING * 2):
        pipe.send([filling])  # type: ignore[list-item] # anything that takes room
    assert report_of(pipe) is None
    pipe.kill()
    assert not processes_of(pipe.pid)


def test_a_process_that_makes_no_sense_is_heard_no_more(talk: Talk) -> None:
    assert report_of(talk(MUMBLES)) is None


def test_the_end_of_a_process_is_noticed(talk: Talk) -> None:
    assert report_of(talk("")) is None


def test_a_program_that_is_not_there_cannot_be_started() -> None:
    with pytest.raises(OSError, match="No such file"):
        Pipe(("/nowhere/python",))
