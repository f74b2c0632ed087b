"""The sound files that a file names, listened to: what cannot be played, and what is too loud as it is."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from msgspec import Struct

from relaxtimer.audio.bounds import LONGEST_TOGETHER
from relaxtimer.audio.errors import SoundFileError
from relaxtimer.audio.files import described
from relaxtimer.audio.too_loud import in_words
from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds
from relaxtimer.core.routine import Routine
from relaxtimer.library.definition import MOST_SOUND_FILES
from relaxtimer.notation.characters import escaped
from relaxtimer.notation.mistakes import Place


class WrongSound(Struct, frozen=True):
    """What is wrong with a sound file, where it is named, and what was expected."""

    place: Place
    message: str
    expected: str


class LoudSound(Struct, frozen=True):
    """A sound file that is brought down, and where it is named."""

    place: Place
    message: str


class Listened(Struct, frozen=True):
    """What there is to say of sound files."""

    wrong: tuple[WrongSound, ...]
    loud: tuple[LoudSound, ...]


def listened(files: Mapping[str, Place]) -> Listened:
    """Listen to files, by their paths with the places where they are named, as far as their bounds allow."""
    wrong: list[WrongSound] = []
    loud: list[LoudSound] = []
    total: Milliseconds = 0
    # Of more than a routine may have, reading tells.
    for file, place in islice(files.items(), MOST_SOUND_FILES):
        name = escaped(Path(file).name)
        try:
            facts = described(Path(file))
        except SoundFileError as error:
            wrong.append(WrongSound(place, f"{name} cannot be played: {error}", "a sound file that can be played"))
            continue
        total += facts.duration
        if total > LONGEST_TOGETHER:
            wrong.append(_too_much(place, name, total))
            break
        if said := in_words(facts.too_loud):
            loud.append(LoudSound(place, f"{name} {said}"))
    return Listened(tuple(wrong), tuple(loud))


def sound_files_of(routine: Routine, places: tuple[Place, ...], named: Mapping[str, Place]) -> dict[str, Place]:
    """Give each file that a routine plays with its place among those that are `named` in its file.

    One that comes with an exercise has the place of the first step that plays it, `places[n - 1]` for step number n.
    """
    found: dict[str, Place] = {}
    for place, step in zip(places, routine.steps, strict=True):
        for file in step.sounds.files.values():
            found.setdefault(file, named.get(file, place))
    return found


def _too_much(place: Place, name: str, total: Milliseconds) -> WrongSound:
    minutes, seconds = divmod(-(-total // SECOND), MINUTE // SECOND)
    message = f"{name} brings the sound files to {minutes} min {seconds} s; those after it were not listened to"
    return WrongSound(place, message, f"at most {LONGEST_TOGETHER // MINUTE} minutes together")
