"""Clips for tests of the mixer, and mixes of them."""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, repeat

from relaxtimer.audio.clip import Clip
from relaxtimer.sound.mixer import Mixer


def level(frames: int, height: float = 1.0, channels: int = 1) -> Clip:
    """Samples that are all the same: what the mixer does to them is what is left."""
    return Clip(array("f", [height]) * (frames * channels), channels)


def noise(frames: int, amplitude: float = 0.1, channels: int = 1, seed: int = 1) -> Clip:
    """Samples that are all different."""
    dice = random.Random(seed)
    return Clip(array("f", (dice.uniform(-amplitude, amplitude) for _ in range(frames * channels))), channels)


def heard(mixer: Mixer, frames: int, blocks: Iterable[int] = ()) -> array[float]:
    """Render so many frames in blocks of these sizes, the last of them again and again; silence as zeros."""
    samples, left = array("f"), frames
    for block in _sizes(blocks, frames):
        size = min(block, left)
        rendered = mixer.render(size)
        samples += array("f", bytes(8 * size)) if rendered is None else rendered
        left -= size
        if not left:
            break
    return samples


def left(samples: array[float]) -> list[float]:
    """The left channel."""
    return samples[::2].tolist()


def _sizes(blocks: Iterable[int], frames: int) -> Iterator[int]:
    sizes = list(blocks) or [frames]
    return chain(sizes, repeat(sizes[-1]))


Script = list[tuple[int, Callable[[Mixer], None]]]


def performed(script: Script, frames: int, block: int) -> array[float]:
    """Carry out commands at their frames, and render what lies between them in blocks of one size."""
    mixer, samples = Mixer(), array("f")
    for at, command in [*script, (frames, lambda _mixer: None)]:
        samples += heard(mixer, at - mixer.position, [block]) if at > mixer.position else array("f")
        command(mixer)
    return samples
