"""Who says what when: goes through the notes in time and never takes back what is said.

Nothing is placed by the length of what comes after it. Sentences come before the words of phases: as long as any of
them waits and could be said, phases have their sounds alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from msgspec import Struct

from relaxtimer.core.cues import WORDS, CueKind
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.routine import LOUDEST
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES, speaking_time
from relaxtimer.sound.arranging.barriers import Barriers
from relaxtimer.sound.arranging.lateness import Lateness
from relaxtimer.sound.arranging.naming import Naming
from relaxtimer.sound.arranging.paces import Paces
from relaxtimer.sound.arranging.sounds import ANNOUNCEMENTS, Sounding
from relaxtimer.sound.note import Note
from relaxtimer.sound.pacing import PACES
from relaxtimer.sound.placed import Bus, Placed, Unfit

# A whole announcement may be so late; with more, its brief form comes first where that is in time.
LATEST_ANNOUNCEMENT: Milliseconds = 1_500
# "Breathe in" belongs to the first moments of the breath: behind other words no later than this or a quarter of the
# phase, and never in its last third, whatever sounds first.
LATEST_OF_PHASE: Milliseconds = 1_500
# Between the name of a part and what is said of it: they belong together.
PAUSE_WITHIN_PART: Milliseconds = 200
_RANK = dict.fromkeys(ANNOUNCEMENTS, 0) | dict.fromkeys(WORDS, 1) | dict.fromkeys(PACES, 2)


class _Waiting(Struct):
    """A sentence that waits for its room: not `before` this time."""

    sounding: Sounding
    length: Milliseconds
    before: Milliseconds


class Speaker:
    """A voice that says what notes call for; `placed`, `unfit` and `lateness` are what came of it."""

    def __init__(
        self, found: Sequence[Sounding], barriers: Barriers, length_of: Callable[[str], Milliseconds | None]
    ) -> None:
        """Know all notes in the order of time, and where words may not be."""
        self.placed: list[Placed] = []
        self.unfit: list[Unfit] = []
        self.lateness = Lateness()
        self._speaking = sorted(
            (each for each in found if (each.note.words and each.note.kind in _RANK) or each.note.pace),
            key=lambda each: (each.note.at, _RANK[each.note.kind]),
        )
        self._barriers = barriers
        self._paces = Paces(each.note for each in self._speaking)
        self._naming = Naming()
        self._length_of = length_of
        self._free: Milliseconds = 0
        # Where the last words ended that are not those of a phase.
        self._over: Milliseconds = 0
        self._since: Milliseconds = 0
        self._waiting: deque[_Waiting] = deque()

    def say_all(self) -> None:
        """Say everything there is time for."""
        announced: Milliseconds | None = None
        for each in self._speaking:
            note = each.note
            if note.kind in WORDS and (note.at != announced or self._is_bound(each)):
                self._waiting.append(_Waiting(each, self._length(note.words) + each.head, note.at))
                continue
            self._say_waiting(note.at)
            # What waits may not go back to before this, even where this turns out to be left unsaid.
            self._free = max(self._free, note.at)
            if note.kind in PACES:
                self._say_phase(each)
                continue
            announced = note.at
            self._announce(each)
        self._say_waiting(None)
        self.unfit += self._naming.missed()

    # Announcements

    def _announce(self, each: Sounding) -> None:
        """Say an announcement: whole or brief in time, else whole or brief late, else not at all."""
        note = each.note
        if note.kind is CueKind.STEP:
            self._since = note.at
        own = each.head if each.moves else 0
        earliest = self._earliest(each)
        for latest in (earliest + LATEST_ANNOUNCEMENT, note.until):
            for words in filter(None, (note.words, note.brief)):
                length = own + self._length(words)
                start = self._barriers.first(earliest, length, note.until)
                if start <= latest and start + length <= note.until:
                    self._say(each, words, start)
                    if words != note.words:
                        self._unfit_announcement(note, words, earliest)
                    return
        self._unfit_announcement(note, "", earliest)

    def _earliest(self, each: Sounding) -> Milliseconds:
        """Give from when on something can be announced: after its sound, or close behind the name it belongs to."""
        if each.moves:
            return max(each.note.at, self._free - PAUSE_BETWEEN_SENTENCES + PAUSE_WITHIN_PART)
        return max(each.note.at + each.head, self._free)

    def _unfit_announcement(self, note: Note, said: str, earliest: Milliseconds) -> None:
        room = self._barriers.room(earliest, note.until)
        takes = self._length(note.words)
        self.unfit.append(Unfit(step=note.step, words=note.words, said=said, takes=takes, room=room))

    # Phases

    def _say_phase(self, each: Sounding) -> None:
        """Say the words of a phase where it begins, or not at all: it has its sound."""
        note = each.note
        clear = not self._waiting and self._over <= note.at
        self.unfit += self._naming.enter(note, clear=clear)
        takes = room = 0
        for words in self._naming.wanted(note):
            takes = length = self._length(words)
            soonest = self._barriers.first(note.at, length, note.until)
            start = self._barriers.first(max(note.at, self._free), length, note.until)
            latest = min(soonest + min(LATEST_OF_PHASE, note.lasts // 4), note.at + note.lasts * 2 // 3)
            in_time = start <= latest and self._is_free(start + length)
            if in_time and start + length <= note.until:
                self._say(each, words, start)
                self._naming.say(note, words, length)
                return
            room = min(self._barriers.room(start, note.until), length - 1) if in_time else 0
        if takes:
            self._naming.miss(note, takes, room)

    def _is_free(self, end: Milliseconds) -> bool:
        """Tell whether the next sentence that waits can only be said after words that end then."""
        if not self._waiting:
            return True
        start = self._start(self._waiting[0])
        return start is None or start >= end + PAUSE_BETWEEN_SENTENCES

    # Sentences

    def _say_waiting(self, before: Milliseconds | None) -> None:
        """Say the sentences that have room to begin before a time, in their order; give up those that have none."""
        while self._waiting:
            waiting = self._waiting[0]
            note = waiting.sounding.note
            start = self._start(waiting)
            if start is None or start + waiting.length > note.until:
                self._waiting.popleft()
                self._leave_out(note, (note.until if start is None else start) + waiting.length)
                continue
            waiting.before = start
            if before is not None and start >= before:
                return
            self._waiting.popleft()
            self._say(waiting.sounding, note.words, start)

    def _start(self, waiting: _Waiting) -> Milliseconds | None:
        """Give the first start of a sentence that is clear of sounds and contradicts no phase; `None` for none."""
        earliest = max(waiting.before, self._free)
        return self._paces.first(waiting.sounding.note, earliest, waiting.length, self._barriers)

    def _is_bound(self, each: Sounding) -> bool:
        """Tell whether what is said of a part cannot follow its name at once: it talks of a phase that is not then."""
        earliest, length = self._earliest(each), self._length(each.note.words) + each.head
        at_once = self._barriers.first(earliest, length, each.note.until)
        return self._paces.first(each.note, earliest, length, self._barriers) != at_once

    def _leave_out(self, note: Note, end: Milliseconds) -> None:
        since = min(self._since, note.at)
        room = max(note.until - since, 0)
        self.unfit.append(Unfit(step=note.step, words=note.words, said="", takes=end - since, room=room))

    # All

    def _say(self, each: Sounding, words: str, start: Milliseconds) -> None:
        note = each.note
        if each.moves and each.name:
            self.placed.append(each.placed(start))
            start += each.head
        self.placed.append(Placed(at=start, bus=Bus.VOICE, name=words, gain=note.volume / LOUDEST))
        end = start + self._length(words)
        self._free = end + PAUSE_BETWEEN_SENTENCES
        if note.kind not in PACES:
            self._over = end
            self._naming.interrupt()
            self.lateness.take(note, words, start, end)

    def _length(self, words: str) -> Milliseconds:
        known = self._length_of(words)
        return speaking_time(words) if known is None else max(known, 0)
