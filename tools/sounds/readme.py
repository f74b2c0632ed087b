"""The page that tells how each sound was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from tools.sounds.recipe import Recipe
from tools.sounds.samples import RATE, Samples

_ABOUT = """\
# Sounds

relaxtimer's own sounds. Every one is made by a program, from formulas alone: no recording, no sample, no sound of
anyone else is in them. Made by the project, and under its licence (MIT, see `LICENSE`).

`python -m tools.sounds` makes this folder again, this page included; it needs numpy and soundfile. The random numbers
are seeded, so what comes out is the same each time, and a test holds these files against it.

Events are 48 kHz, 16 bit, mono WAV. Loops are OGG Vorbis at 48 kHz. The loudness is integrated after ITU-R BS.1770,
the peak in dB of full scale; both are as played at full volume, where words lie at -20 LUFS. Nothing starts faster than
8 ms, and all pitches are pure intervals over 128 Hz, so that sounds that ring into each other are in tune.
"""
_TITLES = {
    "soft": "Soft: bowls, wood and round tones. The default",
    "clear": "Clear: for ears that hear little above 2000 Hz. Its other events have the sounds of bells",
    "bells": "Bells: bells alone",
    "ticks": "Ticks: short wooden tocks (low 384, middle 576, high 864 Hz)",
    "glides": "Glides: breath in and out, tempo up and down are cut from these to the length of their phase",
    "ambience": "Ambience: loops without a seam, stereo",
}


def readme(groups: Mapping[str, Mapping[str, Recipe]], sounds: Mapping[str, Samples]) -> str:
    """Write the page."""
    return "\n".join([_ABOUT, *(line for name, recipes in groups.items() for line in _table(name, recipes, sounds))])


def _table(group: str, recipes: Mapping[str, Recipe], sounds: Mapping[str, Samples]) -> Iterator[str]:
    yield f"## {_TITLES[group]}\n"
    yield "| file | made as | s | LUFS | peak dB |"
    yield "| --- | --- | --: | --: | --: |"
    for name, recipe in recipes.items():
        sound = sounds[name]
        ending = "ogg" if group in {"glides", "ambience"} else "wav"
        length, peak = len(sound) / RATE, 20 * np.log10(np.abs(sound).max())
        yield f"| `{name}.{ending}` | {recipe.words} | {length:.2f} | {recipe.loudness:.0f} | {peak:.1f} |"
    yield ""
