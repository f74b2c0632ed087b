"""Which words come later than is best, and how much time they would have needed: what one who listens would miss."""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES
from relaxtimer.sound.note import Limit, Note
from relaxtimer.sound.placed import Late

# Words that need no more time than there is, and still come late, are told with so much more.
_LEAST: Milliseconds = 100


class _Row(Struct):
    """Words one after another: from where they are counted, and where they would be over without gaps."""

    since: Milliseconds = 0
    end: Milliseconds = 0

    def take(self, start: Milliseconds, end: Milliseconds) -> None:
        """Add the next words."""
        self.end = min(self.end + PAUSE_BETWEEN_SENTENCES + end - start, end)


class Lateness:
    """Hears words in the order they are said; `late` are those that end after they are due."""

    def __init__(self) -> None:
        """Have heard nothing."""
        self.late: list[Late] = []
        self._step = _Row()
        self._part: _Row | None = None

    def take(self, note: Note, words: str, start: Milliseconds, end: Milliseconds) -> None:
        """Hear the words of a note, or their brief form."""
        if note.kind is CueKind.STEP:
            self._step, self._part = _Row(note.at, end), None
        else:
            self._step.take(start, end)
        row = self._row(note, start, end)
        if note.limit is None or end <= note.due:
            return
        room = max(note.due - row.since, 0)
        over = end if note.limit is Limit.QUARTER else row.end
        takes = max(over - row.since, room + _LEAST)
        self.late.append(Late(step=note.step, words=words, limit=note.limit, takes=takes, room=room))

    def _row(self, note: Note, start: Milliseconds, end: Milliseconds) -> _Row:
        """Give what the words are counted with: the others of their part, or those of the whole step."""
        if note.kind is CueKind.PART:
            self._part = _Row(note.at, end)
            return self._part
        if self._part is None or note.at != self._part.since:
            return self._step
        self._part.take(start, end)
        return self._part
