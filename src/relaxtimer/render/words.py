"""The words of a session, all spoken before the first sample is written: only then is it known what has time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.resampling import Format, clip_of, converted
from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.voice import Voice, VoiceError


class SpokenWords:
    """Clips of words, kept as 16 bits: half the memory of what is mixed.

    `wrong` is what the voice said of words that it could not say, once.
    """

    def __init__(self) -> None:
        """Know no words."""
        self.wrong = ""
        self._clips: dict[str, tuple[bytes, Milliseconds]] = {}

    def speak(self, voice: Voice, words: Iterable[str], done: Callable[[int, int], None]) -> None:
        """Have words spoken, each once; `done` is told how many of how many are."""
        each = list(dict.fromkeys(words))
        threads = ThreadPoolExecutor(voice.at_once)
        try:
            for count, spoken in enumerate(threads.map(partial(_spoken, voice), each), start=1):
                if isinstance(spoken, VoiceError):
                    self.wrong = self.wrong or str(spoken)
                else:
                    self._clips[each[count - 1]] = spoken
                done(count, len(each))
        except BaseException:
            voice.stop()
            raise
        finally:
            threads.shutdown(cancel_futures=True)

    def length(self, words: str) -> Milliseconds | None:
        """Give how long words take; `None` for those that could not be said."""
        found = self._clips.get(words)
        return None if found is None else found[1]

    def clip(self, words: str) -> Clip | None:
        """Give the clip of words, if there is one."""
        found = self._clips.get(words)
        return None if found is None else clip_of(found[0], RATE, kind=Format.SIGNED_16)


def _spoken(voice: Voice, words: str) -> tuple[bytes, Milliseconds] | VoiceError:
    try:
        clip = voice.speak(words)
    except VoiceError as error:
        return error
    return _narrow(clip), clip.duration


def _narrow(clip: Clip) -> bytes:
    return bytes(converted(_bytes(clip.samples), RATE, RATE, kind=Format.FLOAT_32, to=Format.SIGNED_16))


def _bytes(samples: array[float]) -> bytes:
    return samples.tobytes()
