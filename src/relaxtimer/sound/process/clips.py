"""What a conductor needs clips of, and whoever has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from relaxtimer.audio.clip import Clip
from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.placed import Placed


class Waking(Protocol):
    """The clips that are no event."""

    def bed_ahead(self, name: str | None) -> Clip | None:
        """Give an ambience; `None` until it is read."""
        ...

    def primer(self, duration: Milliseconds) -> Clip | None:
        """Give what wakes an output up unheard."""
        ...


class Sounds(Waking, Protocol):
    """The clips of a profile, and a person's own."""

    def prepare(self, placed: Sequence[Placed]) -> None:
        """Have the clips ready when they are needed."""
        ...

    def clip(self, placed: Placed) -> Clip | None:
        """Give the clip of a cue; `None` where it cannot be had, which was said."""
        ...

    def count(self, profile: str) -> tuple[Clip, float] | None:
        """Give the clip of a lead-in's tick with its gain."""
        ...


class Words(Protocol):
    """Words as clips, made elsewhere."""

    @property
    def made(self) -> int:
        """How many clips were made so far: another number means that there are new ones."""
        ...

    def want(self, words: Sequence[str]) -> None:
        """Make clips of these, in their order, and of no others."""
        ...

    def clip(self, words: str) -> Clip | None:
        """Give a clip that is ready."""
        ...

    def length(self, words: str) -> Milliseconds | None:
        """Give how long words take, once that is known."""
        ...

    def at_once(self, words: str) -> None:
        """Make this clip before all others."""
        ...
