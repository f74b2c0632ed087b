"""The cue sheet of a WAV file, which has no chapters of its own: one track for each step."""

from __future__ import annotations

from pathlib import Path

from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds
from relaxtimer.render.chapters import Contents

_FRAMES = 75
MOST_CHAPTERS = 99
_PERFORMER = 'PERFORMER "relaxtimer"'
# More than any sheet of relaxtimer's own has.
_MOST_BYTES = 1 << 20


def sheet_of(file: Path) -> Path:
    """Give where the sheet of a file is: beside it."""
    return file.with_suffix(".cue")


def is_of_others(sheet: Path) -> bool:
    """Tell whether there is a file in the place of a sheet that relaxtimer did not write: nobody named it as a target.

    Raises `OSError` where it cannot be read.
    """
    try:
        with sheet.open("rb") as file:
            return _PERFORMER.encode() not in file.read(_MOST_BYTES).splitlines()
    except FileNotFoundError:
        return False


def cue_sheet(contents: Contents, file: str) -> str:
    """Write the sheet of a file of that name. It has room for 99 tracks; the last takes in what comes after."""
    lines = [
        *(f"REM {line}" for line in contents.text.splitlines() if line),
        _PERFORMER,
        f"TITLE {_quoted(contents.title)}",
        f"FILE {_quoted(file)} WAVE",
    ]
    for number, chapter in enumerate(contents.chapters[:MOST_CHAPTERS], start=1):
        lines += [
            f"  TRACK {number:02d} AUDIO",
            f"    TITLE {_quoted(chapter.title)}",
            f"    INDEX 01 {_index(chapter.start)}",
        ]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """Quote words; double quotes inside become single ones, since a cue sheet knows no escapes."""
    return '"' + words.replace('"', "'") + '"'


def _index(start: Milliseconds) -> str:
    minutes, rest = divmod(start, MINUTE)
    seconds, part = divmod(rest, SECOND)
    return f"{minutes:02d}:{seconds:02d}:{part * _FRAMES // SECOND:02d}"
