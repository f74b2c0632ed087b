from __future__ import annotations

from fractions import Fraction

import pytest

from relaxtimer.clock import Clock, FakeClock, SystemClock
from relaxtimer.machine import nanoseconds


def test_the_clock_of_the_machine_goes_forward_in_whole_milliseconds() -> None:
    clock = SystemClock()
    before = clock.now()
    while clock.now() == before:
        pass
    assert clock.now() > before
    assert isinstance(clock.now(), int)


def test_a_faster_clock_reaches_a_time_in_less_real_time() -> None:
    clock = SystemClock(Fraction(1000))
    assert 0 < clock.seconds_until(clock.now() + 1_000_000) <= 1
    assert clock.seconds_until(clock.now() - 1) == 0
    assert clock.session_time(2_000) == 2_000_000


def test_a_slow_clock_never_gives_no_time_at_all() -> None:
    assert SystemClock(Fraction(1, 10)).session_time(2_000) == 200
    assert SystemClock(Fraction(1, 10)).session_time(1) == 1


def test_a_clock_does_not_stand_still_or_run_backwards() -> None:
    with pytest.raises(ValueError, match="more than 0"):
        SystemClock(Fraction(0))


def test_other_processes_can_be_told_a_time_of_the_session() -> None:
    clock = SystemClock(Fraction(4))
    before = nanoseconds()
    now = clock.machine_nanoseconds(clock.now())
    assert before - 1_000_000 < now <= nanoseconds()
    assert clock.machine_nanoseconds(4_000) - clock.machine_nanoseconds(0) == 1_000_000_000
    assert FakeClock().machine_nanoseconds(7) == 7_000_000


def test_a_fake_clock_moves_when_it_is_moved() -> None:
    clock: Clock = FakeClock(5)
    assert isinstance(clock, FakeClock)
    clock.move(1_000)
    assert (clock.now(), clock.seconds_until(2_005), clock.session_time(7)) == (1_005, 1.0, 7)
