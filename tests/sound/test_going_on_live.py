"""The counts before a session goes on, and what follows them: recorded from a real sound server.

A device rests after ten seconds without a sound. Here it does after half a second: see `sitting.RESTLESS`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from relaxtimer.core.events import Command
from relaxtimer.core.lasting import Repetitions
from relaxtimer.core.pattern import Motion, PatternPhase, Tempo
from relaxtimer.core.states import State
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import VoiceChoice
from relaxtimer.sound.performer import LEAD
from tests.conftest import need
from tests.core.making import hold, step, timeline
from tests.sound.server import RATE, Recorder, Server, onsets, sound_server, until
from tests.sound.sitting import RESTLESS, Sitting, opening, sitting
from tests.sound.standing import on_time

HEARD = 0.003
# A second, to a few milliseconds: the clock of a stream that has just begun still settles.
WITHIN = 5 * RATE // 1_000
# The device's own delay, which changes with what it has queued, and the blocks in which the sink plays.
IN_STEP = 250 * MILLISECOND
SECOND = 1_000
TEMPO = Tempo((PatternPhase(Motion.UP, SECOND), PatternPhase(Motion.DOWN, SECOND)))
HOLD = timeline(step(prepare=0, lasting=hold(120)))
MOVING = timeline(step("Roll", Repetitions(60, TEMPO), prepare=0), step("Hug", hold(6), prepare=0))


pytestmark = [pytest.mark.once, pytest.mark.xdist_group("true time")]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with sound_server() as made:
        for name, value in made.environment.items():
            monkeypatch.setenv(name, value)
        yield made


def prepared(sat: Sitting) -> None:
    """Wait as a face does, until it is clear whether there is sound."""
    sat.performer.prepare()
    sat.until(lambda: not sat.performer.status().coming, "an output")


def begun(sat: Sitting) -> None:
    prepared(sat)
    sat.do(Command.START)


def counted(sat: Sitting, recorder: Recorder, since: int) -> list[int]:
    """Hear the three counts; give by how many frames each is more or less than a second after the one before."""

    def found() -> list[int]:
        return onsets(recorder.samples[since:], HEARD)

    sat.until(lambda: len(found()) >= 3, "three counts")
    assert sat.session.state is State.LEAD_IN
    assert found()[0] < (LEAD + 1_000) * RATE // 1_000
    return [after - before - RATE for before, after in pairwise(found()[:3])]


def rested(sat: Sitting, server: Server) -> None:
    """Pause, and wait until the device rests."""
    sat.do(Command.PAUSE)
    sat.until(lambda: not server.plays(), "the device to rest")


def test_the_three_counts_of_a_start_are_a_second_apart(server: Server) -> None:
    def started() -> list[int]:
        with sitting(HOLD, opening()) as sat, server.recorder() as recorder:
            prepared(sat)
            since = recorder.frames
            sat.do(Command.START)
            return counted(sat, recorder, since)

    on_time(started, WITHIN)


def test_the_three_counts_are_a_second_apart_after_the_device_rested(server: Server) -> None:
    with sitting(HOLD, opening(), RESTLESS) as sat, server.recorder() as recorder:
        begun(sat)
        sat.until(lambda: sat.session.state is State.RUNNING, "the session to run")

        def gone_on() -> list[int]:
            rested(sat, server)
            since = recorder.frames
            sat.do(Command.GO_ON)
            off = counted(sat, recorder, since)
            sat.until(lambda: sat.session.state is State.RUNNING, "the session to run")
            return off

        for _ in range(2):
            on_time(gone_on, WITHIN)


def test_a_session_whose_device_rested_goes_on_in_step_and_is_heard_to_its_end(server: Server) -> None:
    with sitting(MOVING, opening(), RESTLESS) as sat, server.recorder() as recorder:
        begun(sat)
        sat.until(lambda: sat.session.position > 2 * SECOND, "two seconds")

        def gone_on() -> list[int]:
            rested(sat, server)
            sat.do(Command.GO_ON)
            sat.until(lambda: sat.session.state is State.RUNNING, "the session to run")
            return off_the_clock(sat, recorder, recorder.frames)

        on_time(gone_on, IN_STEP)
        sat.do(Command.NEXT)
        sat.until(lambda: sat.session.over, "the end")
        sat.until(lambda: not sat.performer.status().ringing, "the end to be heard")
        ended = recorder.frames
        assert recorder.hears(ended - 10 * RATE)
        assert sat.news == []


def off_the_clock(sat: Sitting, recorder: Recorder, since: int) -> list[int]:
    """Wait for sounds; give by how many nanoseconds they are off by the clock of the session."""

    def found() -> list[int]:
        return [since + frame for frame in onsets(recorder.samples[since:], HEARD)]

    sat.until(lambda: len(found()) > 3, "sounds")
    grid = SECOND * MILLISECOND
    return [(recorder.time_of(frame) - sat.start + grid // 2) % grid - grid // 2 for frame in found()[1:4]]


def test_a_pause_is_told_by_a_voice_until_a_key_is_pressed(server: Server) -> None:
    how = opening(profile="silent", voice=VoiceChoice())
    with sitting(HOLD, how) as sat, server.recorder() as recorder:
        begun(sat)
        sat.until(lambda: sat.performer.status().voice or sat.performer.status().voiceless, "a voice or none")
        need(sat.performer.status().voice, "needs a voice: espeak-ng or espeakng-loader")
        sat.until(lambda: sat.session.position > 4 * SECOND, "the first moments to be over")
        since = recorder.frames
        sat.do(Command.PAUSE)
        sat.until(lambda: recorder.hears(since), "words")
        sat.practice.pressed("z")
        until(lambda: not recorder.hears(recorder.frames - RATE), "silence")
        assert recorder.frames - since < 6 * RATE
