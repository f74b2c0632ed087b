"""What a moment of a session calls for, before anyone knows how long its words take: a sound, words, or both."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import Milliseconds


class Limit(StrEnum):
    """What words are best over before: the pace, the work, or the end of its first quarter."""

    PACE = "pace"
    WORK = "work"
    QUARTER = "quarter"


class Note(Struct, frozen=True, kw_only=True):
    """A moment that is heard.

    `at` and `until` are real milliseconds from the start of the timeline (session time divided by the speed); words
    end by `until`. `brief` is what is said where `words` do not fit: name and side. `file` is a sound file of the
    routine's own for this event (absolute path). `volume` is that of the step, 0 to 100. `step` counts from 1. `lasts`
    is the length of a phase of breath or tempo, whose sound goes on as long as the phase; 0 for everything else.

    A phase is one of those of its `pace` (a number of its own for each stretch that is paced, above 0) and of its
    `cycle` (from 1); 0 for everything else. With `once` its words are for one cycle, and what remains of them in any
    other is its brief form. Where words have a `limit`, they are best over by `due`; they may still be said later.
    """

    at: Milliseconds
    kind: CueKind
    words: str = ""
    brief: str = ""
    until: Milliseconds
    step: int
    profile: str | None = None
    file: str | None = None
    volume: int = 100
    lasts: Milliseconds = 0
    pace: int = 0
    cycle: int = 0
    once: bool = False
    limit: Limit | None = None
    due: Milliseconds = 0
