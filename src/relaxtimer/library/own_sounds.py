"""The sound files of a routine, listened to: what cannot be played, and what is too loud as it is."""

from __future__ import annotations

from collections.abc import Iterator
from math import log10
from pathlib import Path

from msgspec import Struct

from relaxtimer.audio.bounds import LONGEST_TOGETHER
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.files import described
from relaxtimer.audio.levels import LOUDEST_PEAK
from relaxtimer.core.doubt import Doubt
from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds
from relaxtimer.core.routine import Routine
from relaxtimer.notation.characters import escaped


class WrongSound(Struct, frozen=True):
    """What is wrong with the sound files of a step, counted from 1, and what was expected."""

    step: int
    message: str
    expected: str


class Listened(Struct, frozen=True):
    """What there is to say of the sound files of a routine: `loud` are those that are played quieter than they are."""

    wrong: tuple[WrongSound, ...]
    loud: tuple[Doubt, ...]


def listened(routine: Routine) -> Listened:
    """Listen to each file once, as far as the bound for all of them allows."""
    wrong: list[WrongSound] = []
    loud: list[Doubt] = []
    total: Milliseconds = 0
    for step, file in _files(routine):
        name = escaped(file.name)
        try:
            facts = described(file)
        except SoundFileError as error:
            wrong.append(WrongSound(step, f"{name} cannot be played: {error}", "a sound file that can be played"))
            continue
        total += facts.duration
        if total > LONGEST_TOGETHER:
            wrong.append(_too_much(step, name, total))
            break
        if facts.peak > LOUDEST_PEAK:
            lower = 20 * log10(facts.peak / LOUDEST_PEAK)
            loud.append(Doubt(step, f"step {step}: {name} is loud: it is played {lower:.0f} dB quieter"))
    return Listened(tuple(wrong), tuple(loud))


def _too_much(step: int, name: str, total: Milliseconds) -> WrongSound:
    minutes, seconds = divmod(-(-total // SECOND), MINUTE // SECOND)
    message = f"{name} brings the sound files to {minutes} min {seconds} s; those after it were not listened to"
    return WrongSound(step, message, f"at most {LONGEST_TOGETHER // MINUTE} minutes together")


def _files(routine: Routine) -> Iterator[tuple[int, Path]]:
    """Yield each file once, with the first step that has it, counted from 1."""
    seen = set()
    for number, step in enumerate(routine.steps, start=1):
        for file in step.sounds.files.values():
            if file not in seen:
                seen.add(file)
                yield number, Path(file)
