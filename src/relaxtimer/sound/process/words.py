"""Words as clips, made in a thread of their own: those that come first, first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Condition, Thread

from relaxtimer.audio.clip import Clip
from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.messages import Prepared, Report, Trouble, VoiceChoice, VoiceFound
from relaxtimer.sound.voice import Voice, VoiceError, find_voice

# Four minutes of speech. What no longer comes goes first; what comes too late for it is made in its turn.
MOST_BYTES = 48_000_000
_SAMPLE_BYTES = 4
# A voice that fails so often in a row is given up.
_FAILURES = 5


class Speaker:
    """Makes clips of the words it is asked for, with the voice that a choice leads to."""

    def __init__(self, choice: VoiceChoice | None, cache: Path, report: Callable[[Report], None]) -> None:
        """Look for a voice, where one is wanted, without waiting for it."""
        self.made = 0
        self._report = report
        self._changed = Condition()
        self._wanted: list[str] = []
        self._first: list[str] = []
        self._clips: dict[str, Clip] = {}
        self._lengths: dict[str, Milliseconds] = {}
        self._failed: set[str] = set()
        self._bytes = 0
        self._voice: Voice | None = None
        if choice is not None:
            Thread(target=self._live, args=(choice, cache), daemon=True).start()

    def want(self, words: Sequence[str]) -> None:
        """Make clips of these, in their order, and of no others."""
        with self._changed:
            self._wanted = list(words)
            self._changed.notify()

    def at_once(self, words: str) -> None:
        """Make this clip before all others."""
        with self._changed:
            self._first.append(words)
            self._changed.notify()

    def clip(self, words: str) -> Clip | None:
        """Give a clip that is ready."""
        return self._clips.get(words)

    def length(self, words: str) -> Milliseconds | None:
        """Give how long words take, once that is known: also of a clip that had to go."""
        return self._lengths.get(words)

    def close(self) -> None:
        """Give up what is being made: another program may be at it."""
        if self._voice is not None:
            self._voice.stop()

    def _live(self, choice: VoiceChoice, cache: Path) -> None:
        try:
            self._work(choice, cache)
        except Exception as error:  # noqa: BLE001 - whatever it is, a voice that ends unseen would be a riddle
            self._report(VoiceFound(engine="", missed=(f"The voice failed: {error!r}.",)))

    def _work(self, choice: VoiceChoice, cache: Path) -> None:
        given_up: set[str] = set()
        while True:
            found = find_voice(choice, cache, given_up)
            self._voice = found.voice
            if found.voice is None:
                self._report(VoiceFound(engine="", missed=found.missed))
                return
            self._report(VoiceFound(engine=found.voice.name, missed=found.missed))
            for sentence in filter(None, (*found.unheeded, found.voice.trouble)):
                self._report(Trouble(sentence))
            self._speak(found.voice)
            given_up.add(found.voice.name)

    def _speak(self, voice: Voice) -> None:
        """Make clips for as long as the voice can."""
        failures = 0
        while failures < _FAILURES:
            words = self._next()
            try:
                clip = voice.speak(words)
            except VoiceError as error:
                failures += 1
                self._failed.add(words)
                if failures == 1:
                    self._report(Trouble(str(error)))
            else:
                failures = 0
                self._keep(words, clip)
        # What this voice could not say, the next one may.
        self._failed.clear()

    def _next(self) -> str:
        """Wait for words without a clip, and for room for it."""
        with self._changed:
            while True:
                words = self._missing()
                if words is not None:
                    return words
                self._changed.wait()

    def _missing(self) -> str | None:
        for words in self._first:
            if words not in self._clips and words not in self._failed:
                return words
        del self._first[:-1]
        for words in self._wanted:
            if words not in self._clips and words not in self._failed:
                return words if self._bytes < MOST_BYTES or self._make_room(words) else None
        return None

    def _make_room(self, coming: str) -> bool:
        """Let go of clips that nobody wants, or that come later than this one."""
        later = self._wanted[self._wanted.index(coming) :]
        kept = {*self._wanted[: len(self._wanted) - len(later)], *self._first}
        for words in [words for words in reversed(self._clips) if words not in kept]:
            self._bytes -= len(self._clips.pop(words).samples) * _SAMPLE_BYTES
            if self._bytes < MOST_BYTES:
                return True
        return False

    def _keep(self, words: str, clip: Clip) -> None:
        with self._changed:
            self._clips[words] = clip
            self._lengths[words] = clip.duration
            self._bytes += len(clip.samples) * _SAMPLE_BYTES
            self.made += 1
            ready, total = sum(1 for each in self._wanted if each in self._lengths), len(self._wanted)
        self._report(Prepared(ready, total))
