"""A voice that goes on: where an engine breaks in the midst of the words, the next one that works says the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection
from threading import Lock
from typing import TypeVar

from relaxtimer.audio.clip import Clip
from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.voice.engine import VoiceError
from relaxtimer.sound.voice.patience import Patience, given_up
from relaxtimer.sound.voice.voice import EngineVoice

_Made = TypeVar("_Made")


class EnduringVoice:
    """One voice after the other; `find` gives the first that works but those named, or `None`.

    Any number of threads may have it speak. What a voice could not say before it was given up stays unsaid: `given_up`
    tells whether it is worth trying again.
    """

    def __init__(self, first: EngineVoice, find: Callable[[Collection[str]], EngineVoice | None]) -> None:
        self.given_up: list[str] = []
        """The names of those that broke."""
        self._voice: EngineVoice | None = first
        self._find = find
        self._lock = Lock()
        self._patience = Patience()
        self._told: list[str] = []
        self._stopped = False
        self._last = first

    @property
    def name(self) -> str:
        """The name of the one that speaks, or was the last to."""
        return self._last.name

    @property
    def trouble(self) -> str:
        """Which voices broke, and what is to be said of the one that speaks."""
        return " ".join(filter(None, (*self._told, self._last.trouble)))

    @property
    def at_once(self) -> int:
        """How many threads may have it speak at the same time."""
        return self._last.at_once

    def speak(self, words: str) -> Clip:
        """Make a clip of words. Raises `VoiceError` with a sentence that names the voice."""
        return self._with(lambda voice: voice.speak(words))

    def length(self, words: str) -> Milliseconds:
        """Give how long words take. Raises `VoiceError` like `speak`."""
        return self._with(lambda voice: voice.length(words))

    def stop(self) -> None:
        """Give up what is being spoken, from any thread; nothing is spoken after it."""
        self._stopped = True
        self._last.stop()

    def _with(self, make: Callable[[EngineVoice], _Made]) -> _Made:
        while True:
            voice = self._voice
            if voice is None:
                raise VoiceError("No voice is left.")
            try:
                made = make(voice)
            except VoiceError as error:
                self._failed(voice, error)
            else:
                self._patience.spoke()
                return made

    def _failed(self, voice: EngineVoice, error: VoiceError) -> None:
        """Return where the next voice is to try the same words; raise the failure where this one is kept."""
        with self._lock:
            if self._stopped or (voice is self._voice and not self._patience.ends_with(error)):
                raise error
            if voice is self._voice:
                self._give_up(voice, error)

    def _give_up(self, voice: EngineVoice, error: VoiceError) -> None:
        self.given_up.append(voice.name)
        self._told.append(given_up(voice.name, str(error)))
        self._patience = Patience()
        self._voice = self._find(self.given_up)
        self._last = self._voice or voice
