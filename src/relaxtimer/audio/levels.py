"""How loud samples are: the highest of them, and by ITU-R BS.1770-5 true peak and loudness.

Peaks need nothing but Python. What is standardised takes numpy, which tests and the making of sounds have.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from relaxtimer.audio.clip import RATE, Clip
from relaxtimer.audio.gain import AT_ONCE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SILENCE = -math.inf

# The same sound from both sides is louder than from one.
BOTH_SIDES = 10 * math.log10(2)


_PEAKS: WeakKeyDictionary[Clip, float] = WeakKeyDictionary()

# The two filters of K-weighting at 48 kHz (BS.1770-5, tables 1 and 2): numerator, denominator.
_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
OFFSET = -0.691
ABSOLUTE_GATE = -70.0
RELATIVE_GATE = -10.0
_HOP = RATE // 10
_HOPS_IN_BLOCK = 4

# Filtered in the frequency domain, a step at a time with what came before it: by then the filters have died down.
_TRANSFORM = 32_768
_STEP = 6 * _HOP
_BEFORE = _TRANSFORM - _STEP

_OVERSAMPLING = 4
_TAPS = 48
_NARROWNESS = 5


def peak(samples: array[float]) -> float:
    """Give the highest sample without its sign, linear: 1.0 is full scale."""
    blocks = (samples[at : at + AT_ONCE] for at in range(0, len(samples), AT_ONCE))
    return max((extreme for block in blocks for extreme in (max(block), -min(block))), default=0.0)


def peak_of(clip: Clip, look: Callable[[array[float]], float] = peak) -> float:
    """Give the peak of a clip, linear; it is looked for once, by `look`."""
    found = _PEAKS.get(clip)
    if found is None:
        found = _PEAKS[clip] = look(clip.samples)
    return found


def know_peak(clip: Clip, highest: float) -> Clip:
    """Give a clip, and remember that none of its samples is higher: nobody looks for its peak any more."""
    _PEAKS[clip] = highest
    return clip


def true_peak(clip: Clip) -> float:
    """Give the peak between the samples, linear: four times as many points (BS.1770-5, annex 2). Needs numpy."""
    return _measured(clip).true_peak()


def loudness(clip: Clip) -> float:
    """Give the gated loudness in LUFS as it is heard, `SILENCE` where nothing passes the gate. Needs numpy.

    A clip of one channel is heard from both sides, 3 dB louder than one channel by itself. What is shorter than a
    gating block (400 ms) counts as one, filled up with silence.
    """
    return _measured(clip).loudness() + (BOTH_SIDES if clip.channels == 1 else 0)


class Meter:
    """Loudness and true peak of sound that comes in pieces of any size, interleaved; memory does not grow with it."""

    def __init__(self, channels: int = 2) -> None:
        import numpy as np  # noqa: PLC0415 - only where something is measured

        self._channels = channels
        self._rest: NDArray[np.float32] = np.zeros((0, channels), np.float32)
        self._before: NDArray[np.float32] = np.zeros((_BEFORE, channels), np.float32)
        self._energies: list[float] = []
        self._peak = 0.0
        self._weights = _weights()
        self._phases = _phases()

    def add(self, samples: array[float]) -> None:
        """Measure more of the sound."""
        import numpy as np  # noqa: PLC0415 - only where something is measured

        self._rest = np.concatenate((self._rest, np.frombuffer(samples, np.float32).reshape(-1, self._channels)))
        while len(self._rest) >= _STEP:
            step, self._rest = self._rest[:_STEP], self._rest[_STEP:]
            self._energies += self._energies_of(step)
            self._peak = max(self._peak, self._peak_of(step))
            self._before = np.concatenate((self._before, step))[-_BEFORE:]

    def true_peak(self) -> float:
        """Give the highest true peak so far, linear."""
        import numpy as np  # noqa: PLC0415 - only where something is measured

        end = np.concatenate((self._rest, np.zeros((_TAPS, self._channels), np.float32)))
        return max(self._peak, self._peak_of(end))

    def loudness(self) -> float:
        """Give the gated loudness so far in LUFS, or `SILENCE`."""
        import numpy as np  # noqa: PLC0415 - only where something is measured

        whole = len(self._rest) // _HOP
        filled = np.zeros((_STEP, self._channels), np.float32)
        filled[: len(self._rest)] = self._rest
        energies = self._energies + self._energies_of(filled)[:whole]
        if len(energies) < _HOPS_IN_BLOCK:
            energies = [*self._energies, *self._energies_of(filled)][:_HOPS_IN_BLOCK]
        return _gated(np.convolve(energies, np.full(_HOPS_IN_BLOCK, 1 / _HOPS_IN_BLOCK), "valid"))

    def _energies_of(self, step: NDArray[np.float32]) -> list[float]:
        """Give the weighted mean square of each hop, summed over the channels."""
        import numpy as np  # noqa: PLC0415 - only where something is measured

        spectrum = np.fft.rfft(np.concatenate((self._before, step)), axis=0) * self._weights
        weighted = np.fft.irfft(spectrum, axis=0)[-_STEP:]
        energies: list[float] = (weighted**2).reshape(-1, _HOP, self._channels).mean(axis=1).sum(axis=1).tolist()
        return energies

    def _peak_of(self, step: NDArray[np.float32]) -> float:
        import numpy as np  # noqa: PLC0415 - only where something is measured

        points = np.concatenate((self._before[-2 * _TAPS :], step)).T
        return float(max(np.abs(np.convolve(channel, phase)).max() for channel in points for phase in self._phases))


def _measured(clip: Clip) -> Meter:
    meter = Meter(clip.channels)
    meter.add(clip.samples)
    return meter


def _gated(blocks: NDArray[np.float64]) -> float:
    """Average the blocks that are louder than -70 LUFS, then those within 10 LU of that average."""
    import numpy as np  # noqa: PLC0415 - only where something is measured

    levels = OFFSET + 10 * np.log10(np.maximum(blocks, 1e-20))
    loud = levels > ABSOLUTE_GATE
    if not loud.any():
        return SILENCE
    gate = OFFSET + 10 * math.log10(blocks[loud].mean()) + RELATIVE_GATE
    return OFFSET + 10 * math.log10(float(blocks[loud & (levels > gate)].mean()))


def _weights() -> NDArray[np.complex64]:
    """Give the response of both filters at the frequencies of the transform, for all channels alike."""
    import numpy as np  # noqa: PLC0415 - only where something is measured

    delay = np.exp(-2j * np.pi * np.fft.rfftfreq(_TRANSFORM))
    response = np.ones_like(delay)
    for above, below in (_SHELF, _HIGH_PASS):
        response *= np.polyval(above[::-1], delay) / np.polyval(below[::-1], delay)
    weights: NDArray[np.complex64] = response.astype(np.complex64)[:, None]
    return weights


def _phases() -> list[NDArray[np.float32]]:
    """Give the interpolators for the points a quarter of a sample apart: windowed sinc, `_TAPS` long each."""
    import numpy as np  # noqa: PLC0415 - only where something is measured

    count = _OVERSAMPLING * _TAPS
    at = (np.arange(count) - count // 2) / _OVERSAMPLING
    curve = np.sinc(at) * np.i0(_NARROWNESS * np.sqrt(np.maximum(0, 1 - (at / (_TAPS / 2)) ** 2))) / np.i0(_NARROWNESS)
    return [curve[phase::_OVERSAMPLING].astype(np.float32) for phase in range(_OVERSAMPLING)]
