"""The plain face when it is to end at an awkward moment: nothing escapes, and everything is given back."""

from __future__ import annotations

import os
import pty
import signal
import sys
import termios
import tty
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from relaxtimer.clock import FakeClock
from relaxtimer.plain.signals import Ended, Signals
from relaxtimer.practice import silent
from relaxtimer.sound.player import Outlet, Player, Silent
from tests.plain.scripted import Room, ScriptedKeys
from tests.plain.steps import STAND

if sys.platform == "win32":
    pytest.skip("POSIX signals and terminals", allow_module_level=True)

from relaxtimer.plain.terminal_keys import TerminalKeys

TERMINATED = 128 + signal.SIGTERM


@pytest.fixture(autouse=True)
def _signals_are_given_back() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    assert signal.getsignal(signal.SIGTERM) is before


class AwkwardKeys(ScriptedKeys):
    """Something happens whenever the terminal is given back."""

    def __init__(self, clock: FakeClock, happens: Callable[[], None], *, end_first: bool) -> None:
        super().__init__(clock)
        self.closings = 0
        self._happens = happens
        if end_first:
            self.happens[10_000] = terminate

    def close(self) -> None:
        self.closings += 1
        self._happens()
        super().close()


def terminate() -> None:
    signal.raise_signal(signal.SIGTERM)


def room_with(happens: Callable[[], None], *, end_first: bool) -> Room:
    room = Room(STAND)
    room.keys = AwkwardKeys(room.clock, happens, end_first=end_first)
    return room


def test_a_signal_before_the_session_lives_ends_it_at_once() -> None:
    room = Room(STAND)

    def player(outlet: Outlet) -> Player:
        terminate()
        return silent(outlet)

    room.plan = room.with_player(player)
    assert room.live() == TERMINATED
    assert room.paper.lines == ["Interrupted. Nothing was done."]


def test_a_signal_while_the_signals_are_taken_ends_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room(STAND)
    take = Signals.__enter__

    def awkward(signals: Signals) -> Signals:
        taken = take(signals)
        terminate()
        return taken

    monkeypatch.setattr(Signals, "__enter__", awkward)
    assert room.live() == TERMINATED


def test_a_signal_while_a_finished_session_gives_everything_back_changes_nothing() -> None:
    room = room_with(terminate, end_first=False)
    assert room.live() == 0
    assert room.paper.lines[-2] == "Finished."


def test_a_second_signal_while_everything_is_given_back_is_not_raised() -> None:
    room = room_with(terminate, end_first=True)
    assert room.live() == TERMINATED
    assert room.paper.lines[-1].startswith("Interrupted. ")


def test_the_sound_is_given_back_even_where_the_keys_cannot_be() -> None:
    closed: list[bool] = []

    def fail() -> None:
        raise OSError(5, "Input/output error")

    class Closing(Silent):
        def close(self) -> None:
            closed.append(True)

    room = room_with(fail, end_first=False)
    room.plan = room.with_player(lambda _: Closing())
    with pytest.raises(OSError, match="Input/output"):
        room.live()
    assert closed == [True]


@pytest.fixture
def slave() -> Iterator[int]:
    master, slave = pty.openpty()
    yield slave
    os.close(slave)
    os.close(master)


def whole_lines(terminal: int) -> bool:
    return bool(termios.tcgetattr(terminal)[3] & termios.ICANON)


def test_an_end_before_the_terminal_was_given_back_leaves_that_to_do(
    slave: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ends(*_: object) -> None:
        raise Ended(signal.SIGTERM)

    keys = TerminalKeys(slave)
    keys.open()
    with monkeypatch.context() as patch:
        patch.setattr(termios, "tcsetattr", ends)
        with pytest.raises(Ended):
            keys.close()
    assert not whole_lines(slave)
    keys.close()
    assert whole_lines(slave)


def test_an_end_right_after_the_terminal_was_taken_gives_it_back(slave: int, monkeypatch: pytest.MonkeyPatch) -> None:
    take = tty.setcbreak

    def ends(terminal: int, when: int) -> Any:  # noqa: ANN401 - the module's own
        take(terminal, when)
        raise Ended(signal.SIGTERM)

    keys = TerminalKeys(slave)
    monkeypatch.setattr(tty, "setcbreak", ends)
    with pytest.raises(Ended):
        keys.open()
    assert not whole_lines(slave)
    keys.close()
    assert whole_lines(slave)
