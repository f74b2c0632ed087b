from __future__ import annotations

from threading import Event

import pytest

from relaxtimer.machine import MILLISECOND, SECOND
from relaxtimer.sound.outputs.frame_clock import FrameClock
from relaxtimer.sound.outputs.output import Clips, OutputError, Render, Stream
from relaxtimer.sound.process import keeper as module
from relaxtimer.sound.process.keeper import NO_ANSWER, NO_REQUESTS, PATIENCE, Keeper

EPOCH = 5_000 * SECOND


class FakeStream:
    """A device whose requests a test makes; `hangs` keeps it from opening, starting or closing."""

    name = "fake"
    device = "Fake"
    limits = ()

    def __init__(self) -> None:
        self.clock = FrameClock()
        self.failed = ""
        self.calls: list[str] = []
        self.refuses = ""
        self.goes_on = Event()
        self.goes_on.set()

    def open(self) -> None:
        self._call("open")

    def start(self, _render: Render) -> None:
        self.clock.forget()
        self._call("start")

    def stop(self) -> None:
        self._call("stop")

    def close(self) -> None:
        self._call("close")

    def _call(self, name: str) -> None:
        self.calls.append(name)
        self.goes_on.wait()
        if self.refuses == name:
            raise OutputError("refused")


class Kept:
    """A keeper with what it told, and a clock in milliseconds."""

    def __init__(self) -> None:
        self.stream = FakeStream()
        self.told: list[str] = []
        self.now = EPOCH
        self.there = True
        self.keeper = Keeper(self._find, self)

    def _find(self) -> tuple[Stream | Clips, tuple[str, ...]]:
        if not self.there:
            raise OutputError("nothing there")
        self.stream.open()
        return self.stream, ("better: broken",)

    def start(self, output: Stream | Clips) -> None:
        assert output is self.stream
        self.stream.start(lambda _: None)

    def started(self) -> None:
        self.told.append("started")

    def rested(self) -> None:
        self.told.append("rested")

    def opened(self, output: Stream | Clips, missed: tuple[str, ...]) -> None:
        assert output is self.stream
        assert missed == ("better: broken",)
        self.told.append("opened")

    def lost(self, why: str) -> None:
        self.told.append(f"lost: {why}")

    def live(self, milliseconds: int, *, asking: bool = True) -> None:
        """Let time pass; the device asks for blocks where it is to."""
        for _ in range(milliseconds // 50):
            self.now += 50 * MILLISECOND
            if asking and self.stream.calls[-1:] == ["start"]:
                self.stream.clock.asked(0, self.now)
            self.settle()

    def settle(self) -> None:
        """Step until nothing is being tried, unless it hangs."""
        self.keeper.step(self.now)
        while self.stream.goes_on.is_set() and self.keeper.trying:
            self.keeper.step(self.now)


@pytest.fixture
def kept() -> Kept:
    return Kept()


def test_an_output_is_told_of_once_it_was_seen_to_run(kept: Kept) -> None:
    kept.live(50)
    assert kept.told == ["started"]
    assert not kept.keeper.heard
    kept.live(200)
    assert kept.told == ["started", "opened"]
    assert kept.keeper.heard


def test_where_nothing_works_it_is_tried_again_less_and_less_often(kept: Kept) -> None:
    kept.there = False
    kept.live(20_000)
    # At once, then after 1, 2, 5, 5 and 5 seconds.
    assert kept.told == ["lost: nothing there"] * 6
    kept.there = True
    kept.live(6_000)
    assert kept.told[-1] == "opened"


def test_a_stream_that_asks_for_nothing_is_lost_within_half_a_second_and_opened_again(kept: Kept) -> None:
    kept.live(1_000)
    kept.live(500, asking=False)
    assert "lost" not in kept.told[-1]
    kept.live(50, asking=False)
    assert kept.told[-1] == f"lost: {NO_REQUESTS}"
    kept.live(3_000)
    assert kept.told[-2:] == ["started", "opened"]
    assert kept.stream.calls == ["open", "start", "close", "open", "start"]


def test_a_process_that_stood_still_does_not_take_its_device_for_dead(kept: Kept) -> None:
    kept.settle()
    kept.live(1_000)
    told = list(kept.told)
    kept.now += 3 * SECOND
    kept.live(400, asking=False)
    kept.live(2_000)
    assert kept.told == told
    kept.live(1_000, asking=False)
    assert kept.told[-1] != told[-1]


def test_a_server_may_answer_after_the_machine_was_asleep(kept: Kept) -> None:
    kept.stream.goes_on.clear()
    kept.keeper.step(kept.now)
    kept.now += 100 * PATIENCE
    kept.keeper.step(kept.now)
    assert not kept.keeper.stuck
    kept.stream.goes_on.set()


def test_a_stream_that_ends_by_itself_is_lost_at_once(kept: Kept) -> None:
    kept.live(1_000)
    kept.stream.failed = "the device was stopped"
    kept.live(50)
    assert kept.told[-1] == "lost: the device was stopped"


def test_a_stream_that_opens_and_never_runs_is_none(kept: Kept) -> None:
    kept.live(3_000, asking=False)
    assert kept.told == ["started", f"lost: {NO_REQUESTS}"]


def test_a_device_that_nobody_needs_rests_and_is_started_again(kept: Kept) -> None:
    kept.live(1_000)
    kept.keeper.wanted = False
    kept.live(60_000, asking=False)
    assert kept.told == ["started", "opened", "rested"]
    assert kept.keeper.idle
    kept.keeper.wanted = True
    kept.live(1_000)
    assert kept.told == ["started", "opened", "rested", "started"]
    assert kept.stream.calls == ["open", "start", "stop", "start"]


@pytest.mark.parametrize(("step", "calls"), [("stop", ["stop", "close"]), ("start", ["stop", "start", "close"])])
def test_a_device_that_cannot_rest_or_start_again_is_lost(kept: Kept, step: str, calls: list[str]) -> None:
    kept.live(1_000)
    kept.stream.refuses = step
    kept.keeper.wanted = False
    kept.live(100)
    kept.keeper.wanted = True
    kept.live(100)
    assert kept.told[-1] == "lost: refused"
    assert kept.stream.calls[2:] == calls


def test_a_server_that_does_not_answer_leaves_the_keeper_stuck_and_says_so_once(kept: Kept) -> None:
    kept.stream.goes_on.clear()
    kept.live(PATIENCE // MILLISECOND, asking=False)
    assert not kept.keeper.stuck
    kept.live(500, asking=False)
    assert kept.keeper.stuck
    assert kept.told == [f"lost: {NO_ANSWER}"]
    kept.stream.goes_on.set()


def test_closing_lets_go_of_the_device(kept: Kept) -> None:
    kept.live(1_000)
    kept.keeper.close(kept.now)
    kept.live(50)
    assert kept.keeper.closed
    assert kept.stream.calls[-1] == "close"
    kept.live(9_000)
    assert kept.stream.calls[-1] == "close"


def test_a_library_that_fails_in_any_way_is_an_output_that_does_not_work(kept: Kept) -> None:
    def fail() -> None:
        raise ZeroDivisionError("by nought")

    attempt = module.Attempt(fail, 0)
    while not attempt.done:
        pass
    assert attempt.error == "ZeroDivisionError: by nought"
    assert not kept.keeper.stuck
