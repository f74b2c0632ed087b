"""A session that really runs, with a real player process, watched by a person who looks as often as a face does."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from threading import Event as Flag

from relaxtimer.clock import SystemClock
from relaxtimer.core.events import Command, CueDue, Event
from relaxtimer.core.timeline import Timeline
from relaxtimer.practice import Plan, Practice
from relaxtimer.sound.messages import Open, VoiceChoice
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.performer import BACK, Performer
from relaxtimer.sound.pipe import COMMAND, Pipe
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.player import Outlet, Player
from relaxtimer.sound.transport import Transport
from tests.conftest import need
from tests.sound.server import PATIENCE

_LOOK = 0.02
# A player whose device rests after a moment of silence, where others wait for ten seconds: nothing else is different.
RESTLESS = (
    sys.executable,
    "-P",
    "-c",
    "import sys; from relaxtimer.sound.process import host; host._REST = host.SECOND // 2; sys.exit(host.main())",
)


def need_simpleaudio() -> None:
    """Skip where it is not installed: it is an extra, which not every machine can build."""
    need(find_spec("simpleaudio"), "needs simpleaudio, which is not installed")


def opening(
    *,
    outputs: tuple[str, ...] = ("miniaudio",),
    profile: str = "ticks",
    bed: str | None = None,
    voice: VoiceChoice | None = None,
    primer: int = 0,
) -> Open:
    """How a player process is opened for a test: ticks alone, of which every onset is sharp."""
    return Open(
        outputs=outputs,
        profile=profile,
        bed=bed,
        volumes=dict.fromkeys(Bus, 100),
        muted=False,
        voice=voice,
        primer=primer,
        cache="",
    )


class Sitting:
    """A practice with everything that was seen of it."""

    def __init__(self, timeline: Timeline, how: Open, player: tuple[str, ...] = COMMAND) -> None:
        self.clock = SystemClock()
        self.flashes = 0
        self.news: list[str] = []
        self.events: list[Event] = []
        self._woken = Flag()
        self._how = how
        self._command = player
        self.practice = Practice(
            Plan(timeline=timeline, clock=self.clock, player=self._player),
            Outlet(self._ring, self._flash, self._woken.set),
        )
        self.session = self.practice.session

    def _player(self, outlet: Outlet) -> Player:
        transport = Transport(self.clock, notes_of)
        self.performer = Performer(self._how, transport, outlet, start=lambda: Pipe(self._command))
        return self.performer

    def _ring(self, _times: int) -> None:
        """Nobody listens to the bell."""

    def _flash(self) -> None:
        self.flashes += 1

    def do(self, command: Command) -> None:
        """Press a key."""
        self.events += self.practice.do(command)

    def look(self) -> None:
        """Look at the clock once, after a moment or as soon as there is news."""
        self._woken.wait(_LOOK)
        self._woken.clear()
        self.events += self.practice.tick()
        self.news += self.practice.news()

    def until(self, reached: Callable[[], object], what: str, within: float = PATIENCE) -> None:
        """Look until something is so."""
        deadline = time.monotonic() + within
        while not reached():
            assert time.monotonic() < deadline, f"waited in vain for {what}; the news: {self.news}"
            self.look()

    def until_it_sounds(self, within: float = PATIENCE) -> None:
        """Look until sound comes out somewhere."""
        self.until(lambda: self.performer.status().sounding, "sound", within)

    def until_lost(self, within: float) -> None:
        """Look until the person is told that there is no sound."""
        self.news.clear()
        self.until(lambda: self.news, "news of the loss", within)
        assert self.news[0].startswith(("Sound is lost: ", "No sound: "))

    def until_back(self, within: float) -> None:
        """Look until the person is told that there is sound again."""
        self.until(lambda: BACK in self.news, "sound to come back", within)

    def for_cues(self, count: int) -> None:
        """Look until so many more cues were due."""
        wanted = self.cues + count
        self.until(lambda: self.cues >= wanted, "cues")

    @property
    def cues(self) -> int:
        """How many cues were due."""
        return sum(isinstance(event, CueDue) for event in self.events)

    @property
    def start(self) -> int:
        """When position 0 was, in nanoseconds of the machine."""
        now = self.clock.now()
        self.events += self.session.advance_to(now)
        return self.clock.machine_nanoseconds(now - self.session.position)


@contextmanager
def sitting(timeline: Timeline, how: Open, player: tuple[str, ...] = COMMAND) -> Iterator[Sitting]:
    """A session for the time of a `with` block, not begun; `player` is the command of its process."""
    made = Sitting(timeline, how, player)
    try:
        yield made
    finally:
        made.practice.close()
