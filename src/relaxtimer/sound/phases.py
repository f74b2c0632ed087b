"""The sounds of breath and tempo: as long as their phase, to the sample.

Each is cut from a glide that rises for many seconds (`sounds/`), played backwards where breath or body goes down. A
shorter phase takes pieces from all along the glide, those of a longer one overlap. Short cross-fades join them; a
piece that goes on where the last one ended needs none. All are cut on a grid that holds a whole number of periods of
every tone, so that they meet in phase.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from math import cos, pi, sqrt
from operator import add, mul

from msgspec import Struct

from relaxtimer.audio.clip import RATE, Clip, frames_in
from relaxtimer.audio.files import read_clip
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.sound.profiles import GLIDES, sound_file

# So long do two pieces lie over each other where they are joined.
_JOIN = RATE // 50
# A breath that is long enough for it is cut from so many pieces.
_PIECES = 20
# How like each other two pieces of a breath are, half air and half tones: 0 for air, 1 for tones. A tempo is cut
# between its pulses, where that makes no difference.
_LIKENESS = 0.5

# What is kept: as many sounds as a cycle has, and none that is very long, so that they take 20 MB at most.
_KEPT = 8
_LONGEST_KEPT: Milliseconds = 12 * SECOND
_FILES_KEPT = 16
_BACKWARDS = ("-out", "-down")


class _Shape(Struct, frozen=True):
    """How a glide is cut: how the sound begins and ends, the grid in frames, the shortest and longest piece on it."""

    attack: Milliseconds
    release: Milliseconds
    grid: int
    shortest: int
    longest: int


# The tones of a breath are multiples of 32 Hz. Tempo throbs four times a second, and is cut between two pulses.
_BREATH = _Shape(attack=220, release=350, grid=RATE // 32, shortest=2, longest=12)
_TEMPO = _Shape(attack=60, release=160, grid=RATE // 4, shortest=1, longest=1)


def phase_clip(name: str, lasts: Milliseconds) -> Clip:
    """Give the sound of a phase that `lasts` so long.

    One that is struck (a bell, a tock, the sign of a hold) is the same for every length, and rings out in its own time.
    Raises `KeyError` for an unknown name, `SoundFileError` where its file is damaged.
    """
    if name not in GLIDES:
        return _read(name)
    return _kept(name, lasts) if lasts <= _LONGEST_KEPT else _cut(name, lasts)


def _cut(name: str, lasts: Milliseconds) -> Clip:
    shape = _BREATH if "-breath-" in name else _TEMPO
    glide = _read(GLIDES[name]).samples
    if name.endswith(_BACKWARDS):
        glide = glide[::-1]
    samples = _stretched(glide, frames_in(lasts), shape)
    _fade(samples, frames_in(shape.attack), frames_in(shape.release))
    return Clip(samples)


_kept = lru_cache(maxsize=_KEPT)(_cut)


@lru_cache(maxsize=_FILES_KEPT)
def _read(name: str) -> Clip:
    return read_clip(sound_file(name))


def _stretched(glide: array[float], frames: int, shape: _Shape) -> array[float]:
    """Give a glide in so many frames."""
    hop = max(shape.shortest, min(frames // shape.grid // _PIECES, shape.longest)) * shape.grid
    falling, rising = _cross_fade()
    samples = array("f")
    ended = None
    for start in _starts(len(glide), frames, hop, shape.grid):
        if ended is None or ended == start:
            samples.extend(glide[start : start + hop])
        else:
            over = map(mul, glide[ended : ended + _JOIN], falling)
            samples.extend(map(add, over, map(mul, glide[start : start + _JOIN], rising)))
            samples.extend(glide[start + _JOIN : start + hop])
        ended = start + hop
    del samples[frames:]
    return samples


def _starts(length: int, frames: int, hop: int, grid: int) -> Iterator[int]:
    """Give where in the glide each piece starts, on the grid: evenly from its beginning to its end."""
    last = (length - hop - _JOIN) // grid
    pieces = -(-frames // hop)
    for piece in range(pieces):
        yield last * piece // max(pieces - 1, 1) * grid


@lru_cache(maxsize=1)
def _cross_fade() -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Give the gains of what ends and of what begins, so that together they stay as loud."""
    begins = [(1 - cos(pi * (frame + 0.5) / _JOIN)) / 2 for frame in range(_JOIN)]
    whole = [sqrt(gain**2 + (1 - gain) ** 2 + 2 * _LIKENESS * gain * (1 - gain)) for gain in begins]
    rising = tuple(gain / loud for gain, loud in zip(begins, whole, strict=True))
    return rising[::-1], rising


def _fade(samples: array[float], attack: int, release: int) -> None:
    """Let a sound begin and end in silence; where it is short, in a third of it each."""
    third = len(samples) // 3
    begins = _rising(min(attack, third))
    ends = _rising(min(release, third))[::-1]
    late = len(samples) - len(ends)
    samples[: len(begins)] = array("f", map(mul, samples, begins))
    samples[late:] = array("f", map(mul, samples[late:], ends))


@lru_cache(maxsize=4)
def _rising(frames: int) -> tuple[float, ...]:
    return tuple((1 - cos(pi * frame / frames)) / 2 for frame in range(frames))
