"""The session's side of sound: a player follows what happens and makes it heard or seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from relaxtimer.core.cues import CueKind
from relaxtimer.core.events import CueDue, Event, HoldStopped

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

    def hear(self, events: Iterable[Event]) -> None:
        """Take in what happened, and sound what it calls for."""
        ...

    def mute(self, *, on: bool) -> None:
        """Fall silent, or sound again."""
        ...

    def close(self) -> None:
        """Let go of what it holds."""
        ...


class Bell:
    """The terminal's bell, with a flash of the screen for those who do not hear it.

    `ring(times)` and `flash()` are the face's own: it alone may write to the terminal. A muted bell still flashes.
    """

    name = "bell"

    def __init__(self, ring: Callable[[int], None], flash: Callable[[], None]) -> None:
        """Ring and flash by these."""
        self._ring = ring
        self._flash = flash
        self.muted = False

    def hear(self, events: Iterable[Event]) -> None:
        """Ring once for the loudest of what happened."""
        rings = max((_rings(event) for event in events), default=0)
        if rings:
            self._flash()
            if not self.muted:
                self._ring(rings)

    def mute(self, *, on: bool) -> None:
        """Ring no more, or again."""
        self.muted = on

    def close(self) -> None:
        """Hold nothing."""


class Silent:
    """A player that makes no sound and remembers what it would have sounded."""

    name = "none"

    def __init__(self) -> None:
        """Have heard nothing."""
        self.heard: list[CueKind] = []
        self.muted = False

    def hear(self, events: Iterable[Event]) -> None:
        """Remember the cues."""
        self.heard += [event.cue.kind for event in events if isinstance(event, CueDue)]

    def mute(self, *, on: bool) -> None:
        """Remember that too."""
        self.muted = on

    def close(self) -> None:
        """Hold nothing."""


def _rings(event: Event) -> int:
    if isinstance(event, HoldStopped):
        return 1
    return RINGS.get(event.cue.kind, 0) if isinstance(event, CueDue) else 0
