"""Doubts that only a voice can raise: words that take longer, said by it, than there is time for them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from relaxtimer.cli.settings_file import choice_of, own_settings
from relaxtimer.core.doubt import Doubt
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.timeline import Timeline
from relaxtimer.folders import folders


class ByEar:
    """Listens to routines with the voice of the settings; where nothing speaks, it raises no doubts."""

    def __init__(self) -> None:
        """Look for no voice yet: many files are checked without need of one."""
        self._settings = own_settings()
        self._lengths: dict[str, Milliseconds | None] = {}

    def doubts(self, timeline: Timeline) -> Iterable[Doubt]:
        """Give what has no time, with the lengths that it really takes."""
        from relaxtimer.sound.arranging import arrange, doubts_of
        from relaxtimer.sound.notes import notes_of

        if not self._settings.voice.on or self._voice is None:
            return ()
        found = arrange(notes_of(timeline), self._length, profile=self._settings.sound.profile)
        return doubts_of(found.unfit)

    @cached_property
    def _voice(self) -> EngineVoice | None:
        from relaxtimer.sound.voice import find_voice
        from relaxtimer.sound.voice.voice import EngineVoice

        found = find_voice(choice_of(self._settings), folders().cache).voice
        return found if isinstance(found, EngineVoice) else None

    def _length(self, words: str) -> Milliseconds | None:
        from relaxtimer.sound.voice import VoiceError

        if words not in self._lengths:
            try:
                self._lengths[words] = None if self._voice is None else self._voice.record(words).duration
            except VoiceError:
                self._lengths[words] = None
        return self._lengths[words]


TYPE_CHECKING = False
if TYPE_CHECKING:
    from relaxtimer.sound.voice.voice import EngineVoice
