"""Keeping the machine awake: while time counts, and not in a pause."""

from __future__ import annotations

from queue import SimpleQueue
from typing import Self

import pytest

from relaxtimer import awake
from relaxtimer.awake import Awake
from relaxtimer.clock import FakeClock
from relaxtimer.core.events import Command
from relaxtimer.practice import Plan, Practice, silent
from relaxtimer.sound.player import Outlet
from tests.core.making import hold, step, timeline


class Kept:
    """What was asked for."""

    def __init__(self) -> None:
        self.wishes: list[bool] = []
        self.closed = False

    def keep(self, *, on: bool) -> None:
        self.wishes.append(on)

    def close(self) -> None:
        self.closed = True


def test_it_is_kept_awake_while_a_session_goes_on_and_let_go_in_a_pause_and_at_the_end() -> None:
    kept, clock = Kept(), FakeClock()
    plan = Plan(timeline=timeline(step(prepare=0, lasting=hold(5))), clock=clock, player=silent, awake=kept)
    practice = Practice(plan, Outlet(lambda _: None, lambda: None, lambda: None))
    practice.tick()
    assert kept.wishes == []
    practice.do(Command.START)
    assert kept.wishes == [True]
    clock.move(1_000)
    practice.tick()
    practice.do(Command.PAUSE)
    assert kept.wishes == [True, False]
    practice.do(Command.GO_ON)
    for _ in range(12):
        clock.move(1_000)
        practice.tick()
    assert kept.wishes == [True, False, True, False]
    practice.close()
    assert kept.closed


def test_a_way_is_named_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    assert awake.way()


def test_whatever_the_system_can_do_it_is_asked_beside_the_session_and_ends_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    machine = Awake()
    machine.keep(on=False)
    for on in (True, False, True, True):
        machine.keep(on=on)
    machine.close()
    machine.close()
    assert machine._thread is None  # noqa: SLF001 - nothing is left behind


class Refusing:
    """A way to keep awake that fails when it lets go, as a bus that is gone does."""

    def __enter__(self) -> Self:
        self.active, self.method = True, None
        return self

    def __exit__(self, *_: object) -> None:
        raise RuntimeError("the bus is gone")


def test_a_system_that_fails_to_let_go_ends_nothing_and_wishes_are_still_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wakepy.keep.presenting", lambda **_: Refusing())
    failed: list[object] = []
    monkeypatch.setattr("threading.excepthook", failed.append)
    machine = Awake()
    for on in (True, False, True):
        machine.keep(on=on)
    machine.close()
    assert (awake.way(), failed) == ("", [])


def test_a_system_that_cannot_be_asked_leaves_the_thread_to_its_last_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> Refusing:
        raise RuntimeError("there is no bus")

    monkeypatch.setattr("wakepy.keep.presenting", fail)
    wishes: SimpleQueue[bool | None] = SimpleQueue()
    for wish in (True, True, False, True, None):
        wishes.put(wish)
    awake._serve(wishes)  # noqa: SLF001 - what the thread does
    assert wishes.empty()
