"""Speech as an engine gives it: 16-bit samples at the engine's own rate."""

from __future__ import annotations

from array import array

from msgspec import Struct

from relaxtimer.audio.passes import Passes, Plain
from relaxtimer.core.duration import SECOND, Milliseconds

# Softer than the loudest by 46 dB is the noise of an engine; the softest consonants lie above it.
SILENCE = 200
# Never silence: rounding of an engine that is nearly silent.
LEAST = 8
BEFORE: Milliseconds = 15
AFTER: Milliseconds = 50
FADE: Milliseconds = 5
# How many samples are looked at together for where speech begins and ends.
_BLOCK = 128


class Recording(Struct, frozen=True, eq=False):
    """Speech: signed 16-bit samples of one channel, `rate` of them a second."""

    rate: int
    samples: array[int]

    @property
    def duration(self) -> Milliseconds:
        """How long it lasts, rounded up."""
        return -(-len(self.samples) * SECOND // self.rate)

    def trimmed(self, passes: Passes | None = None) -> Recording:
        """Give it without the silence around it, so that its length is that of the words."""
        samples = self.samples
        threshold = max((passes or Plain()).loudest(samples) // SILENCE, LEAST)
        first, last = _ends(samples, threshold)
        if first is None or last is None:
            return Recording(self.rate, array("h"))
        begin = max(first - BEFORE * self.rate // SECOND, 0)
        end = min(last + AFTER * self.rate // SECOND, len(samples))
        return Recording(self.rate, self._faded(samples[begin:end]))

    def _faded(self, samples: array[int]) -> array[int]:
        """Let the cut ends begin and end in nothing."""
        length = min(FADE * self.rate // SECOND, len(samples) // 2)
        for at in range(length):
            samples[at] = samples[at] * at // length
            samples[-1 - at] = samples[-1 - at] * at // length
        return samples


def _ends(samples: array[int], threshold: int) -> tuple[int | None, int | None]:
    """Give where the first sample past a threshold is, and what comes after the last one."""
    starts = range(0, len(samples), _BLOCK)
    first = next((at for at in starts if _loud(samples, at, threshold)), None)
    last = next((at for at in reversed(starts) if _loud(samples, at, threshold)), None)
    return first, None if last is None else min(last + _BLOCK, len(samples))


def _loud(samples: array[int], at: int, threshold: int) -> bool:
    block = samples[at : at + _BLOCK]
    return max(block) > threshold or min(block) < -threshold
