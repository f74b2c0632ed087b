"""What the lines tell of the sound, and that its end is heard."""

from __future__ import annotations

import os
from collections.abc import Iterable

from msgspec.structs import replace

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.events import Event
from relaxtimer.core.session import Session
from relaxtimer.plain.signals import Signals
from relaxtimer.sound.player import Outlet, Player, Silent, Status
from tests.plain.scripted import Room
from tests.plain.steps import STAND


class Told(Silent):
    """Has news at some times, and rings out for so many looks after the end.

    From when it is prepared until `known`, a time in milliseconds, it is not clear whether it will be heard.
    """

    def __init__(self, room: Room, news: dict[int, str], looks: int = 0, known: int = 0) -> None:
        super().__init__()
        self._room = room
        self._news = dict(news)
        self._known = known
        self._prepared = False
        self._over = False
        self.looks = looks

    def made(self, _: Outlet) -> Player:
        return self

    def news(self) -> tuple[str, ...]:
        due = [at for at in self._news if at * 1_000 <= self._room.clock.time]
        return tuple(self._news.pop(at) for at in due)

    def prepare(self) -> None:
        self._prepared = True

    def follow(self, session: Session, now: Milliseconds, events: Iterable[Event]) -> None:
        self._over = session.over
        super().follow(session, now, events)

    def status(self) -> Status:
        self.looks -= self._over
        coming = self._prepared and self._room.clock.time < self._known
        return replace(super().status(), ringing=self.looks > 0, coming=coming)


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


def when(room: Room, begins: str) -> float:
    """When the first line was written that begins with these words."""
    return next(time for time, line in room.paper.written if line.startswith(begins))


def test_a_session_begins_as_soon_as_its_first_count_can_be_heard() -> None:
    room = Room(STAND)
    room.plan = room.with_player(Told(room, {}, known=400).made)
    room.keys.happens[400] = lambda: None
    room.live()
    assert when(room, "Starting in") == 0.4
    assert when(room, "Finished") == 0.4 + 3 + 5 + 20


def test_a_session_is_held_back_for_its_sound_by_a_second_at_most() -> None:
    room = Room(STAND)
    room.plan = room.with_player(Told(room, {}, known=60_000).made)
    room.live()
    assert when(room, "Starting in") == 1


def test_whoever_presses_a_key_does_not_wait_for_sound() -> None:
    room = Room(STAND, presses=[(0.3, "space"), (5, "space")])
    room.plan = room.with_player(Told(room, {}, known=60_000).made)
    room.live()
    assert when(room, "Starting in") == when(room, "Paused") == 0.3
    assert when(room, "Finished") == 5 + 3 + 5 + 20


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
