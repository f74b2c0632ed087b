"""Which words of a pace are said in which of its cycles, and which were never said."""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.note import Note
from relaxtimer.sound.placed import Unfit

# The place of what is said of the last cycle alone.
_LAST = -1


class Naming:
    """Goes through the phases of a score in their order.

    "Breathe in" and the like are said until a whole cycle was clear of all other words, and until they were said at
    all.
    """

    def __init__(self) -> None:
        """Stand before the first pace."""
        self._pace = self._cycle = self._place = 0
        self._clear = 0
        self._said: set[int] = set()
        self._missed: dict[int, Unfit] = {}

    def enter(self, note: Note, *, clear: bool) -> Iterator[Unfit]:
        """Come to a phase, `clear` of all other words; yield what was never said of the pace that is over."""
        if note.pace != self._pace:
            yield from self.missed()
            self._pace, self._cycle, self._clear = note.pace, 0, 0
            self._said.clear()
        self._place += 1
        if note.cycle != self._cycle:
            self._cycle, self._place = note.cycle, 0
            if clear and not self._clear:
                self._clear = note.cycle

    def wanted(self, note: Note) -> Iterator[str]:
        """Yield what is to be said of the phase, the words first."""
        named = 0 < self._clear < self._cycle and self._place in self._said
        if note.words and not (note.once and named):
            yield note.words
        if note.brief:
            yield note.brief

    def say(self, note: Note, words: str, takes: Milliseconds) -> None:
        """Say words of the phase: all of them, or their brief form."""
        if words == note.words:
            self._said.add(self._place)
            self._missed.pop(self._place, None)
        elif not note.once and self._place not in self._said:
            self._missed[self._place] = Unfit(step=note.step, words=note.words, said=words, takes=takes, room=0)

    def miss(self, note: Note, takes: Milliseconds, room: Milliseconds) -> None:
        """Say nothing of the phase, for want of room."""
        place = _LAST if note.brief else self._place
        if place not in self._said:
            unfit = Unfit(step=note.step, words=note.words, said="", takes=takes, room=room)
            self._missed.setdefault(place, unfit)

    def interrupt(self) -> None:
        """Have other words said in this cycle: it is not clear, whatever it was thought to be."""
        if self._clear == self._cycle:
            self._clear = 0

    def missed(self) -> Iterator[Unfit]:
        """Give once what was never said of this pace."""
        yield from self._missed.values()
        self._missed.clear()
