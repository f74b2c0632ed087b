from __future__ import annotations

from array import array

import pytest

from relaxtimer.audio.clip import RATE, Clip, frames_in
from relaxtimer.machine import MILLISECOND, SECOND
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.outputs.frame_clock import FrameClock
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.process.stage import DueStage, MixedStage, joined

EPOCH = 700 * SECOND
BLOCK = 4_800
LOUD = Clip(array("f", [0.5]) * 4_800)


class Streaming:
    """A stage whose stream asks for a block every 100 ms, from the epoch on."""

    def __init__(self) -> None:
        self.clock = FrameClock()
        self.stage = MixedStage(Mixer(), self.clock)
        self.heard = array("f")
        self.now = EPOCH

    def stream(self, blocks: int, *, late: int = 0) -> None:
        """Let so many blocks be asked for, each so many nanoseconds late."""
        for _ in range(blocks):
            frame = len(self.heard) // 2
            self.now = EPOCH + frame * SECOND // RATE + late
            self.clock.asked(frame, self.now)
            self.heard += self.stage.render(BLOCK) or array("f", bytes(8 * BLOCK))
            self.stage.step(self.now)

    def onsets(self) -> list[int]:
        left = self.heard[::2]
        loud = [frame for frame, sample in enumerate(left) if sample]
        return [frame for before, frame in zip([-9_999, *loud], loud, strict=False) if frame - before > 1]


def test_a_clip_begins_at_the_frame_of_its_time() -> None:
    streaming = Streaming()
    streaming.stream(5)
    assert streaming.stage.ready
    streaming.stage.begin()
    streaming.stage.place(LOUD, EPOCH + 1_234_567 * 1_000, Bus.CUE, 1.0)
    streaming.stream(10)
    assert streaming.onsets() == [round(1.234567 * RATE)]


def test_a_clip_whose_time_has_just_passed_begins_with_the_next_block() -> None:
    streaming = Streaming()
    streaming.stream(5)
    streaming.stage.place(LOUD, EPOCH + 450 * MILLISECOND, Bus.CUE, 1.0)
    streaming.stream(3)
    assert streaming.onsets() == [5 * BLOCK]


def test_what_is_dropped_right_after_it_was_placed_is_not_heard() -> None:
    streaming = Streaming()
    streaming.stream(5)
    streaming.stage.place(LOUD, EPOCH + 600 * MILLISECOND, Bus.CUE, 1.0)
    streaming.stage.drop(bed=True)
    streaming.stream(5)
    assert streaming.onsets() == []


def test_what_was_placed_later_than_a_time_is_taken_back_and_what_began_goes_on() -> None:
    streaming = Streaming()
    streaming.stream(5)
    streaming.stage.place(LOUD, EPOCH + 520 * MILLISECOND, Bus.CUE, 1.0)
    streaming.stage.place(LOUD, EPOCH + 800 * MILLISECOND, Bus.CUE, 1.0)
    streaming.stream(1)
    streaming.stage.take_back(EPOCH + 560 * MILLISECOND)
    streaming.stream(5)
    loud = [frame for frame, sample in enumerate(streaming.heard[::2]) if sample]
    assert (loud[0], loud[-1]) == (520 * 48, 620 * 48 - 1)


def test_a_stream_is_not_ready_before_its_clock_is_known() -> None:
    streaming = Streaming()
    streaming.stream(1)
    assert not streaming.stage.ready
    assert streaming.stage.next_due is None


