"""Someone with closed eyes: a session with its transport and its conductor, by what is heard of the words.

Time is moved by hand. Each clip lasts as long as its words are thought to take, or as a test says.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from relaxtimer.audio.clip import Clip, frames_in
from relaxtimer.clock import FakeClock
from relaxtimer.core.events import Command, Event, Paused
from relaxtimer.core.routine import Item
from relaxtimer.core.session import Session
from relaxtimer.core.speech import speaking_time
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import Request
from relaxtimer.sound.notes import notes_of
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.process.conductor import Conductor
from relaxtimer.sound.transport import Transport
from tests.core.making import timeline
from tests.sound.process.playing import FakeSounds, FakeWords, opening

_EVERY = 50


class Spoken(NamedTuple):
    """Words with the times at which they begin and end, in milliseconds; `cut` where they were broken off."""

    start: int
    words: str
    end: int
    cut: bool = False


class EveryWord(FakeWords):
    """Has a clip of all words, at once."""

    def __init__(self, slower: float) -> None:
        super().__init__()
        self._slower = slower
        self.names: dict[int, str] = {}

    def length(self, words: str) -> int:
        return round(speaking_time(words) * self._slower)

    def clip(self, words: str) -> Clip | None:
        if words not in self.ready:
            self.ready[words] = Clip(array("f", [0.5]) * frames_in(self.length(words)))
            self.names[id(self.ready[words])] = words
        return self.ready[words]


class Room:
    """A stage on which words are listened to; other sounds are remembered by when they begin."""

    next_due = None
    ready = True

    def __init__(self, words: EveryWord, clock: FakeClock) -> None:
        self.spoken: list[Spoken] = []
        self.sounds: list[int] = []
        self._words = words
        self._clock = clock

    def begin(self) -> None:
        """There is no other clock."""

    def place(self, clip: Clip, at: int, bus: Bus, gain: float) -> None:
        assert gain > 0
        start = max(at // MILLISECOND, self._clock.time)
        if bus is Bus.VOICE:
            self.spoken.append(Spoken(start, self._words.names[id(clip)], start + clip.duration))
        else:
            self.sounds.append(start)

    def lay_bed(self, clip: Clip | None) -> None:
        """Nobody listens to it."""

    def set_volume(self, bus: Bus, gain: float) -> None:
        """Nobody turns it."""

    def take_back(self, now: int) -> None:
        self._forget(now // MILLISECOND)

    def drop(self, *, bed: bool) -> None:  # noqa: ARG002 - nobody listens to it
        now = self._clock.time
        self._forget(now)
        begun = (each for each in self.spoken if each.start < now)
        self.spoken = [each if each.end <= now else each._replace(end=now, cut=True) for each in begun]

    def step(self, now: int) -> None:
        """Nothing is due."""

    def _forget(self, now: int) -> None:
        self.spoken = [each for each in self.spoken if each.start <= now]
        self.sounds = [each for each in self.sounds if each <= now]


class Listener:
    """Does things to a session at times, and hears what comes of it."""

    def __init__(self, *items: Item, slower: float = 1.0, lead: int = 0) -> None:
        self.clock = FakeClock(1_000_000)
        self.session = Session(timeline(*items), lead=lead)
        self.transport = Transport(self.clock, notes_of)
        self.words = EveryWord(slower)
        self.sounds = FakeSounds()
        self.room: Room | None = None
        self.new_process()

    # What happens

    def do(self, command: Command, *, quietly: bool = False) -> None:
        events = self.session.do(command, self.clock.time)
        self._follow(event for event in events if not (quietly and isinstance(event, Paused)))
        self._step()

    def wait(self, seconds: float) -> None:
        """Let time pass; the process looks at it as often as it does, the session at least so often."""
        until = self.clock.time + round(seconds * 1_000)
        while self.clock.time < until:
            self.clock.move(min(_EVERY, until - self.clock.time))
            self._follow(self.session.advance_to(self.clock.time))
            self._step()

    def started(self) -> Listener:
        """Be running, at the first moment of the routine."""
        self.do(Command.START)
        self.wait(self.session.lead_in / 1_000)
        return self

    def told(self, requests: Iterable[Request]) -> None:
        """Let the process know something."""
        for request in requests:
            self.conductor.take(request, self._now)
        self._step()

    def ask(self, *sentences: str) -> None:
        self.told(self.transport.answer(sentences))

    def lose_the_sound(self) -> None:
        """Have no device any more."""
        if self.room is not None:
            self.room.drop(bed=True)
        self.conductor.attach(None)

    def find_the_sound(self) -> None:
        """Have one again."""
        self.conductor.attach(self.room)

    def new_process(self) -> None:
        """Have another process take the place of the one there is, which ends at once."""
        if self.room is not None:
            self.room.drop(bed=True)
        self.room = self.room or Room(self.words, self.clock)
        self.conductor = Conductor(opening(voice=True), self.sounds, self.words, lambda _: None)
        self.told(self.transport.again())
        self.conductor.attach(self.room)

    # What is heard

    def heard(self, since: int = 0) -> list[str]:
        """Give the words that were heard from a time on; those that were broken off end in `--`."""
        return [f"{each.words} --" if each.cut else each.words for each in self.spoken if each.start >= since]

    @property
    def spoken(self) -> list[Spoken]:
        """All words in the order of time, with when they were heard."""
        assert self.room is not None
        return sorted(each for each in self.room.spoken if each.start <= self.clock.time)

    @property
    def now(self) -> int:
        """The time, from which on something is heard."""
        return self.clock.time

    @property
    def _now(self) -> int:
        return self.clock.machine_nanoseconds(self.clock.time)

    def _step(self) -> None:
        self.conductor.step(self._now)

    def _follow(self, events: Iterable[Event]) -> None:
        for request in self.transport.follow(self.session, self.clock.time, events):
            self.conductor.take(request, self._now)
