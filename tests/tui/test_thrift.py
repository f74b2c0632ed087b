"""Which frames are drawn: all while they come in time and somebody looks."""

from __future__ import annotations

import pytest

from relaxtimer.machine import SECOND
from relaxtimer.tui.thrift import Thrift

RATE = 30
IN_TIME = SECOND // RATE
LATE = SECOND // 5


class Frames:
    """Frames that come one after another."""

    def __init__(self) -> None:
        self.thrift = Thrift(RATE)
        self.now = 0

    def drawn(self, count: int, after: int = IN_TIME, *, seen: bool = True) -> int:
        found = 0
        for _ in range(count):
            self.now += after
            found += self.thrift.takes(self.now, seen=seen)
        return found


def test_all_frames_are_drawn_that_come_in_time() -> None:
    assert Frames().drawn(300) == 300


def test_a_single_frame_that_is_late_changes_nothing() -> None:
    frames = Frames()
    frames.drawn(30)
    frames.drawn(2, LATE)
    assert frames.drawn(30) == 30


@pytest.mark.parametrize(("late", "share"), [(3, 2), (6, 4), (9, 8), (60, 8)])
def test_where_frames_come_late_again_and_again_fewer_are_drawn(late: int, share: int) -> None:
    frames = Frames()
    frames.drawn(1)
    frames.drawn(late, LATE)
    assert frames.drawn(80) == 80 // share


def test_when_they_come_in_time_again_all_are_drawn_again() -> None:
    frames = Frames()
    frames.drawn(1)
    frames.drawn(60, LATE)
    frames.drawn(3 * 150)
    assert frames.drawn(150) == 150


def test_half_of_them_are_drawn_while_nobody_looks() -> None:
    frames = Frames()
    assert frames.drawn(100, seen=False) == 50
    assert frames.drawn(100) == 100


def test_a_rest_is_not_late() -> None:
    frames = Frames()
    for _ in range(10):
        frames.drawn(10)
        frames.thrift.rest()
        frames.now += 60 * SECOND
    assert frames.drawn(30) == 30
