"""The sound of each note: which one, how loud, how long its loud part, and where it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from relaxtimer.core.cues import WORDS, CueKind
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.routine import LOUDEST
from relaxtimer.sound.arranging.barriers import Barriers
from relaxtimer.sound.note import Note
from relaxtimer.sound.pacing import PACES
from relaxtimer.sound.placed import Bus, Placed
from relaxtimer.sound.profiles import head_of, tone_of

# The loud part of a person's own sound file: what is in it is not known here, and most ring out after less.
HEAD_OF_OWN_FILE: Milliseconds = 400
ANNOUNCEMENTS = frozenset(
    {CueKind.STEP, CueKind.PART, CueKind.SWITCH, CueKind.READY, CueKind.REST, CueKind.NEXT, CueKind.END}
)


class Sounding(Struct, frozen=True):
    """A note with its sound: "" for none. `head` is how long its loud part lasts that words must not lie under."""

    note: Note
    name: str = ""
    gain: float = 0.0
    head: Milliseconds = 0

    @property
    def moves(self) -> bool:
        """Whether its sound goes where its words go: that of a sentence."""
        return self.note.kind in WORDS and bool(self.note.words)

    def placed(self, at: Milliseconds) -> Placed:
        """Give its sound in its place."""
        return Placed(at=at, bus=Bus.CUE, name=self.name, gain=self.gain, lasts=self.note.lasts)


def sounding(notes: Sequence[Note], profile: str) -> list[Sounding]:
    """Give each note its sound. Those of one moment share its loudness: two bells at once are no louder than one."""
    found = [_sounding(note, profile) for note in notes]
    alike = Counter(each.note.at for each in found if _shares(each))
    return [
        Sounding(each.note, each.name, each.gain / alike[each.note.at], each.head)
        if _shares(each) and alike[each.note.at] > 1
        else each
        for each in found
    ]


def barriers(found: Sequence[Sounding]) -> Barriers:
    """Give where words may not be."""
    return Barriers(_stretches(found))


def _stretches(found: Sequence[Sounding]) -> Iterator[tuple[Milliseconds, Milliseconds]]:
    for each in found:
        note = each.note
        if note.kind in PACES or note.kind in WORDS:
            continue
        # No words lie across the moment of an announcement, or across that at which the work begins.
        if each.head or note.kind in ANNOUNCEMENTS or note.kind is CueKind.BEGIN:
            yield note.at, note.at + each.head


def _shares(each: Sounding) -> bool:
    """Tell whether a sound starts at full strength: those of breath and tempo swell."""
    return bool(each.name) and each.note.kind not in PACES


def _sounding(note: Note, profile: str) -> Sounding:
    loudness = note.volume / LOUDEST
    if note.file is not None:
        return Sounding(note, note.file, loudness, HEAD_OF_OWN_FILE)
    name, gain, head = _tone(note.kind, note.profile or profile)
    return Sounding(note, name, gain * loudness, head)


@lru_cache(maxsize=256)
def _tone(kind: CueKind, profile: str) -> tuple[str, float, Milliseconds]:
    tone = tone_of(kind, profile)
    return ("", 0.0, 0) if tone is None else (tone.name, tone.gain, head_of(tone.name))
