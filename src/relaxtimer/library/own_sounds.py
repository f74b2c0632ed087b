"""The sound files of a routine, listened to: what cannot be played, and what is too loud as it is."""

from __future__ import annotations

from collections.abc import Iterator
from math import log10
from pathlib import Path

from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.files import described
from relaxtimer.audio.levels import LOUDEST_PEAK
from relaxtimer.core.doubt import Doubt
from relaxtimer.core.routine import Routine


def wrong_sounds(routine: Routine) -> Iterator[Doubt]:
    """Yield each file that cannot be played, with its step."""
    for step, file in _files(routine):
        try:
            described(file)
        except SoundFileError as error:
            yield Doubt(step, f"{file.name} cannot be played: {error}")


def loud_sounds(routine: Routine) -> Iterator[Doubt]:
    """Yield each file that is played quieter than it is, with its step; all of them can be played."""
    for step, file in _files(routine):
        peak = described(file).peak
        if peak > LOUDEST_PEAK:
            lower = 20 * log10(peak / LOUDEST_PEAK)
            yield Doubt(step, f"step {step}: {file.name} is loud: it is played {lower:.0f} dB quieter")


def _files(routine: Routine) -> Iterator[tuple[int, Path]]:
    """Yield each file once, with the first step that has it, counted from 1."""
    seen = set()
    for number, step in enumerate(routine.steps, start=1):
        for file in step.sounds.files.values():
            if file not in seen:
                seen.add(file)
                yield number, Path(file)
