"""What is heard of a score: all of it in its order, and from where it was gone on with what had been cut there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES, speaking_time
from relaxtimer.sound.arranging import arrange
from relaxtimer.sound.note import Note
from relaxtimer.sound.placed import Bus, Placed
from relaxtimer.sound.process.resuming import Resumed, Spoken, asked, changed, resumed, was_cut


class Script:
    """The notes of a score with what became of them, and their arrangement (`placed`)."""

    def __init__(self, profile: str, length_of: Callable[[str], Milliseconds | None]) -> None:
        """Have no score yet; `length_of` gives how long words take, once that is known."""
        self.placed: tuple[Placed, ...] = ()
        self._profile = profile
        self._known_length = length_of
        self._notes: tuple[Note, ...] = ()
        self._resumed: list[Resumed] = []
        # What is being said although the score has changed, and its note, where the score still has that.
        self._carried: tuple[Spoken, Note | None] | None = None

    def take(self, notes: tuple[Note, ...], here: Milliseconds | None, *, moves: bool) -> None:
        """Take another score, of which the same was heard up to here; it `moves` unless the session stands still."""
        self._notes = notes
        if here is not None:
            being_said = self._being_said(here)
            change, note = changed(self._heard(), self._said(), here, being_said, moves=moves)
            self._carried = None if being_said is None else (being_said, note)
            self._resumed.append(change)

    def arrange(self, *, voice: bool) -> None:
        """Give everything its place, with the lengths that are known; without a voice nothing is said."""
        made = arrange(self._heard(), self._known_length, profile=self._profile, voice=voice)
        self.placed = made.placed

    def resume(self, position: Milliseconds, since: Milliseconds, *, voice: bool) -> None:
        """Go on at a position; nothing was heard since another one before it."""
        since = min(since, position)
        if any(position < each.made for each in self._resumed):
            self._resumed = [each for each in self._resumed if each.made <= position]
            self._carried = None
            self.arrange(voice=voice)
        spoken, note = self._carried or (None, None)
        cut = note if spoken is not None and was_cut(spoken, position, since) else None
        change = resumed(self._heard(), self._said(), position, since, cut)
        # What was asked for is not told again: it tells of times that have passed.
        self._resumed = [*(each for each in self._resumed if not each.asked), change]
        self._carried = None
        self.arrange(voice=voice)

    def answer(self, sentences: Sequence[str], position: Milliseconds, *, voice: bool) -> None:
        """Say what was asked for, from a position on or once the words are over that are being said there."""
        being_said = self._being_said(position)
        free = position if being_said is None else being_said.end + PAUSE_BETWEEN_SENTENCES
        self._resumed.append(asked(sentences, position, free))
        self.arrange(voice=voice)

    def _heard(self) -> Sequence[Note]:
        notes: Sequence[Note] = self._notes
        for each in self._resumed:
            notes = each.applied(notes)
        return notes

    def _said(self) -> list[Spoken]:
        return [
            Spoken(each.name, each.at, each.at + self._length(each.name))
            for each in self.placed
            if each.bus is Bus.VOICE
        ]

    def _being_said(self, here: Milliseconds) -> Spoken | None:
        carried = () if self._carried is None else (self._carried[0],)
        return next((each for each in (*self._said(), *carried) if each.at(here)), None)

    def _length(self, words: str) -> Milliseconds:
        known = self._known_length(words)
        return speaking_time(words) if known is None else known
