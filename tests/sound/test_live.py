"""What a session sounds like: recorded from a real sound server, through a real player process."""

from __future__ import annotations

import wave
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from relaxtimer.audio.clip import Clip
from relaxtimer.audio.gain import linear
from relaxtimer.audio.too_loud import too_loud
from relaxtimer.core.events import Command
from relaxtimer.core.lasting import Repetitions
from relaxtimer.core.pattern import Motion, PatternPhase, Tempo
from relaxtimer.core.routine import Sounds
from relaxtimer.core.states import State
from relaxtimer.machine import MILLISECOND, nanoseconds
from relaxtimer.sound.messages import Open, VoiceChoice
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.outputs.miniaudio_output import MiniaudioOutput
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.process.stage import MixedStage
from tests.audio.making import shorts
from tests.conftest import need
from tests.core.making import hold, step, timeline
from tests.sound.server import RATE, Recorder, Server, onsets, sound_server, until
from tests.sound.sitting import Sitting, need_simpleaudio, opening, sitting
from tests.sound.standing import on_time

# A tick every half a second.
PHASE = 500
TEMPO = Tempo((PatternPhase(Motion.UP, PHASE), PatternPhase(Motion.DOWN, PHASE)))
MOVING = timeline(step("Roll", Repetitions(200, TEMPO), prepare=0))
HEARD = 0.003
# As loud as a file can be.
GONG = array("f", [1.0, -1.0] * 4_800)
# After so many seconds without a sound everything has faded and every buffer is empty.
TO_THE_SAMPLE = 2
STILL = 1.0


pytestmark = pytest.mark.xdist_group("true time")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with sound_server() as made:
        for name, value in made.environment.items():
            monkeypatch.setenv(name, value)
        yield made


def until_heard(sat: Sitting, recorder: Recorder, count: int, since: int = 0) -> list[int]:
    """Wait for so many sounds; give the frames at which they begin."""

    def found() -> list[int]:
        return onsets(recorder.samples[since:], HEARD)

    sat.until(lambda: len(found()) >= count, f"{count} sounds")
    return found()[:count]


def until_still(sat: Sitting, recorder: Recorder) -> None:
    """Wait until nothing has been heard for a second."""
    sat.until(lambda: not recorder.hears(recorder.frames - round(STILL * RATE)), "silence")


def ready(sat: Sitting) -> None:
    """Be past the first moments of the player, and of the session."""
    sat.do(Command.START)
    sat.until_it_sounds()
    sat.until(lambda: sat.session.state is State.RUNNING, "the session to run")


