"""Who says what when: goes through the notes in time and never takes back what is said.

Nothing is placed by the length of what comes after it. Where sentences look ahead to the words of a phase, they go by
an estimate that stands, not by the clip.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Sequence

from msgspec import Struct

from relaxtimer.core.cues import WORDS, CueKind
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.routine import LOUDEST
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES, speaking_time
from relaxtimer.sound.arranging.barriers import Barriers
from relaxtimer.sound.arranging.sounds import ANNOUNCEMENTS, Sounding
from relaxtimer.sound.note import Note
from relaxtimer.sound.pacing import PACES
from relaxtimer.sound.placed import Bus, Placed, Unfit

# A whole announcement may be so late; with more, its brief form comes first where that is in time.
LATEST_ANNOUNCEMENT: Milliseconds = 1_500
# "Breathe in" belongs to the first moments of the breath, and never to its last third; while sentences wait, a phase
# that cannot be named as soon as its sound allows leaves them the room.
LATEST_OF_PHASE: Milliseconds = 1_500
LATEST_OF_PHASE_BEFORE_SENTENCES: Milliseconds = 300
# Between the name of a part and what is said of it: they belong together.
PAUSE_WITHIN_PART: Milliseconds = 200
# So long a sentence waits for the words of phases; then it is said over the sounds of breath and tempo.
PATIENCE: Milliseconds = 4 * SECOND
_RANK = dict.fromkeys(ANNOUNCEMENTS, 0) | dict.fromkeys(WORDS, 1) | dict.fromkeys(PACES, 2)


class _Waiting(Struct):
    """A sentence that waits for its room: not `before` this time, `wished` for first at that one."""

    sounding: Sounding
    length: Milliseconds
    before: Milliseconds
    wished: Milliseconds | None = None


class Speaker:
    """A voice that says what notes call for; `placed` and `unfit` are what came of it."""

    def __init__(
        self, found: Sequence[Sounding], barriers: Barriers, length_of: Callable[[str], Milliseconds | None]
    ) -> None:
        """Know all notes in the order of time, and where words may not be."""
        self.placed: list[Placed] = []
        self.unfit: list[Unfit] = []
        self._speaking = sorted(
            (each for each in found if each.note.words and each.note.kind in _RANK),
            key=lambda each: (each.note.at, _RANK[each.note.kind]),
        )
        self._barriers = barriers
        self._length_of = length_of
        self._free: Milliseconds = 0
        self._since: Milliseconds = 0
        self._waiting: deque[_Waiting] = deque()
        self._phases = [each.note for each in self._speaking if each.note.kind in PACES]

    def say_all(self) -> None:
        """Say everything there is time for."""
        announced: Milliseconds | None = None
        for each in self._speaking:
            note = each.note
            if note.kind in WORDS and note.at != announced:
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

    def _announce(self, each: Sounding) -> None:
        """Say an announcement: whole or brief in time, else whole or brief late, else not at all."""
        note, moves = each.note, each.moves
        if note.kind is CueKind.STEP:
            self._since = note.at
        own = each.head if moves else 0
        free = self._free - PAUSE_BETWEEN_SENTENCES + PAUSE_WITHIN_PART if moves else self._free
        earliest = max(note.at + each.head - own, free)
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

    def _unfit_announcement(self, note: Note, said: str, earliest: Milliseconds) -> None:
        room = self._barriers.room(earliest, note.until)
        takes = self._length(note.words)
        self.unfit.append(Unfit(step=note.step, words=note.words, said=said, takes=takes, room=room))

    def _say_phase(self, each: Sounding) -> None:
        """Say the words of a phase where it begins, or not at all: it has its sound."""
        note = each.note
        late = LATEST_OF_PHASE_BEFORE_SENTENCES if self._waiting else LATEST_OF_PHASE
        for words in filter(None, (note.words, note.brief)):
            length = self._length(words)
            soonest = self._barriers.first(note.at, length, note.until)
            start = self._barriers.first(max(note.at, self._free), length, note.until)
            latest = min(soonest + late, note.at + note.lasts * 2 // 3)
            if start <= latest and start + length <= note.until:
                self._say(each, words, start)
                return

    def _say_waiting(self, before: Milliseconds | None) -> None:
        """Say the sentences that have room to begin before a time, in their order; give up those that have none."""
        while self._waiting:
            waiting = self._waiting[0]
            note = waiting.sounding.note
            start = self._barriers.first(max(waiting.before, self._free), waiting.length, note.until)
            if start + waiting.length > note.until:
                self._waiting.popleft()
                self._leave_out(note, start + waiting.length)
                continue
            waiting.before = start
            if before is not None and start < before:
                start = self._clear_of_phases(waiting, start, before)
            if before is not None and start >= before:
                return
            self._waiting.popleft()
            self._say(waiting.sounding, note.words, start)

    def _leave_out(self, note: Note, end: Milliseconds) -> None:
        since = min(self._since, note.at)
        room = max(note.until - since, 0)
        self.unfit.append(Unfit(step=note.step, words=note.words, said="", takes=end - since, room=room))

    def _clear_of_phases(self, waiting: _Waiting, start: Milliseconds, before: Milliseconds) -> Milliseconds:
        """Give a start that leaves the words of coming phases their place, or the one given where that takes long."""
        if waiting.wished is None:
            waiting.wished = start
        latest, until = waiting.wished + PATIENCE, waiting.sounding.note.until
        found = start
        place = bisect_left(self._phases, before, key=lambda phase: phase.at)
        while place < len(self._phases):
            phase = self._phases[place]
            if phase.at >= found + waiting.length + PAUSE_BETWEEN_SENTENCES:
                break
            length = speaking_time(phase.words)
            over = self._barriers.first(phase.at, length, phase.until) + length + PAUSE_BETWEEN_SENTENCES
            found = self._barriers.first(max(found, over), waiting.length, until)
            if found > latest or found + waiting.length > until:
                return start
            place += 1
        return found

    def _say(self, each: Sounding, words: str, start: Milliseconds) -> None:
        if each.moves and each.name:
            self.placed.append(each.placed(start))
            start += each.head
        self.placed.append(Placed(at=start, bus=Bus.VOICE, name=words, gain=each.note.volume / LOUDEST))
        self._free = start + self._length(words) + PAUSE_BETWEEN_SENTENCES

    def _length(self, words: str) -> Milliseconds:
        known = self._length_of(words)
        return speaking_time(words) if known is None else max(known, 0)
