"""The words of a session as clips, made ahead of their time in a thread of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Thread

from relaxtimer.audio.clip import Clip
from relaxtimer.core.duration import Milliseconds
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import Prepared, Report, Trouble, VoiceChoice, VoiceFound
from relaxtimer.sound.voice.engine import VoiceError
from relaxtimer.sound.voice.memory import MOST_BYTES, Memory
from relaxtimer.sound.voice.order import Found, find_voice
from relaxtimer.sound.voice.patience import LONG, NOT_READY, READY, Patience, given_up
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.voice import Voice

# How long it waits, in seconds, for its thread to end.
_PATIENCE = 0.5


class Speech:
    """Makes clips of the words that are wanted, in their order. Nothing here keeps its caller waiting.

    `report` is called from another thread: with what speaks, how far it is, and what is wrong. `made` counts the clips,
    so that it shows when there are new ones.
    """

    def __init__(
        self, choice: VoiceChoice | None, cache: Path, report: Callable[[Report], None], most: int = MOST_BYTES
    ) -> None:
        """Look for a voice, where one is chosen; `cache` is the folder of what can be made again."""
        self.made = 0
        self._cache = cache
        self._report = report
        self._programs = Programs()
        self._changed = Condition()
        self._closed = False
        self._memory = Memory(most)
        self._lengths: dict[str, Milliseconds] = {}
        self._wanted: list[str] = []
        self._first: list[str] = []
        self._failed: set[str] = set()
        self._given_up: set[str] = set()
        self._told: set[str] = set()
        self._found_one = False
        self._missed = False
        # What is being done now, by its number; 0 for nothing. `step` sees how long that takes.
        self._doing = 0
        self._begun = 0
        self._seen = (0, 0)
        self._thread = None if choice is None else Thread(target=self._work, args=(choice,), daemon=True)
        if self._thread:
            self._thread.start()

    def want(self, words: Sequence[str]) -> None:
        """Make clips of these, in the order in which they are needed, and of no others."""
        with self._changed:
            self._wanted = list(dict.fromkeys(words))
            self._expect()

    def at_once(self, words: str) -> None:
        """Make this clip before all others."""
        with self._changed:
            self._first = [words]
            self._expect()

    def clip(self, words: str) -> Clip | None:
        """Give a clip that is ready, to be heard now."""
        with self._changed:
            clip = self._memory.get(words)
            self._missed |= clip is None and words not in self._failed
            # What was heard may make room for what comes.
            self._changed.notify()
            return clip

    def length(self, words: str) -> Milliseconds | None:
        """Give how long words take, once that is known: also of a clip that had to go."""
        return self._lengths.get(words)

    def step(self, now: int) -> None:
        """Say, once, that words are shown while the voice takes long; `now` is in nanoseconds of the machine."""
        doing, since = self._seen
        if doing != self._doing:
            self._seen = self._doing, now
        elif doing and now - since >= LONG * MILLISECOND and self._keeps_waiting:
            self._tell(NOT_READY)

    @property
    def _keeps_waiting(self) -> bool:
        """Whether words are missed for what is being done, or will be: no voice was found yet."""
        return self._missed if self._found_one else bool(self._wanted or self._first)

    def close(self) -> None:
        """End, and whatever program speaks with it."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._programs.stop()
        if self._thread:
            self._thread.join(_PATIENCE)

    # In the thread

    def _work(self, choice: VoiceChoice) -> None:
        try:
            while (found := self._found(choice)).voice is not None:
                if not self._speak(found.voice):
                    return
        except Exception as error:  # noqa: BLE001 - whatever it is, the session goes on without words
            self._tell(f"The voice failed: {type(error).__name__}. The words are shown.")

    def _found(self, choice: VoiceChoice) -> Found:
        self._found_one = False
        with self._at_work():
            found = find_voice(choice, self._cache, without=self._given_up, programs=self._programs)
        self._found_one = found.voice is not None
        if not self._closed:
            self._report(VoiceFound(engine=found.voice.name if found.voice else "", missed=found.told))
            for sentence in found.unheeded:
                self._tell(sentence)
        return found

    def _speak(self, voice: Voice) -> bool:
        """Speak with a voice for as long as it can; gives whether another one is needed."""
        patience = Patience()
        while (words := self._next()) is not None:
            try:
                with self._at_work():
                    clip = voice.speak(words)
                self._keep(words, clip)
                patience.spoke()
            except VoiceError as error:
                self._fail(words, str(error))
                if patience.ends_with(error):
                    self._give_up(voice.name, str(error))
                    return True
            self._tell(voice.trouble)
        return False

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Let `step` see how long a `with` block takes."""
        self._begun += 1
        self._doing = self._begun
        try:
            yield
        finally:
            self._doing = 0

    def _next(self) -> str | None:
        """Wait for words to speak; `None` at the end."""
        with self._changed:
            while not self._closed:
                words = self._missing()
                if words is not None:
                    return words
                self._changed.wait()
        return None

    def _missing(self) -> str | None:
        """Give the first words without a clip, or those whose length at least is not known."""
        full = False
        for words in (*self._first, *self._wanted):
            if words in self._memory or words in self._failed:
                continue
            if words not in self._lengths:
                return words
            if not full and self._memory.has_room(words):
                return words
            # Those that come later have less claim to room.
            full = True
        return None

    def _keep(self, words: str, clip: Clip) -> None:
        with self._changed:
            self._memory.put(words, clip)
            self._lengths[words] = clip.duration
            self.made += 1
            self._missed = False
            prepared = self._prepared()
        self._report(prepared)
        if NOT_READY in self._told:
            self._tell(READY)

    def _prepared(self) -> Prepared:
        possible = [words for words in self._wanted if words not in self._failed]
        return Prepared(sum(words in self._lengths for words in possible), len(possible))

    def _fail(self, words: str, why: str) -> None:
        with self._changed:
            self._failed.add(words)
            prepared = self._prepared()
        if not self._closed:
            self._tell(f"{why} Its words are shown.")
            self._report(prepared)

    def _give_up(self, name: str, why: str) -> None:
        """Leave an engine: the next one that works speaks in its place, also what this one could not."""
        self._given_up.add(name)
        with self._changed:
            self._failed.clear()
        if not self._closed:
            self._tell(given_up(name, why))

    def _tell(self, sentence: str) -> None:
        """Say a sentence to the person, once."""
        if sentence and sentence not in self._told:
            self._told.add(sentence)
            self._report(Trouble(sentence))

    def _expect(self) -> None:
        self._memory.expect(list(dict.fromkeys((*self._first, *self._wanted))))
        self._changed.notify()
