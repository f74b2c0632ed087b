"""`relaxtimer check FILE...`: every mistake and every doubt, with their places."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from relaxtimer.cli.by_ear import ByEar
from relaxtimer.cli.failure import WRONG_USAGE
from relaxtimer.library.checking import Checked, check_file
from relaxtimer.library.library import Library
from relaxtimer.notation.characters import escaped
from relaxtimer.today import today


def check(options: argparse.Namespace, out: TextIO) -> int:
    """Check files; give 2 where one has mistakes, 0 where there are doubts at most."""
    library = Library()
    day, by_ear = today(), ByEar()
    checked = [check_file(library, file, day, by_ear.doubts) for file in options.files]
    if options.json:
        json.dump({"files": [_as_json(file) for file in checked]}, out, indent=2)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in _lines(checked))
    notices = (*_elsewhere(library, checked), *by_ear.tell())
    sys.stderr.writelines(f"relaxtimer: {notice}\n" for notice in notices)
    return WRONG_USAGE if any(file.mistakes for file in checked) else 0


def _elsewhere(library: Library, checked: Sequence[Checked]) -> list[str]:
    """Give what is wrong with exercise files that were not asked about, but count in those that were."""
    said = {str(mistake) for file in checked for mistake in file.mistakes}
    return [notice for notice in library.notices if notice not in said]


def _as_json(file: Checked) -> dict[str, Any]:
    return {
        "file": file.file,
        "mistakes": [
            {
                "line": mistake.line,
                "column": mistake.column,
                "message": mistake.message,
                "expected": mistake.expected,
                "suggestion": mistake.suggestion,
            }
            for mistake in file.mistakes
        ],
        "doubts": [
            {"line": doubt.place.line, "column": doubt.place.column, "message": doubt.message} for doubt in file.doubts
        ],
    }


def _lines(checked: Sequence[Checked]) -> Iterator[str]:
    for file in checked:
        yield from map(str, file.mistakes)
        for doubt in file.doubts:
            yield f"{escaped(file.file)}:{doubt.place.line}:{doubt.place.column}: doubt: {doubt.message}"
    mistakes = sum(len(file.mistakes) for file in checked)
    doubts = sum(len(file.doubts) for file in checked)
    unlooked = " looked for yet" if checked and all(file.mistakes for file in checked) else ""
    counts = f"{_count(len(checked), 'file')}: {_count(mistakes, 'mistake')}, {_count(doubts, 'doubt')}{unlooked}"
    unread = [escaped(file.file) for file in checked if any(mistake.ends_reading for mistake in file.mistakes)]
    if unread:
        which = "the file" if len(checked) == 1 else ", ".join(unread)
        counts += f"; the rest of {which} was not read: mend this first"
    yield counts


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
