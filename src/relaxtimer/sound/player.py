"""The session's side of sound: a player follows a session and makes it heard or seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec import Struct

from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.events import CueDue, Event, HoldStopped
from relaxtimer.core.session import Session

LOUDEST = 100
PATIENCE = 1.0
"""Seconds that a session may be held back at its start for sound that is on its way."""

# How often the bell rings for an event, so that they can be told apart without looking. A terminal bell has one tone.
RINGS = {
    CueKind.LEAD_IN: 0,
    CueKind.STEP: 1,
    CueKind.BEGIN: 1,
    CueKind.PART: 1,
    CueKind.READY: 1,
    CueKind.REST: 1,
    CueKind.SWITCH: 2,
    CueKind.END: 3,
}


class Outlet(Struct, frozen=True):
    """What a face lends to a player: it alone may write to the terminal.

    `ring(times)` and `flash()` are called by whoever calls the player. `wake()` may be called from any thread: come
    and tick soon, there is news.
    """

    ring: Callable[[int], None]
    flash: Callable[[], None]
    wake: Callable[[], None]


class Status(Struct, frozen=True, kw_only=True):
    """How a player does.

    `output` is what makes the sound and `device` what it plays to, both empty where nothing does; `missed` says why
    nothing better does. `voice` is what speaks, `voiceless` that nothing can; `ready` of `total` words can be said.
    `ringing` tells that the end of the score is still being heard, `coming` that it is not known yet whether there will
    be sound.
    """

    output: str = ""
    device: str = ""
    sounding: bool = False
    missed: tuple[str, ...] = ()
    voice: str = ""
    voiceless: bool = False
    ready: int = 0
    total: int = 0
    ringing: bool = False
    coming: bool = False


class Player(Protocol):
    """What makes a session heard. A player never raises, never blocks and never keeps time of its own."""

    @property
    def name(self) -> str:
        """What it is called: the value of `--sound-output` that chooses it."""
        ...

    @property
    def muted(self) -> bool:
        """Whether it is silent for now."""
        ...

    @property
    def speaking(self) -> bool:
        """Whether it says words."""
        ...

    @property
    def volume(self) -> int:
        """How loud it is, 0 to 100."""
        ...

    @property
    def lead(self) -> Milliseconds:
        """How long before it is heard it has to know of a first sound, in real milliseconds."""
        ...

    def prepare(self) -> None:
        """Get ready to be heard without waiting for it; whoever lent the outlet is woken when it is clear whether."""
        ...

    def follow(self, session: Session, now: Milliseconds, events: Iterable[Event]) -> None:
        """Take in where the session is at a time of its clock and what happened: after each tick and command."""
        ...

    def mute(self, *, on: bool) -> None:
        """Fall silent, or sound again."""
        ...

    def speak(self, *, on: bool) -> None:
        """Say words, or leave them out."""
        ...

    def louder(self, by: int) -> None:
        """Be louder by so much, quieter where it is negative; never below 0 or above 100."""
        ...

    def say(self, sentences: tuple[str, ...]) -> None:
        """Say what the person asked for, or is asked: at once, or while it plays where there is room for it."""
        ...

    def hush(self) -> None:
        """Break off what is said while the session stands still: the person has heard enough."""
        ...

    def status(self) -> Status:
        """Tell how it does."""
        ...

    def news(self) -> tuple[str, ...]:
        """Give what the person is to be told since this was last asked, in sentences."""
        ...

    def settle(self) -> None:
        """Wait, for at most 50 ms, until all that was told is on its way: this process is about to stand still."""
        ...

    def close(self) -> None:
        """Fall silent and let go of what it holds, in less than a second."""
        ...


class Bell:
    """The terminal's bell, with a flash of the screen for those who do not hear it.

    A muted bell still flashes. It has no words, and no volume but none.
    """

    name = "bell"
    speaking = False
    volume = LOUDEST
    lead = 0

    def __init__(self, outlet: Outlet) -> None:
        """Ring and flash by what a face lends."""
        self._outlet = outlet
        self.muted = False

    def prepare(self) -> None:
        """Be ready as it is."""

    def follow(self, _session: Session, _now: Milliseconds, events: Iterable[Event]) -> None:
        """Ring once for the loudest of what happened."""
        rings = max((_rings(event) for event in events), default=0)
        if rings:
            self._outlet.flash()
            if not self.muted:
                self._outlet.ring(rings)

    def mute(self, *, on: bool) -> None:
        """Ring no more, or again."""
        self.muted = on

    def speak(self, *, on: bool) -> None:
        """Have no words."""

    def louder(self, by: int) -> None:
        """Leave it to the terminal."""

    def say(self, sentences: tuple[str, ...]) -> None:
        """Have no words."""

    def hush(self) -> None:
        """Have no words."""

    def status(self) -> Status:
        """Tell that a bell rings; whether anybody hears it, no program knows."""
        return Status(output=self.name, sounding=True)

    def news(self) -> tuple[str, ...]:
        """Have none."""
        return ()

    def settle(self) -> None:
        """Have nothing on its way."""

    def close(self) -> None:
        """Hold nothing."""


class Silent:
    """A player that makes no sound and remembers what it would have sounded."""

    name = "none"
    lead = 0

    def __init__(self) -> None:
        """Have heard nothing."""
        self.heard: list[CueKind] = []
        self.said: list[tuple[str, ...]] = []
        self.hushed = 0
        self.muted = False
        self.speaking = False
        self.volume = LOUDEST

    def prepare(self) -> None:
        """Be ready as it is."""

    def follow(self, _session: Session, _now: Milliseconds, events: Iterable[Event]) -> None:
        """Remember the cues."""
        self.heard += [event.cue.kind for event in events if isinstance(event, CueDue)]

    def mute(self, *, on: bool) -> None:
        """Remember that too."""
        self.muted = on

    def speak(self, *, on: bool) -> None:
        """Remember that too."""
        self.speaking = on

    def louder(self, by: int) -> None:
        """Remember that too."""
        self.volume = min(max(self.volume + by, 0), LOUDEST)

    def say(self, sentences: tuple[str, ...]) -> None:
        """Remember what would be said."""
        self.said.append(sentences)

    def hush(self) -> None:
        """Remember how often."""
        self.hushed += 1

    def status(self) -> Status:
        """Tell that nothing sounds."""
        return Status()

    def news(self) -> tuple[str, ...]:
        """Have none."""
        return ()

    def settle(self) -> None:
        """Have nothing on its way."""

    def close(self) -> None:
        """Hold nothing."""


def _rings(event: Event) -> int:
    if isinstance(event, HoldStopped):
        return 1
    return RINGS.get(event.cue.kind, 0) if isinstance(event, CueDue) else 0
