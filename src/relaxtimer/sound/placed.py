"""Sounds in their places: what a mixer plays, and when."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.note import Limit


class Bus(StrEnum):
    """The three streams of a mix, each with a volume of its own: the ambience, the sounds of events, the words."""

    BED = "bed"
    CUE = "cue"
    VOICE = "voice"


class Placed(Struct, frozen=True, kw_only=True):
    """A sound in its place.

    `at` is in real milliseconds from the start of the timeline. `name` is the name of a sound of the profile or the
    absolute path of a sound file (`bus` cue), or the words to say (`bus` voice). `gain` is linear. `lasts`, where it is
    not 0, is the length in milliseconds that a sound of breath or tempo is made for.
    """

    at: Milliseconds
    bus: Bus
    name: str
    gain: float = 1.0
    lasts: Milliseconds = 0


class Unfit(Struct, frozen=True, kw_only=True):
    """Words that have no time: `said` are those that are said instead ("" for none)."""

    step: int
    words: str
    said: str
    takes: Milliseconds
    room: Milliseconds


class Late(Struct, frozen=True, kw_only=True):
    """Words that are said, but later than is best: `takes` and `room` are counted from the start of their step."""

    step: int
    words: str
    limit: Limit
    takes: Milliseconds
    room: Milliseconds


class Arrangement(Struct, frozen=True):
    """A whole timeline as it is heard, in the order of time, what had no time, and what comes late."""

    placed: tuple[Placed, ...]
    unfit: tuple[Unfit, ...] = ()
    late: tuple[Late, ...] = ()
