"""The words of a session, all spoken before the first sample is written: only then is it known what has time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.resampling import Format, clip_of, converted
from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.voice import EnduringVoice, VoiceError

# More programs at the same time are no sooner done.
_MOST_THREADS = 4


class SpokenWords:
    """Clips of words, kept as 16 bits: half the memory of what is mixed.

    `wrong` are sentences about the voice, and about words that it could not say.
    """

    def __init__(self) -> None:
        """Know no words."""
        self.wrong: list[str] = []
        self._clips: dict[str, tuple[bytes, Milliseconds]] = {}

    def speak(self, voice: EnduringVoice, words: Iterable[str], done: Callable[[int, int], None]) -> None:
        """Have words spoken, each once; `done` is told how many of how many are.

        What a voice could not say before another took its place, that one says.
        """
        each = list(dict.fromkeys(words))
        given_up = len(voice.given_up)
        left = self._spoken(voice, each, lambda count: done(count, len(each)))
        while left and len(voice.given_up) > given_up:
            given_up = len(voice.given_up)
            left = self._spoken(voice, list(left), lambda _: None)
        if voice.trouble:
            self.wrong.append(voice.trouble)
        if left:
            why = next(iter(left.values()))
            self.wrong.append(f"{len(left)} of {len(each)} sentences are not in the file: {why}")

    def _spoken(self, voice: EnduringVoice, each: list[str], done: Callable[[int], None]) -> dict[str, VoiceError]:
        """Have words spoken, several at the same time; give those that were not, each with its reason."""
        failed: dict[str, VoiceError] = {}
        threads = ThreadPoolExecutor(min(voice.at_once, _MOST_THREADS))
        try:
            for count, spoken in enumerate(threads.map(partial(_said, voice), each), start=1):
                if isinstance(spoken, VoiceError):
                    failed[each[count - 1]] = spoken
                else:
                    self._clips[each[count - 1]] = spoken
                done(count)
        except BaseException:
            voice.stop()
            raise
        finally:
            threads.shutdown(cancel_futures=True)
        return failed

    def length(self, words: str) -> Milliseconds | None:
        """Give how long words take; `None` for those that could not be said."""
        found = self._clips.get(words)
        return None if found is None else found[1]

    def clip(self, words: str) -> Clip | None:
        """Give the clip of words, if there is one."""
        found = self._clips.get(words)
        return None if found is None else clip_of(found[0], RATE, kind=Format.SIGNED_16)


def _said(voice: EnduringVoice, words: str) -> tuple[bytes, Milliseconds] | VoiceError:
    try:
        clip = voice.speak(words)
    except VoiceError as error:
        return error
    pcm = converted(clip.samples.tobytes(), RATE, RATE, kind=Format.FLOAT_32, to=Format.SIGNED_16)
    return bytes(pcm), clip.duration
