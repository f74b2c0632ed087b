"""What the lines tell of the sound, and that its end is heard."""

from __future__ import annotations

import os

from msgspec.structs import replace

from relaxtimer.plain.signals import Signals
from relaxtimer.sound.player import Outlet, Player, Silent, Status
from tests.plain.scripted import Room
from tests.plain.steps import STAND


class Told(Silent):
    """Has news at some times, and rings out for so many looks after the end."""

    def __init__(self, room: Room, news: dict[int, str], looks: int = 0) -> None:
        super().__init__()
        self._room = room
        self._news = dict(news)
        self.looks = looks

    def made(self, _: Outlet) -> Player:
        return self

    def news(self) -> tuple[str, ...]:
        due = [at for at in self._news if at * 1_000 <= self._room.clock.time]
        return tuple(self._news.pop(at) for at in due)

    def status(self) -> Status:
        self.looks -= 1
        return replace(super().status(), ringing=self.looks > 0)


def test_news_of_the_sound_are_lines_of_their_own() -> None:
    room = Room(STAND)
    room.plan = room.with_player(Told(room, {5: "Sound is lost: the cable.", 12: "Sound is back."}).made)
    room.live()
    told = [line for _, line in room.paper.written]
    assert told.index("Sound is lost: the cable.") < told.index("Sound is back.") < told.index("Finished.")


def test_the_end_is_heard_before_everything_is_over() -> None:
    room = Room(STAND)
    player = Told(room, {}, looks=4)
    room.plan = room.with_player(player.made)
    assert room.live() == 0
    assert player.looks == 0
    assert room.clock.time == (3 + 5 + 20 + 3) * 1_000


def test_a_key_ends_the_end() -> None:
    room = Room(STAND, presses=[(3 + 5 + 20 + 0.5, "space")])
    player = Told(room, {}, looks=400)
    room.plan = room.with_player(player.made)
    assert room.live() == 0
    assert player.looks > 300


def test_a_player_wakes_the_session_through_its_signals() -> None:
    with Signals() as signals:
        assert signals.wake is not None
        signals.nudge()
        assert os.read(signals.wake, 10) == b"\0"
        for _ in range(200_000):
            signals.nudge()
        signals.look()
    signals.nudge()
