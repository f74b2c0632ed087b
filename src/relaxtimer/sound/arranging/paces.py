"""The paces of a score: which sentences talk of one of their phases, and where such a sentence may be said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.pattern import Motion
from relaxtimer.core.talk_of_phases import OPPOSITE, Words, talks_of, with_usual
from relaxtimer.sound.arranging.barriers import Barriers
from relaxtimer.sound.note import Note

_Phase = tuple[Motion, Milliseconds, Milliseconds]


class Pace:
    """Breaths or repetitions one after another, from `start` to `end`."""

    def __init__(self, notes: list[Note]) -> None:
        """Take the phases in their order."""
        self.start, self.end = notes[0].at, notes[-1].at + notes[-1].lasts
        self._breath = notes[0].kind.value.startswith("breath-")
        self._phases: list[_Phase] = [(_motion(note.kind), note.at, note.at + note.lasts) for note in notes]
        own: dict[Motion, set[str]] = {}
        for note in notes:
            if note.cycle == notes[0].cycle:
                own.setdefault(_motion(note.kind), set()).update(() if note.once else (note.words,))
        self._words: Words = with_usual(own, breath=self._breath)

    def first(
        self, words: str, earliest: Milliseconds, length: Milliseconds, until: Milliseconds, barriers: Barriers
    ) -> Milliseconds | None:
        """Give the first start of a sentence that is not in the opposite of the phase it talks of; `None` for none.

        A repetition too quick for that in any of its phases has the sentence where any other would be: it tells of
        the whole of it.
        """
        motion = talks_of(words, self._words)
        if motion is None:
            return earliest
        for start, latest, over in self._own(motion):
            found = barriers.first(max(earliest, start), length, until)
            if found < latest and found + length <= min(over, until):
                return found
        quick = not self._breath and all(over - start < length for start, _, over in self._own(motion))
        return earliest if quick else None

    def _own(self, motion: Motion) -> Iterator[tuple[Milliseconds, Milliseconds, Milliseconds]]:
        """Yield each phase of a motion: its start, up to when words belong to it, and when the next opposite starts."""
        opposite = OPPOSITE[motion]
        for place, (each, start, end) in enumerate(self._phases):
            if each is motion:
                over = (at for other, at, _ in self._phases[place + 1 :] if other is opposite)
                yield start, start + (end - start) * 2 // 3, next(over, self.end)


class Paces:
    """All paces of a score, in the order of time."""

    def __init__(self, notes: Iterable[Note]) -> None:
        """Take every phase of every pace."""
        paces: dict[int, list[Note]] = {}
        for note in notes:
            if note.pace:
                paces.setdefault(note.pace, []).append(note)
        self._paces = sorted(map(Pace, paces.values()), key=lambda pace: pace.start)
        self._starts = [pace.start for pace in self._paces]

    def first(
        self, note: Note, earliest: Milliseconds, length: Milliseconds, barriers: Barriers
    ) -> Milliseconds | None:
        """Give the first start, not before `earliest`, at which a sentence talks into no phase opposite to its own.

        `None` where there is none before it ends.
        """
        start = barriers.first(earliest, length, note.until)
        place = max(bisect_right(self._starts, start + length - 1) - 1, 0)
        for pace in self._paces[place : place + 1]:
            if pace.start < start + length and start < pace.end:
                return pace.first(note.words, start, length, note.until, barriers)
        return start


def _motion(kind: CueKind) -> Motion:
    return Motion(kind.value.partition("-")[2])
