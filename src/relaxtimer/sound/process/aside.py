"""What is said beside the score, while the session stands still or counts in: sentences, one after another."""

from __future__ import annotations

from collections import deque

from relaxtimer.core.speech import PAUSE_BETWEEN_SENTENCES
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.placed import Bus
from relaxtimer.sound.process.clips import Words
from relaxtimer.sound.process.desk import Desk

# Each of them comes in time or not at all: a slow voice may take so long.
SAY_WITHIN = 1_500 * MILLISECOND
_PAUSE = PAUSE_BETWEEN_SENTENCES * MILLISECOND


class Aside:
    """Says what it is asked to; times are nanoseconds of the machine."""

    def __init__(self, words: Words, desk: Desk) -> None:
        """Have nothing to say."""
        self._words = words
        self._desk = desk
        self._sentences: deque[str] = deque()
        self._free = 0
        self._ordered = ""

    @property
    def waits(self) -> bool:
        """Whether there is something to be said yet."""
        return bool(self._sentences)

    def say(self, sentences: tuple[str, ...], now: int) -> None:
        """Say these, the first at once, in place of what is still being said."""
        self.hush(now)
        self._sentences.extend(sentences)
        self._free, self._ordered = now, ""
        self._order()

    def hush(self, now: int) -> None:
        """Break off."""
        if self._free > now:
            self._desk.drop(now, bed=False)
        self.forget()

    def forget(self) -> None:
        """Say no more: what was said ahead has been dropped."""
        self._sentences.clear()
        self._free = 0

    def step(self, now: int) -> None:
        """Place each sentence behind the one before as soon as there is a clip of it."""
        while self._sentences:
            clip = self._words.clip(self._sentences[0]) if self._desk.ready else None
            if clip is not None:
                at = max(now, self._free)
                if self._desk.speaks:
                    self._desk.place(clip, at, Bus.VOICE, 1.0)
                    self._free = at + clip.duration * MILLISECOND + _PAUSE
            elif now - self._free <= SAY_WITHIN:
                self._order()
                return
            self._sentences.popleft()

    def _order(self) -> None:
        """Have the next one made before all other words."""
        if self._sentences[0] != self._ordered:
            self._ordered = self._sentences[0]
            self._words.at_once(self._ordered)


class Asked:
    """What was asked for while the score is played: until there are clips of it."""

    def __init__(self, words: Words) -> None:
        """Have been asked for nothing."""
        self._words = words
        self._sentences: tuple[str, ...] = ()
        self._since = 0

    @property
    def waits(self) -> bool:
        """Whether there is something to be said yet."""
        return bool(self._sentences)

    def ask(self, sentences: tuple[str, ...], now: int) -> None:
        """Ask for these, and no longer for what was asked for before."""
        self._sentences, self._since = sentences, now

    def taken(self, now: int) -> list[str]:
        """Give what can be said, once that is all of it or has taken long enough, and have been asked for nothing."""
        missing = [words for words in self._sentences if self._words.clip(words) is None]
        if missing and now - self._since <= SAY_WITHIN:
            self._words.at_once(missing[0])
            return []
        ready = [words for words in self._sentences if words not in missing]
        self._sentences = ()
        return ready
