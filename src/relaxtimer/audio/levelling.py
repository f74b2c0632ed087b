"""Words of one loudness, whoever speaks them, with room above for the sounds they are mixed with.

The peaks of synthetic speech lie up to 20 dB above the loudness of one side. They are limited by some 6 dB, to
`CEILING`, which also takes a little of the loudness: the gain is raised until the words come out at `TARGET`. What
would have to be limited by more than `MOST_LIMITED` for that stays a little quieter.
"""

from __future__ import annotations

from array import array

from relaxtimer.audio.clip import Clip
from relaxtimer.audio.gain import linear
from relaxtimer.audio.levels import SILENCE
from relaxtimer.audio.limiting import Blocks
from relaxtimer.audio.passes import Figures, Passes, Plain
from relaxtimer.audio.resampling import Format, clip_of, converted
from relaxtimer.audio.speech import gated_loudness

# In LUFS, as heard from both sides: a decibel above the whole routine, in which the sounds are softer than the words.
TARGET = -19.0
# -8.2 dBFS: 11 dB above `TARGET` for one side of two. Resampling afterwards adds up to 0.2 dB.
CEILING = linear(-8.2)
MOST_LIMITED = 12.0
# More than this raises the noise of a recording, and not words.
MOST_RAISED = 24.0

_CLOSE_ENOUGH = 0.3
_ATTEMPTS = 3
# Of what is added, limiting takes some again.
_MORE = 1.5


def spoken(pcm: bytes, rate: int, passes: Passes | None = None) -> Clip:
    """Make a clip from an engine's speech: 16-bit samples of one channel at `rate`, brought to `TARGET`."""
    samples = array("f")
    samples.frombytes(converted(pcm, rate, rate, kind=Format.SIGNED_16))
    return clip_of(_levelled(samples, rate, passes or Plain()).tobytes(), rate, kind=Format.FLOAT_32)


def _levelled(samples: array[float], rate: int, passes: Passes) -> array[float]:
    hops = passes.hop_energies(samples, rate)
    loudness = gated_loudness(hops)
    if loudness == SILENCE:
        return samples
    gain = linear(min(TARGET - loudness, MOST_RAISED))
    blocks = passes.blocks_of(samples, rate)
    highest = max(blocks.peaks)
    if highest * gain <= CEILING:
        return passes.scaled(samples, gain)
    return _limited(blocks, hops, gain, CEILING * linear(MOST_LIMITED) / highest, passes)


def _limited(blocks: Blocks, hops: Figures, gain: float, most: float, passes: Passes) -> array[float]:
    """Apply the gain, at most `most`, that brings limited words to `TARGET`."""
    gain = min(gain, most)
    gains = passes.gains_under(CEILING / gain, blocks.peaks)
    for _ in range(_ATTEMPTS):
        short = TARGET - gated_loudness(passes.hops_after(hops, blocks.peaks, gains, gain))
        if short < _CLOSE_ENOUGH or gain == most:
            break
        gain = min(gain * linear(short * _MORE), most)
        gains = passes.gains_under(CEILING / gain, blocks.peaks)
    return passes.applied(blocks, gains, gain)
