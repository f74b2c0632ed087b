from __future__ import annotations

import sys
from types import FrameType

from relaxtimer.audio.clip import RATE
from relaxtimer.machine import MILLISECOND, SECOND
from relaxtimer.sound.outputs.frame_clock import FrameClock


def ask(clock: FrameClock, blocks: range, late: int = 0) -> None:
    for block in blocks:
        clock.asked(block * RATE // 10, 100 * SECOND + block * SECOND // 10 + late)


def test_nothing_is_known_before_the_first_request() -> None:
    assert FrameClock().origin is None


def test_the_least_late_request_tells_the_time() -> None:
    clock = FrameClock()
    ask(clock, range(10), 7 * MILLISECOND)
    ask(clock, range(10, 11))
    ask(clock, range(11, 40), 20 * MILLISECOND)
    assert clock.origin == 100 * SECOND
    assert clock.requests == 40
    assert clock.last == 103_920 * MILLISECOND


def test_a_device_that_stood_still_is_late_from_then_on() -> None:
    clock = FrameClock()
    ask(clock, range(40))
    ask(clock, range(40, 47), 300 * MILLISECOND)
    assert clock.origin == 100 * SECOND
    ask(clock, range(47, 48), 300 * MILLISECOND)
    assert clock.origin == 100_300 * MILLISECOND


def test_whoever_looks_while_a_device_asks_always_finds_the_time() -> None:
    clock = FrameClock()
    ask(clock, range(40))
    found: list[int | None] = []

    def look(_frame: FrameType, _event: str, _argument: object) -> object:
        """Look as another thread may: between any two lines."""
        found.append(clock.origin)
        return look

    before = sys.gettrace()
    sys.settrace(look)  # type: ignore[arg-type] # a function that gives itself
    try:
        ask(clock, range(40, 50), 300 * MILLISECOND)
    finally:
        sys.settrace(before)
    assert set(found) == {100 * SECOND, 100_300 * MILLISECOND}


def test_a_device_that_is_started_again_begins_anew() -> None:
    clock = FrameClock()
    ask(clock, range(3))
    clock.forget()
    assert (clock.origin, clock.requests, clock.last) == (None, 0, 0)
