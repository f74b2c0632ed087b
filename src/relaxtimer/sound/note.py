"""What a moment of a session calls for, before anyone knows how long its words take: a sound, words, or both."""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import Milliseconds


class Note(Struct, frozen=True, kw_only=True):
    """A moment that is heard.

    `at` and `until` are real milliseconds from the start of the timeline (session time divided by the speed); words
    end by `until`. `brief` is what is said where `words` do not fit: name and side. `file` is a sound file of the
    routine's own for this event (absolute path). `volume` is that of the step, 0 to 100. `step` counts from 1. `lasts`
    is the length of a phase of breath or tempo, whose sound goes on as long as the phase; 0 for everything else.
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