def test_a_device_that_runs_slow_is_followed_without_a_leap() -> None:
    streaming = Streaming()
    streaming.stream(30)
    streaming.stage.begin()
    for second in range(3, 60):
        streaming.stage.place(LOUD, EPOCH + second * SECOND + SECOND // 2, Bus.CUE, 1.0)
        streaming.stream(10, late=second * MILLISECOND // 2)
    gaps = [after - before for before, after in zip(streaming.onsets(), streaming.onsets()[1:], strict=False)]
    # A quarter of a millisecond a second, and a frame for rounding.
    assert max(abs(gap - RATE) for gap in gaps) <= RATE // 4_000 + 1
    assert streaming.onsets()[-1] < 59.5 * RATE - 100


def test_a_server_that_asks_a_block_later_from_a_time_on_is_not_followed() -> None:
    streaming = Streaming()
    streaming.stream(30)
    streaming.stage.begin()
    for second in range(3, 30):
        streaming.stage.place(LOUD, EPOCH + second * SECOND + SECOND // 2, Bus.CUE, 1.0)
        streaming.stream(10, late=10 * MILLISECOND if second > 5 else 0)
    assert [onset % RATE for onset in streaming.onsets()] == [RATE // 2] * 27


def test_a_stream_that_stood_still_is_back_in_step_within_a_second() -> None:
    streaming = Streaming()
    streaming.stream(30)
    streaming.stage.begin()
    streaming.stream(9, late=400 * MILLISECOND)
    at = streaming.now + 500 * MILLISECOND
    streaming.stage.place(LOUD, at, Bus.CUE, 1.0)
    streaming.stream(10, late=400 * MILLISECOND)
    assert streaming.onsets() == [round((at - EPOCH - 400 * MILLISECOND) * RATE / SECOND)]


def test_a_stream_that_stood_still_for_a_moment_is_put_right_at_once_when_that_is_certain() -> None:
    streaming = Streaming()
    streaming.stream(30)
    streaming.stage.begin()
    streaming.stream(80, late=30 * MILLISECOND)
    at = streaming.now + 500 * MILLISECOND
    streaming.stage.place(LOUD, at, Bus.CUE, 1.0)
    streaming.stream(10, late=30 * MILLISECOND)
    assert streaming.onsets() == [round((at - EPOCH - 30 * MILLISECOND) * RATE / SECOND)]


def test_one_late_request_changes_nothing() -> None:
    streaming = Streaming()
    streaming.stream(30)
    streaming.stage.begin()
    streaming.stream(1, late=300 * MILLISECOND)
    streaming.stage.place(LOUD, EPOCH + 4 * SECOND, Bus.CUE, 1.0)
    streaming.stream(20)
    assert streaming.onsets() == [4 * RATE]


def test_ambience_and_volumes_reach_the_mixer() -> None:
    streaming = Streaming()
    streaming.stage.set_volume(Bus.BED, 0.5)
    streaming.stage.lay_bed(Clip(array("f", [0.5, 0.5]) * RATE, 2))
    streaming.stream(30)
    assert streaming.heard[-1] == pytest.approx(0.25)


class FakeClips:
    """An output that remembers what it played."""

    name = "fake"
    device = ""
    limits = ()
    failed = ""

    def __init__(self) -> None:
        self.played: list[float] = []
        self.silenced = 0

    def open(self) -> None: ...

    def close(self) -> None: ...

    def play(self, clip: Clip, gain: float) -> None:
        assert clip is LOUD
        self.played.append(gain)

    def silence(self) -> None:
        self.silenced += 1


def test_clips_are_played_when_they_are_due_and_at_their_volume() -> None:
    output = FakeClips()
    stage = DueStage(output)
    stage.begin()
    stage.set_volume(Bus.VOICE, 0.5)
    stage.place(LOUD, EPOCH + 100, Bus.VOICE, 0.5)
    stage.place(LOUD, EPOCH + 50, Bus.CUE, 1.0)
    assert stage.next_due == EPOCH + 50
    stage.step(EPOCH + 50)
    assert output.played == [1.0]
    stage.step(EPOCH + 100)
    assert output.played == [1.0, 0.25]
    assert stage.next_due is None


def test_clips_that_are_muted_or_much_too_late_are_not_played() -> None:
    output = FakeClips()
    stage = DueStage(output)
    stage.place(LOUD, EPOCH, Bus.CUE, 1.0)
    stage.step(EPOCH + SECOND)
    stage.set_volume(Bus.CUE, 0.0)
    stage.lay_bed(LOUD)
    stage.place(LOUD, EPOCH + SECOND, Bus.CUE, 1.0)
    stage.step(EPOCH + SECOND)
    assert output.played == []


def test_dropping_clips_silences_the_output() -> None:
    output = FakeClips()
    stage = DueStage(output)
    stage.place(LOUD, EPOCH, Bus.CUE, 1.0)
    stage.drop(bed=True)
    stage.step(EPOCH)
    assert (output.played, output.silenced) == ([], 1)


def test_the_rest_of_a_clip_begins_softly_and_leaves_the_clip_as_it_is() -> None:
    whole = Clip(array("f", [1.0, -1.0] * 1_000), 2)
    rest = joined(whole, 400, frames_in(5))
    assert rest.frames == 600
    assert rest.samples[0] == 0
    assert rest.samples[2 * 120] == 0.5
    assert rest.samples[-1] == -1
    assert set(whole.samples) == {1.0, -1.0}