def off_the_grid(server: Server) -> list[int]:
    """Play a dozen sounds; give how many samples each is off, measured from the one before of its kind."""
    with sitting(MOVING, opening()) as sat, server.recorder() as recorder:
        ready(sat)
        since = recorder.frames
        frames = until_heard(sat, recorder, 12, since)[2:]
    # Up and down do not rise alike: each is held against its own kind.
    gaps = (after - before for before, after in zip(frames, frames[2:], strict=False))
    return [abs(gap - 2 * PHASE * RATE // 1_000) for gap in gaps]


@pytest.mark.once
def test_every_sound_is_on_the_grid_to_two_samples(server: Server) -> None:
    # A stream that was starved while it started makes up for that in the next seconds, and is off by as much meanwhile.
    on_time(lambda: off_the_grid(server), TO_THE_SAMPLE)


@pytest.mark.once
def test_the_counts_and_the_first_step_are_a_second_apart(server: Server) -> None:
    def gone_on() -> list[int]:
        with sitting(timeline(step(prepare=0, lasting=hold(30))), opening()) as sat, server.recorder() as recorder:
            ready(sat)
            sat.do(Command.PAUSE)
            until_still(sat, recorder)
            since = recorder.frames
            sat.do(Command.GO_ON)
            counts = until_heard(sat, recorder, 3, since)
        return [counts[2] - counts[1] - RATE]

    on_time(gone_on, TO_THE_SAMPLE)


@pytest.mark.once
def test_a_device_that_rested_sounds_again_on_time(server: Server) -> None:
    output = MiniaudioOutput()
    output.open()
    try:
        with server.recorder() as recorder:
            output.start(MixedStage(Mixer(), output.clock).render)
            until(lambda: output.clock.requests > 20, "two seconds of blocks")
            output.stop()
            stage = MixedStage(Mixer(), output.clock)
            output.start(stage.render)
            until(lambda: stage.ready, "blocks again")
            asked = recorder.frames
            stage.place(Clip(array("f", [0.5]) * RATE), nanoseconds() + 300 * MILLISECOND, Bus.CUE, 1.0)
            until(lambda: recorder.hears(asked, 0.3), "the sound")
            assert onsets(recorder.samples[asked:], 0.3)[0] < RATE
    finally:
        output.close()


def test_a_pause_is_heard_at_once_and_going_on_comes_in_step(server: Server) -> None:
    with sitting(MOVING, opening(bed="pink")) as sat, server.recorder() as recorder:
        ready(sat)
        sat.until(recorder.hears, "the ambience")
        sat.do(Command.PAUSE)
        until_still(sat, recorder)
        sat.do(Command.GO_ON)
        since = recorder.frames
        sat.until(lambda: recorder.hears(since), "the ambience again")


@pytest.mark.once
def test_a_muted_session_is_silent_and_in_step_when_it_is_heard_again(server: Server) -> None:
    def heard_again() -> list[int]:
        with sitting(MOVING, opening()) as sat, server.recorder() as recorder:
            ready(sat)
            since = recorder.frames
            before = since + until_heard(sat, recorder, 2, since)[1]
            sat.performer.mute(on=True)
            until_still(sat, recorder)
            sat.performer.mute(on=False)
            since = recorder.frames
            # Up and down do not rise alike: one of two is of the same kind.
            after = [since + frame for frame in until_heard(sat, recorder, 3, since)[1:]]
        grid = 2 * PHASE * RATE // 1_000
        return [min(min((each - before) % grid, (before - each) % grid) for each in after)]

    on_time(heard_again, 10)


@pytest.mark.once
def test_a_session_that_nobody_looks_at_falls_silent(server: Server) -> None:
    with sitting(MOVING, opening()) as sat, server.recorder() as recorder:
        ready(sat)
        until_heard(sat, recorder, 2)
        until(lambda: not recorder.hears(recorder.frames - round(STILL * RATE)), "silence")


@pytest.mark.once
def test_the_end_is_heard_to_its_end(server: Server) -> None:
    with sitting(timeline(step(prepare=0, lasting=hold(2))), opening(profile="soft")) as sat:
        with server.recorder() as recorder:
            ready(sat)
            sat.until(lambda: sat.session.over, "the end")
            assert sat.performer.status().ringing
            since = recorder.frames
            sat.until(lambda: not sat.performer.status().ringing, "the end to be heard")
        assert recorder.peak(since) > 0.05
        assert recorder.frames - since > 4 * RATE


@pytest.mark.once
def test_a_silent_session_ends_and_its_ambience_lasts_until_then(server: Server) -> None:
    how = opening(profile="silent", bed="pink")
    with sitting(timeline(step(prepare=0, lasting=hold(4))), how) as sat, server.recorder() as recorder:
        ready(sat)
        sat.until(lambda: sat.session.remaining < 500, "the last moment")
        assert recorder.hears(recorder.frames - RATE // 10)
        sat.until(lambda: sat.session.over, "the end")
        sat.until(lambda: not sat.performer.status().ringing, "the end to be heard")


def test_words_are_spoken(server: Server) -> None:
    how = opening(profile="silent", voice=VoiceChoice())
    with sitting(timeline(step("Slow and easy", prepare=9)), how) as sat, server.recorder() as recorder:
        sat.do(Command.START)
        sat.until(lambda: sat.performer.status().voice or sat.performer.status().missed, "a voice")
        need(sat.performer.status().voice, "needs a voice: espeak-ng or espeakng-loader")
        sat.until(recorder.hears, "words")
        sat.until(lambda: sat.performer.status().ready == sat.performer.status().total > 0, "all words to be ready")


def test_this_hurts_is_answered_by_a_calm_voice(server: Server) -> None:
    how = opening(profile="silent", voice=VoiceChoice())
    with sitting(timeline(step("Slow", prepare=2, lasting=hold(60))), how) as sat, server.recorder() as recorder:
        ready(sat)
        need(sat.performer.status().voice, "needs a voice: espeak-ng or espeakng-loader")
        until_still(sat, recorder)
        since = recorder.frames
        sat.do(Command.HURTS)
        sat.until(lambda: recorder.hears(since), "words")


def _loud(path: Path) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(shorts(GONG))
    return path


def test_a_loud_sound_of_ones_own_is_brought_down_and_that_is_said(server: Server, tmp_path: Path) -> None:
    sounds = Sounds(files={"step": str(_loud(tmp_path / "gong.wav"))})
    with sitting(timeline(step(prepare=5, sounds=sounds)), opening(profile="silent")) as sat:
        with server.recorder() as recorder:
            sat.do(Command.START)
            sat.until(lambda: recorder.hears(0, 0.03), "the gong")
            until_still(sat, recorder)
        assert recorder.peak() == pytest.approx(linear(-too_loud(GONG)), rel=0.05)
        assert sat.news == ["gong.wav is loud: it is brought down by 24 dB."]


def test_a_broken_sound_of_ones_own_is_left_out_and_that_is_said(server: Server, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ogg"
    broken.write_bytes(b"OggS" + bytes(400))
    sounds = Sounds(files={"step": str(broken)})
    with sitting(timeline(step(prepare=0, sounds=sounds)), opening()) as sat, server.recorder() as recorder:
        sat.do(Command.START)
        sat.until(lambda: sat.news, "the news")
        assert sat.news[0].startswith("broken.ogg cannot be played and is left out: ")
        sat.until(lambda: sat.cues > 4, "cues")
        sat.until(recorder.hears, "the sounds after it")


def test_simpleaudio_plays_the_sounds_and_says_what_it_cannot_do(server: Server) -> None:
    need_simpleaudio()
    how: Open = opening(outputs=("simpleaudio",), bed="pink")
    with sitting(MOVING, how) as sat, server.recorder() as recorder:
        sat.do(Command.START)
        sat.until_it_sounds()
        assert sat.performer.status().missed == ("simpleaudio: no ambience, and sounds end without a fade",)
        sat.until(lambda: sat.session.state is State.RUNNING, "the session to run")
        frames = until_heard(sat, recorder, 10, recorder.frames)
        gaps = [after - before for before, after in pairwise(frames[2:])]
        # One that a busy machine is late with makes two gaps wrong, and no others.
        assert abs(median(gaps) - PHASE * RATE // 1_000) < 50 * MILLISECOND * RATE // 10**9, gaps
        sat.do(Command.PAUSE)
        until_still(sat, recorder)
