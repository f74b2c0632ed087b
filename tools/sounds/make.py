"""Which files there are, and the making of each."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import numpy as np
import soundfile

from tools.sounds.ambience import AMBIENCE
from tools.sounds.bells import BELLS
from tools.sounds.clear import CLEAR
from tools.sounds.glides import GLIDES
from tools.sounds.level import levelled
from tools.sounds.readme import readme
from tools.sounds.recipe import Recipe
from tools.sounds.samples import RATE, Samples
from tools.sounds.soft import SOFT
from tools.sounds.ticks import TICKS

README = "README.md"
FOLDER = Path(__file__).resolve().parents[2] / "sounds"

EVENTS: Mapping[str, Recipe] = {**SOFT, **CLEAR, **BELLS, **TICKS}
LOOPS: Mapping[str, Recipe] = {**GLIDES, **AMBIENCE}
_GROUPS = {"soft": SOFT, "clear": CLEAR, "bells": BELLS, "ticks": TICKS, "glides": GLIDES, "ambience": AMBIENCE}

# Written in pieces: libsndfile's Vorbis encoder takes a whole loop at once onto the stack.
_PIECE = 4096
# How much Vorbis leaves out: faint wide noise needs little.
_COMPRESSION = 0.85


def made(recipe: Recipe) -> Samples:
    """Make a sound at its loudness."""
    return levelled(recipe.make(), recipe.loudness)


def pcm(sound: Samples) -> np.typing.NDArray[np.int16]:
    """Round samples to 16 bits."""
    return np.round(np.clip(sound, -1, 1) * 32767).astype(np.int16)


def write(folder: Path = FOLDER) -> None:
    """Make every file of the folder, and the page that tells about them."""
    sounds = {name: made(recipe) for name, recipe in {**EVENTS, **LOOPS}.items()}
    for name, sound in sounds.items():
        if name in EVENTS:
            soundfile.write(folder / f"{name}.wav", pcm(sound), RATE, subtype="PCM_16")
        else:
            _write_loop(folder / f"{name}.ogg", sound)
    (folder / README).write_text(page(sounds), encoding="utf-8")


def page(sounds: Mapping[str, Samples]) -> str:
    """Write the page that tells how each of the sounds was made."""
    return readme(_GROUPS, sounds)


def _write_loop(path: Path, sound: Samples) -> None:
    """Write a loop, unless the file has it already: the encoder numbers each file anew, at random."""
    encoded = BytesIO()
    channels = 1 if sound.ndim == 1 else sound.shape[1]
    with soundfile.SoundFile(
        encoded, "w", RATE, channels, format="OGG", subtype="VORBIS", compression_level=_COMPRESSION
    ) as file:
        for start in range(0, len(sound), _PIECE):
            file.write(sound[start : start + _PIECE])
    if not path.exists() or not np.array_equal(_decoded(path), _decoded(BytesIO(encoded.getvalue()))):
        path.write_bytes(encoded.getvalue())


def _decoded(file: Path | BytesIO) -> Samples:
    samples: Samples = soundfile.read(file)[0]
    return samples
