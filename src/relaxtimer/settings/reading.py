"""The settings file -> settings, or every mistake that is in it."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import convert

from relaxtimer.core.choices import ANSWERS
from relaxtimer.core.keys import KEYS, Bound, Key, Some, clashes, keys_with, printed
from relaxtimer.core.library_keys import LIBRARY_KEYS, LibraryKey, library_keys_with
from relaxtimer.notation.characters import escaped
from relaxtimer.notation.mistakes import FileMistakes, Mistake, Place, Reading
from relaxtimer.notation.shapes.record import Record, Written
from relaxtimer.notation.strict_yaml.nodes import LARGEST, parse
from relaxtimer.settings.definition import (
    COMMAND,
    ENGINE,
    KEY_FIELDS,
    LIBRARY_KEY_FIELDS,
    OWN_KEYS,
    OWN_LIBRARY_KEYS,
    SCREEN,
    SCREEN_RECORD,
    SESSION,
    SESSION_RECORD,
    SETTINGS,
    SOUND,
    SOUND_RECORD,
    VOICE,
    VOICE_RECORD,
)
from relaxtimer.settings.settings import COMMAND as BY_COMMAND
from relaxtimer.settings.settings import NO_BED, ScreenSettings, SessionSettings, Settings, SoundSettings, VoiceSettings

FILE = "settings.yaml"


def read_settings(path: Path) -> Settings:
    """Read the settings in a file; without a file, or with nothing in it, they are the defaults.

    Raises `FileMistakes` with every mistake that is in it, or with the reason why it cannot be read.
    """
    data = _read(path)
    return Settings() if data is None else settings_in(data, str(path))


def settings_in(data: bytes, name: str) -> Settings:
    """Read the settings in the content of a file of this name. Raises `FileMistakes`."""
    if _only_notes(data):
        return Settings()
    reading = Reading(name)
    node = parse(data, reading)
    written = None if node is None else SETTINGS.read(node, "the file", reading)
    sound = written.get(SOUND) if written else None
    voice = written.get(VOICE) if written else None
    screen = written.get(SCREEN) if written else None
    session = written.get(SESSION) if written else None
    if voice:
        _check_engine(voice, reading)
    keys = _keys(written.get(OWN_KEYS) if written else None, reading)
    library_keys = _library_keys(written.get(OWN_LIBRARY_KEYS) if written else None, reading)
    reading.end()
    return Settings(
        sound=_sound(sound),
        voice=convert(_values(voice, VOICE_RECORD), VoiceSettings),
        screen=convert(_values(screen, SCREEN_RECORD), ScreenSettings),
        session=convert(_values(session, SESSION_RECORD), SessionSettings),
        keys=keys,
        library_keys=library_keys,
    )


def _keys(written: Written | None, reading: Reading) -> tuple[Key, ...]:
    """Make the table of keys of a session."""
    if written is None:
        return KEYS
    changes = {action: keys for action, field in KEY_FIELDS.items() if (keys := written.get(field))}
    table = keys_with(changes)
    _refuse_clashes(table, {action: written.place(KEY_FIELDS[action]) for action in changes}, reading)
    for action, answers in ANSWERS.items():
        for name in answers.intersection(changes.get(action, ())):
            reading.mistake(
                written.place(KEY_FIELDS[action]),
                f"the key {printed(name)} answers the question that {action} asks",
                "a key that does not: pressed twice, it would be an answer that nobody meant",
            )
    return table


def _library_keys(written: Written | None, reading: Reading) -> tuple[LibraryKey, ...]:
    """Make the table of keys of the library."""
    if written is None:
        return LIBRARY_KEYS
    changes = {action: keys for action, field in LIBRARY_KEY_FIELDS.items() if (keys := written.get(field))}
    table = library_keys_with(changes)
    _refuse_clashes(table, {action: written.place(LIBRARY_KEY_FIELDS[action]) for action in changes}, reading)
    return table


def _refuse_clashes(table: Iterable[Bound[Some]], places: Mapping[Some, Place], reading: Reading) -> None:
    """Report each key that would stand for two actions, at the one that was set."""
    for name, one, other in clashes(table):
        own, there = (other, one) if other in places else (one, other)
        reading.mistake(
            places[own],
            f"the key {printed(name)} is {there} already",
            f"a key that is free; or give {there} another one",
        )


def _read(path: Path) -> bytes | None:
    """Give what is in a regular file, at most one byte more than it may have; `None` where there is no file."""
    try:
        # A pipe that nobody writes to would keep the program waiting.
        if not stat.S_ISREG(path.stat().st_mode):
            raise _unreadable(path, "it is no regular file")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unreadable(path, escaped(error.strerror or str(error))) from None


def _unreadable(path: Path, why: str) -> FileMistakes:
    return FileMistakes([Mistake(str(path), 1, 1, f"the file cannot be read: {why}", "a file that you may read")])


def _only_notes(data: bytes) -> bool:
    try:
        lines = [line.strip() for line in data.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError:
        return False
    return all(not line or line.startswith("#") for line in lines)


def _check_engine(voice: Written, reading: Reading) -> None:
    if voice.get(ENGINE) == BY_COMMAND and not voice.has(COMMAND):
        expected = "the field command: a list of the program and its arguments"
        reading.mistake(voice.place(ENGINE), "engine is command, and there is no command", expected)


def _sound(written: Written | None) -> SoundSettings:
    values = _values(written, SOUND_RECORD)
    if values.get("bed") == NO_BED:
        del values["bed"]
    return convert(values, SoundSettings)


def _values(written: Written | None, record: Record) -> dict[str, object]:
    """Give what is written under the names of the settings, which are those of the file with an underscore."""
    values = written.values if written else {}
    return {field.name.replace("-", "_"): values[field.name] for field in record.fields if field.name in values}
