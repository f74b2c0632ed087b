"""Everything that happens to sound: the session goes on in time, says so, and is heard again in step."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from relaxtimer.core.events import Command
from relaxtimer.core.lasting import Repetitions
from relaxtimer.core.pattern import Motion, PatternPhase, Tempo
from relaxtimer.core.states import State
from relaxtimer.machine import MILLISECOND, SECOND
from relaxtimer.sound import lifeline
from tests.core.making import step, timeline
from tests.real.processes import processes_of
from tests.sound.server import PATIENCE, Recorder, Server, onsets, sound_server, until
from tests.sound.sitting import Sitting, need_simpleaudio, opening, sitting

TREE = Path(__file__).parents[2]
# A tick every second, without end as far as a test is concerned.
PHASE = 1_000
TEMPO = Tempo((PatternPhase(Motion.UP, PHASE), PatternPhase(Motion.DOWN, PHASE)))
MOVING = timeline(step("Roll", Repetitions(200, TEMPO), prepare=0))
# Seconds. The person is told within one on a machine that has nothing else to do.
TOLD_WITHIN = 3.0
BACK_WITHIN = 12.0
# The device's own delay, which changes with what it has queued, and the blocks in which the sink plays.
IN_STEP = 250 * MILLISECOND


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with sound_server() as made:
        for name, value in made.environment.items():
            monkeypatch.setenv(name, value)
        yield made


def heard_in_step(sat: Sitting, recorder: Recorder, since: int) -> None:
    """Wait for three sounds in a row that are on the clock of the session.

    What a busy machine is late with is made up for; a player that is off stays off.
    """
    grid = PHASE * MILLISECOND

    def off() -> list[int]:
        found = onsets(recorder.samples[since:], 0.003)[1:]
        start = sat.start
        return [(recorder.time_of(since + frame) - start + grid // 2) % grid - grid // 2 for frame in found]

    def in_step() -> bool:
        last = off()[-3:]
        return len(last) == 3 and max(map(abs, last)) < IN_STEP

    try:
        sat.until(in_step, "three sounds in step")
    except AssertionError as error:
        error.add_note(f"off by, in seconds: {[each / SECOND for each in off()]}")
        raise


def goes_on(sat: Sitting, happens: Callable[[], None]) -> None:
    """Let something happen to the sound: the person is told, sees flashes, and the session does not care."""
    start = sat.start
    happens()
    sat.until_lost(TOLD_WITHIN)
    sat.for_cues(1)
    assert sat.session.state is State.RUNNING
    assert sat.start == start


def begun(sat: Sitting) -> None:
    sat.do(Command.START)
    sat.until_it_sounds()
    sat.until(lambda: sat.session.state is State.RUNNING, "the session to run")


AFFLICTIONS: dict[str, tuple[Callable[[Server], None], Callable[[Server], None]]] = {
    "killed": (Server.kill, Server.start),
    "suspended": (lambda server: server.suspend(on=True), lambda server: server.suspend(on=False)),
    "frozen": (Server.freeze, Server.thaw),
    "without its sink": (Server.remove_sink, Server.add_sink),
}


@pytest.mark.once
@pytest.mark.parametrize("affliction", AFFLICTIONS)
def test_a_sound_server_can_be(affliction: str, server: Server) -> None:
    happens, mends = AFFLICTIONS[affliction]
    with sitting(MOVING, opening()) as sat:
        begun(sat)
        goes_on(sat, lambda: happens(server))
        mends(server)
        with server.recorder() as recorder:
            sat.until_back(BACK_WITHIN)
            heard_in_step(sat, recorder, recorder.frames)


def test_a_sound_server_can_be_killed_while_simpleaudio_plays_to_it(server: Server) -> None:
    need_simpleaudio()
    with sitting(MOVING, opening(outputs=("simpleaudio",))) as sat:
        sat.do(Command.START)
        sat.until_it_sounds()
        sat.until(lambda: sat.session.state is State.RUNNING, "the session to run")
        pid = sat.performer.pid
        goes_on(sat, server.kill)
        assert sat.news[0].startswith("Sound is lost: no device.")
        assert sat.performer.status().missed[0].startswith("Error ")
        server.start()
        with server.recorder() as recorder:
            sat.until_back(BACK_WITHIN)
            since = recorder.frames
            sat.until(lambda: recorder.hears(since), "the sounds again")
        assert sat.performer.pid == pid


@pytest.mark.once
def test_no_sound_server_at_the_start_and_one_later(server: Server) -> None:
    server.kill()
    with sitting(MOVING, opening()) as sat:
        sat.do(Command.START)
        sat.until_lost(TOLD_WITHIN)
        assert sat.news == ["No sound: no device. The bell rings and the screen flashes instead."]
        assert sat.performer.status().missed[0].startswith("miniaudio: PULSEAUDIO")
        sat.until(lambda: sat.flashes, "a flash instead")
        server.start()
        with server.recorder() as recorder:
            sat.until_back(BACK_WITHIN)
            heard_in_step(sat, recorder, recorder.frames)


def test_the_player_process_can_be_killed(server: Server) -> None:
    with sitting(MOVING, opening()) as sat, server.recorder() as recorder:
        begun(sat)
        pid = sat.performer.pid
        assert pid is not None
        start = sat.start
        os.kill(pid, signal.SIGKILL)
        sat.until_lost(TOLD_WITHIN)
        sat.until_back(BACK_WITHIN)
        assert sat.performer.pid != pid
        assert sat.start == start
        heard_in_step(sat, recorder, recorder.frames)


@pytest.mark.once
def test_a_player_process_that_stands_still_is_noticed_and_replaced(server: Server) -> None:
    with sitting(MOVING, opening()) as sat, server.recorder() as recorder:
        begun(sat)
        pid = sat.performer.pid
        assert pid is not None
        goes_on(sat, lambda: os.kill(pid, signal.SIGSTOP))
        sat.until_back(BACK_WITHIN)
        heard_in_step(sat, recorder, recorder.frames)
        until(lambda: not processes_of(pid), "the process to be gone")


@pytest.mark.once
def test_a_player_process_that_was_only_held_up_is_kept(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lifeline, "BEYOND_HOPE", PATIENCE)
    with sitting(MOVING, opening()) as sat, server.recorder() as recorder:
        begun(sat)
        pid = sat.performer.pid
        assert pid is not None
        goes_on(sat, lambda: os.kill(pid, signal.SIGSTOP))
        os.kill(pid, signal.SIGCONT)
        sat.until_back(BACK_WITHIN)
        assert sat.performer.pid == pid
        heard_in_step(sat, recorder, recorder.frames)


@pytest.mark.once
@pytest.mark.parametrize("affliction", ["frozen", "killed"])
def test_a_session_can_be_closed_while_its_sound_server_is(affliction: str, server: Server) -> None:
    happens, _ = AFFLICTIONS[affliction]
    with sitting(MOVING, opening()) as sat:
        begun(sat)
        pid = sat.performer.pid
        assert pid is not None
        assert processes_of(pid)
        happens(server)
        sat.practice.close()
        until(lambda: not processes_of(pid), "the player to end")


LONELY = """
import os, sys
from tests.sound.test_failures import MOVING, begun
from tests.sound.sitting import Sitting, opening
sat = Sitting(MOVING, opening())
begun(sat)
print(sat.performer.pid, flush=True)
{0}
"""


@pytest.mark.parametrize(
    ("end", "status"),
    [("os.kill(os.getpid(), 9)", -9), ("sys.exit(3)", 3), ("raise ValueError", 1), ("sat.practice.close()", 0)],
)
def test_however_a_session_ends_its_player_ends_with_it(end: str, status: int, server: Server) -> None:
    assert server.environment
    command = [sys.executable, "-c", LONELY.format(end)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE * 2, cwd=TREE, text=True)
    assert done.returncode == status, done.stderr
    assert ("Traceback" in done.stderr) is (end == "raise ValueError")
    until(lambda: not processes_of(int(done.stdout)), "the player to end")


ROUTINE = """\
format: 1
name: Long hold
steps:
  - {name: Stand easily, kind: stretch, position: standing, prepare: 1s, work: 20m}
"""


def test_nothing_is_written_over_the_lines_where_there_is_no_sound(tmp_path: Path) -> None:
    routine = tmp_path / "long-hold.yaml"
    routine.write_text(ROUTINE)
    nowhere = {"PULSE_SERVER": "unix:/nowhere", "ALSA_CONFIG_PATH": "/nowhere", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "relaxtimer", str(routine), "--plain"]
    with subprocess.Popen(
        command, env={**os.environ, **nowhere}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as session:
        assert session.stdout is not None
        told = next(line for line in session.stdout if line.startswith("No sound: "))
        assert told.endswith("The bell rings and the screen flashes instead.\n")
        session.send_signal(signal.SIGINT)
        _, errors = session.communicate(timeout=PATIENCE)
    assert (session.returncode, errors) == (130, "")
