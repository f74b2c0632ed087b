"""The voice that speaks: an engine, with what it said before, as clips."""

from __future__ import annotations

import os
from array import array
from typing import TYPE_CHECKING, Protocol

from relaxtimer.audio.clip import Clip
from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.voice.cache import Cache
from relaxtimer.sound.voice.engine import Engine, VoiceError, plain, speakable
from relaxtimer.sound.voice.program import Programs
from relaxtimer.sound.voice.recording import Recording

if TYPE_CHECKING:
    from relaxtimer.audio.passes import Passes

# Of silence, whose rate nobody hears.
_ANY_RATE = 22_050


class Voice(Protocol):
    """What makes clips of words."""

    @property
    def name(self) -> str:
        """What it is called: its engine."""
        ...

    @property
    def trouble(self) -> str:
        """What is to be said of it although it speaks; empty for nothing."""
        ...

    @property
    def at_once(self) -> int:
        """How many threads may have it speak at the same time and are sooner done for it."""
        ...

    def speak(self, words: str) -> Clip:
        """Make a clip, as loud as all speech and without silence around it.

        Raises `VoiceError` with a sentence that names the voice.
        """
        ...

    def stop(self) -> None:
        """Give up what is being spoken, from any thread; nothing is spoken after it."""
        ...


class EngineVoice:
    """A voice made of an engine; what slow ones have made is kept."""

    def __init__(
        self, engine: Engine, programs: Programs, cache: Cache | None = None, passes: Passes | None = None
    ) -> None:
        self.engine = engine
        self._programs = programs
        self._passes = passes
        self._cache = cache if engine.slow else None

    @property
    def name(self) -> str:
        """The engine's name."""
        return self.engine.name

    @property
    def trouble(self) -> str:
        """Why nothing can be kept."""
        return self._cache.trouble if self._cache else ""

    @property
    def at_once(self) -> int:
        """A slow engine takes the whole machine for one sentence."""
        return 1 if self.engine.slow else os.cpu_count() or 1

    def speak(self, words: str) -> Clip:
        """Make a clip of what was kept, or of what the engine makes now."""
        from relaxtimer.audio.levelling import spoken  # noqa: PLC0415 - not needed to look for a voice

        recording = self._recorded(words)
        return spoken(recording.samples.tobytes(), recording.rate, self._passes)

    def length(self, words: str) -> Milliseconds:
        """Give how long words take. Raises `VoiceError` like `speak`."""
        return self._recorded(words).duration

    def record(self, words: str) -> Recording:
        """Give the recording of words; raises `VoiceError` with what comes after the engine's name."""
        if not speakable(words):
            return Recording(_ANY_RATE, array("h"))
        if self._cache is None:
            return self._made(words)
        key = f"{self.name}\n{self.engine.identity}\n{plain(words)}"
        recording = self._cache.get(key)
        if recording is None:
            recording = self._made(words)
            self._cache.put(key, recording)
        return recording

    def stop(self) -> None:
        """Stop what the engine runs."""
        self._programs.stop()

    def _recorded(self, words: str) -> Recording:
        try:
            return self.record(words)
        except VoiceError as error:
            raise type(error)(error.about(self.name)) from None

    def _made(self, words: str) -> Recording:
        recording = self.engine.record(words).trimmed(self._passes)
        if not recording.samples:
            raise VoiceError("gave nothing but silence")
        return recording
