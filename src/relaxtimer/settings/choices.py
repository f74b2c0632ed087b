"""What each setting can be, as it is written in the file: for a screen on which settings are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from relaxtimer.core.keys import printed
from relaxtimer.notation.shapes.record import Field, Record
from relaxtimer.notation.shapes.time import Duration
from relaxtimer.settings.definition import (
    KEYS_RECORD,
    LIBRARY_KEYS_RECORD,
    SCREEN_RECORD,
    SESSION_RECORD,
    SOUND_RECORD,
    VOICE_RECORD,
)
from relaxtimer.settings.settings import NO_BED, Settings

GROUPS = (SOUND_RECORD, VOICE_RECORD, SCREEN_RECORD, SESSION_RECORD, KEYS_RECORD, LIBRARY_KEYS_RECORD)
_TABLES = (KEYS_RECORD.noun, LIBRARY_KEYS_RECORD.noun)
# From a whole number to the next that is offered, by how many there are; a person hears no less.
_STEP_OF_MANY, _STEP, _MANY = 10, 5, 150
_QUARTER = 0.25
_PRIMERS = ("0s", "0.5s", "1s", "1.5s", "2s", "3s", "5s", "10s")


class Setting(Struct, frozen=True):
    """One setting: its group and name in the file, what it is for, and what it can be.

    Without `choices` it is a text of the person's own, and written in the file.
    """

    group: str
    name: str
    doc: str
    choices: tuple[str, ...] = ()


def all_settings() -> Iterator[Setting]:
    """Yield every setting, in the order of the file."""
    for record in GROUPS:
        for field in record.fields:
            yield Setting(record.noun, field.name, field.doc, _choices(record, field))


def value_of(setting: Setting, settings: Settings) -> str:
    """Give what a setting is, as it is written in the file; nothing where it is left to the program."""
    if setting.group in _TABLES:
        table = settings.keys if setting.group == KEYS_RECORD.noun else settings.library_keys
        keys = next(key.keys for key in table if key.action == setting.name)
        return ", ".join(printed(key) for key in keys)
    value = getattr(getattr(settings, setting.group), setting.name.replace("-", "_"))
    if setting.name == "bed":
        return str(value or NO_BED)
    if setting.name == "primer":
        return f"{value / 1_000:g}s"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return " ".join(value)
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _choices(record: Record, field: Field[object]) -> tuple[str, ...]:
    if record.noun in _TABLES:
        return ()
    if isinstance(field.shape, Duration):
        return _PRIMERS
    schema: dict[str, Any] = field.shape.schema()
    kind = schema.get("type")
    if isinstance(kind, str) and kind in {"integer", "number"}:
        return tuple(_numbers(schema["minimum"], schema["maximum"], whole=kind == "integer"))
    known = ("true", "false") if kind == "boolean" else schema.get("enum", ())
    return tuple(str(each) for each in known)


def _numbers(least: float, most: float, *, whole: bool) -> Iterator[str]:
    step = _QUARTER if not whole else _STEP_OF_MANY if most - least > _MANY else _STEP
    for place in range(int((most - least) / step) + 1):
        yield f"{least + place * step:g}"
