"""What the session and its player process say to each other: one JSON object on a line, each way.

Times are nanoseconds of the machine's clock that both processes read (`clock.machine_nanoseconds`).
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.sound.note import Note
from relaxtimer.sound.placed import Bus

# A wireless headphone is awake after this, however much longer a primer is asked for at the start.
_LONGEST_WAKING: Milliseconds = 2 * SECOND
NO_PLAYER = "no player"
"""In two words, that there is no process to play anything."""

# To the player process


class Open(Struct, frozen=True, kw_only=True, tag=True):
    """The first message: which outputs to try, in their order, and how everything is set.

    `volumes` are 0 to 100. Without `voice` there are no words; with it, `speaking` tells whether they are said now.
    """

    outputs: tuple[str, ...]
    profile: str
    bed: str | None
    volumes: dict[Bus, int]
    muted: bool
    voice: VoiceChoice | None
    speaking: bool = True
    primer: Milliseconds
    cache: str

    @property
    def waking(self) -> Milliseconds:
        """How long before a sound a device is woken that was silent for long."""
        return min(self.primer, _LONGEST_WAKING)


class VoiceChoice(Struct, frozen=True, kw_only=True):
    """Which voice speaks: an engine by name or "auto", a command as an argument list, and how it speaks.

    `rate` is in words a minute, `pitch` 0 to 100; `None` leaves either to the engine. `language` is a BCP 47 tag.
    """

    engine: str = "auto"
    command: tuple[str, ...] = ()
    name: str | None = None
    language: str = "en-gb"
    rate: int | None = None
    pitch: int | None = None


class Score(Struct, frozen=True, tag=True):
    """Everything there will be to hear of a timeline; takes the place of the score before.

    It is over at its `end` (real milliseconds), whether or not anything sounds there. `asides` are words that may be
    asked for at any time, and are to be ready then.
    """

    notes: tuple[Note, ...]
    end: Milliseconds = 0
    asides: tuple[str, ...] = ()


class Go(Struct, frozen=True, kw_only=True, tag=True):
    """Play the score: its `position` (real milliseconds) comes at the time `at`.

    `counts` are the times of a lead-in's ticks.
    """

    position: Milliseconds
    at: int
    counts: tuple[int, ...] = ()


class Seen(Struct, frozen=True, tag=True):
    """The session is alive: play on, but not past the time `until`, unless it is seen again before.

    Where it waits for the person nothing of the score sounds past `held`, and the ambience goes on.
    """

    until: int
    held: int | None = None


class Halt(Struct, frozen=True, tag=True):
    """Fade out within 50 ms and drop what was ahead."""


class Say(Struct, frozen=True, tag=True):
    """Say sentences now, one after another, over nothing: the session stands still, or counts in."""

    sentences: tuple[str, ...]


class Answer(Struct, frozen=True, tag=True):
    """Say sentences that were asked for: now where nothing is played, else as soon as the score leaves them room."""

    sentences: tuple[str, ...]


class Hush(Struct, frozen=True, tag=True):
    """Say no more of what is said beside the score while the session stands still."""


class Volume(Struct, frozen=True, tag=True):
    """Set the volume of a stream, 0 to 100."""

    bus: Bus
    level: int


class Mute(Struct, frozen=True, tag=True):
    """Fall silent, or sound again; time goes on."""

    on: bool


class Voice(Struct, frozen=True, tag=True):
    """Say words, or leave them out."""

    on: bool


class Close(Struct, frozen=True, tag=True):
    """End, with a fade. The end of the pipe means the same."""


Request: TypeAlias = Open | Score | Go | Seen | Halt | Say | Answer | Hush | Volume | Mute | Voice | Close

# From the player process


class Opened(Struct, frozen=True, kw_only=True, tag=True):
    """Sound comes out of this output; `missed` tells why each better one does not work."""

    output: str
    device: str
    missed: tuple[str, ...] = ()


class Lost(Struct, frozen=True, tag=True):
    """Nothing is heard any more, or not yet: why, with all there is to know, and in two words. It goes on trying."""

    why: str
    brief: str = "no device"


class VoiceFound(Struct, frozen=True, kw_only=True, tag=True):
    """What speaks ("" for nothing), and why each better one does not."""

    engine: str
    missed: tuple[str, ...] = ()


class Prepared(Struct, frozen=True, tag=True):
    """So many of all words are ready to be said."""

    ready: int
    total: int


class Heard(Struct, frozen=True, tag=True):
    """The whole score was heard to its end."""


class Alive(Struct, frozen=True, tag=True):
    """Said four times a second."""


class Trouble(Struct, frozen=True, tag=True):
    """A sentence for the person: a sound file that cannot be read, words that the voice could not say."""

    words: str


Report: TypeAlias = Opened | Lost | VoiceFound | Prepared | Heard | Alive | Trouble
