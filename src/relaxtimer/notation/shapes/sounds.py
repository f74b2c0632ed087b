"""The sounds of a step: a profile, or sound files beside the routine for single events."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from msgspec import Struct

from relaxtimer.core.cues import CueKind
from relaxtimer.core.routine import Sounds
from relaxtimer.notation.mistakes import Reading, quoted
from relaxtimer.notation.shapes.shape import JSONSchema, OneOf, refuse_kind, scalar
from relaxtimer.notation.strict_yaml.nodes import Mapping, Node, Scalar

PROFILES = ("soft", "clear", "bells", "ticks", "silent")
ENDINGS = (".wav", ".flac", ".ogg", ".mp3")
LONGEST_PATH = 255
EVENTS = tuple(kind.value for kind in CueKind)

_PROFILE = OneOf({name: name for name in PROFILES})
_EXPECTED = f"a profile ({', '.join(PROFILES)}), or events with a sound file each"
_FILE = f"the path of a sound file ({', '.join(ENDINGS)}) inside the routine's folder"


class SoundsShape(Struct, frozen=True):
    """A profile, or `{EVENT: sound file}` with `profile` for the other events."""

    def read(self, node: Node, label: str, reading: Reading) -> Sounds | None:
        """Read sounds; every file is looked at, and given by its absolute path."""
        if isinstance(node, Scalar) and not node.empty:
            profile = _PROFILE.read(node, label, reading)
            return None if profile is None else Sounds(profile)
        if not isinstance(node, Mapping):
            refuse_kind(node, label, _EXPECTED, reading)
            return None
        profile, files = None, {}
        for name, value in node.fields.items():
            if name == "profile":
                profile = _PROFILE.read(value, name, reading)
            elif name not in EVENTS:
                near = (name, (*EVENTS, "profile"))
                expected = f"profile, or one of {', '.join(EVENTS)}"
                reading.mistake(node.keys[name].place, f"{quoted(name)} is not an event", expected, near=near)
            elif path := _file(value, name, reading):
                files[name] = str(path)
                reading.sound_files.setdefault(str(path), value.place)
        return Sounds(profile, files)

    def schema(self) -> JSONSchema:
        """Write the shape."""
        file = {
            "type": "string",
            "maxLength": LONGEST_PATH,
            "pattern": f"\\.({'|'.join(_either_case(end[1:]) for end in ENDINGS)})$",
        }
        properties = {"profile": _PROFILE.schema(), **dict.fromkeys(EVENTS, file)}
        return {
            "anyOf": [_PROFILE.schema(), {"type": "object", "properties": properties, "additionalProperties": False}]
        }


def _either_case(ending: str) -> str:
    return "".join(f"[{letter}{letter.upper()}]" if letter.isalpha() else letter for letter in ending)


def _file(node: Node, label: str, reading: Reading) -> Path | None:
    found = scalar(node, label, _FILE, reading)
    if found is None:
        return None
    wrong, expected = _wrong_in_words(found.text) or _wrong_on_disk(found.text, reading.folder) or ("", "")
    if wrong or reading.folder is None:
        reading.mistake(node.place, f"{label} is {quoted(found.text)}, {wrong}", expected)
        return None
    return (reading.folder / found.text).resolve()


def _wrong_in_words(path: str) -> tuple[str, str] | None:
    """Tell what is wrong with a path as it is written, and what was expected."""
    windows = PureWindowsPath(path)
    if Path(path).is_absolute() or windows.drive or windows.root:
        return "a path from the root", _FILE
    if ".." in windows.parts:
        return "a path that leaves the folder", _FILE
    if windows.suffix.lower() not in ENDINGS:
        return "no sound file by its ending", f"one of {', '.join(ENDINGS)}"
    return ("too long for a path", f"at most {LONGEST_PATH} characters") if len(path) > LONGEST_PATH else None


def _wrong_on_disk(path: str, folder: Path | None) -> tuple[str, str] | None:
    """Tell what is wrong with the file that a path leads to, and what was expected."""
    if folder is None:
        return "which lies in no folder", "a routine in a file of its own, with its sounds beside it"
    try:
        home = folder.resolve()
        real = (home / path).resolve()
        if not real.is_relative_to(home):
            return "a path that leaves the folder through a link", _FILE
        if not real.exists():
            return "which is not there", "a file that is there, beside the routine"
        return None if real.is_file() else ("which is no regular file", _FILE)
    except (OSError, RuntimeError, ValueError):
        # Links in a ring, a name too long for the disk, a folder that may not be looked into.
        return "which cannot be followed", _FILE
