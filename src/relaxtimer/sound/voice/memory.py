"""Clips that are ready to be heard, as many as a bound allows: those that are needed soonest."""

from __future__ import annotations

from collections.abc import Sequence

from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.levels import know_peak, peak_of
from relaxtimer.audio.resampling import Format, clip_of, converted

# Almost six minutes of speech, more than most sessions say.
MOST_BYTES = 32 << 20
_ROUNDING = 1 / 32_768


class Memory:
    """Clips by their words, kept as 16 bits: half of what they take while they are mixed."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._kept: dict[str, bytes] = {}
        self._peaks: dict[str, float] = {}
        self._sizes: dict[str, int] = {}
        self._used: set[str] = set()
        self._places: dict[str, int] = {}
        self._total = 0

    def __contains__(self, words: str) -> bool:
        return words in self._kept

    def expect(self, words: Sequence[str]) -> None:
        """Take the words in the order in which they are needed from now on; others are needed no more."""
        self._places = {each: at for at, each in enumerate(words)}
        self._used.clear()

    def get(self, words: str) -> Clip | None:
        """Give a clip, which is not needed again before all that is still to come."""
        kept = self._kept.get(words)
        if kept is None:
            return None
        self._used.add(words)
        return know_peak(clip_of(kept, RATE, kind=Format.SIGNED_16), self._peaks[words])

    def put(self, words: str, clip: Clip) -> None:
        """Keep a clip of one channel where there is room for it once what is needed later has gone."""
        pcm = bytes(converted(clip.samples.tobytes(), RATE, RATE, kind=Format.FLOAT_32, to=Format.SIGNED_16))
        self._drop(words)
        self._sizes[words] = len(pcm)
        if not self.has_room(words):
            return
        for other in sorted(self._kept, key=self._place, reverse=True):
            if self._total + len(pcm) <= self._most:
                break
            self._drop(other)
        self._kept[words] = pcm
        # Rounded to 16 bits a sample may be a little higher.
        self._peaks[words] = peak_of(clip) + _ROUNDING
        self._total += len(pcm)

    def has_room(self, words: str) -> bool:
        """Tell whether a clip would be kept; of one that was never there, whether any would."""
        place = self._place(words)
        later = sum(len(pcm) for other, pcm in self._kept.items() if self._place(other) > place)
        return self._total - later + self._sizes.get(words, 1) <= self._most

    def _drop(self, words: str) -> None:
        self._total -= len(self._kept.pop(words, b""))
        self._peaks.pop(words, None)

    def _place(self, words: str) -> int:
        """Give when words are needed: after all others those that were heard, and last those that nobody expects."""
        count = len(self._places)
        place = self._places.get(words)
        if place is None:
            return 2 * count
        return place + count if words in self._used else place
