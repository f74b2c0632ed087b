"""Doubts that only a voice can raise: words that take longer, said by it, than there is time for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial

from relaxtimer.cli.failure import Failure
from relaxtimer.cli.settings_file import choice_of, own_settings
from relaxtimer.core.doubt import Doubt
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.timeline import Timeline
from relaxtimer.folders import folders


class ByEar:
    """Listens to routines with the voice of the settings; where nothing speaks, it raises no doubts.

    `notices` say what kept it from listening.
    """

    def __init__(self) -> None:
        """Look for no voice yet: many files are checked without need of one."""
        self.notices: list[str] = []
        self._lengths: dict[str, Milliseconds | None] = {}
        self._unmeasured: VoiceError | None = None

    def doubts(self, timeline: Timeline) -> Iterable[Doubt]:
        """Give what has no time, with the lengths that it really takes."""
        from relaxtimer.sound.arranging import arrange, doubts_of
        from relaxtimer.sound.notes import notes_of

        if self._settings is None or not self._settings.voice.on or self._voice is None:
            return ()
        while True:
            given_up = len(self._voice.given_up)
            notes = notes_of(timeline, language=self._settings.voice.language)
            found = arrange(notes, self._length, profile=self._settings.sound.profile)
            if len(self._voice.given_up) == given_up:
                return doubts_of(found.unfit, found.late)
            # What a voice could not say before another took its place is measured by that one.
            self._lengths = {words: length for words, length in self._lengths.items() if length is not None}

    def tell(self) -> Iterator[str]:
        """Give sentences about what could not be listened to."""
        yield from self.notices
        if self._unmeasured is None or self._voice is None:
            return
        if self._voice.trouble:
            yield self._voice.trouble
        count = sum(length is None for length in self._lengths.values())
        if count:
            what = "1 sentence was" if count == 1 else f"{count} sentences were"
            yield f"{what} not measured by ear, lengths of words are estimates there: {self._unmeasured}"

    @cached_property
    def _settings(self) -> Settings | None:
        try:
            return own_settings()
        except Failure as failure:
            self.notices.append(f"nothing was listened to: {failure}")
            return None

    @cached_property
    def _voice(self) -> EnduringVoice | None:
        from relaxtimer.sound.voice import EnduringVoice, find_voice

        if self._settings is None:
            return None
        find = partial(find_voice, choice_of(self._settings), folders().cache)
        found = find()
        self.notices += found.unheeded
        return None if found.voice is None else EnduringVoice(found.voice, lambda names: find(names).voice)

    def _length(self, words: str) -> Milliseconds | None:
        from relaxtimer.sound.voice import VoiceError

        if words not in self._lengths and self._voice is not None:
            try:
                self._lengths[words] = self._voice.length(words)
            except VoiceError as error:
                self._lengths[words] = None
                self._unmeasured = error
        return self._lengths.get(words)


TYPE_CHECKING = False
if TYPE_CHECKING:
    from relaxtimer.settings.settings import Settings
    from relaxtimer.sound.voice import EnduringVoice, VoiceError
