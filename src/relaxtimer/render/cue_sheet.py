"""The cue sheet of a WAV file, which has no chapters of its own: one track for each step."""

from __future__ import annotations

from pathlib import Path

from relaxtimer.core.duration import MINUTE, SECOND, Milliseconds
from relaxtimer.render.chapters import Contents

_FRAMES = 75
MOST_CHAPTERS = 99


def sheet_of(file: Path) -> Path:
    """Give where the sheet of a file is: beside it."""
    return file.with_suffix(".cue")


def cue_sheet(contents: Contents, file: str) -> str:
    """Write the sheet of a file of that name. It has room for 99 tracks; the last takes in what comes after."""
    lines = [
        *(f"REM {line}" for line in contents.text.splitlines() if line),
        'PERFORMER "relaxtimer"',
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
