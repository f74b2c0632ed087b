"""`relaxtimer import FILE`: what was exported, added to the record; nothing that is there is changed."""

from __future__ import annotations

import argparse
import sqlite3
import stat
import sys
from pathlib import Path
from typing import TextIO

from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.cli.own_record import own_record
from relaxtimer.notation.characters import escaped
from relaxtimer.record.exchange import LARGEST, UnreadableError, merge, read
from relaxtimer.record.store import NotSavedError


def import_record(options: argparse.Namespace, out: TextIO) -> int:
    """Add what is new. Raises `Failure` where the file cannot be read, or the record not be written."""
    name = escaped(options.file)
    try:
        data = read(_content(Path(options.file)))
    except OSError as error:
        raise Failure(f"{name} cannot be read: {error.strerror or error}", FAILED) from None
    except UnreadableError as error:
        expected = "expected a file that `relaxtimer export` wrote as JSON"
        raise Failure(f"{name} cannot be imported: {escaped(str(error))}; {expected}", WRONG_USAGE) from None
    store = own_record()
    try:
        with store.writing() as record:
            added = merge(record, data)
    except NotSavedError as error:
        raise Failure(f"nothing was imported: {error}", FAILED) from None
    except (sqlite3.Error, OverflowError, ValueError) as error:
        raise Failure(f"nothing was imported from {name}: {error}", WRONG_USAGE) from None
    for words in store.news():
        sys.stderr.write(f"relaxtimer: {words}\n")
    there = len(data.sessions) - added
    known = f"; {there} {'was' if there == 1 else 'were'} there already" if there else ""
    out.write(f"Imported: {added} session{'' if added == 1 else 's'}{known}.\n")
    return 0


def _content(path: Path) -> bytes:
    """Read a regular file, at most a byte more than it may have. Raises `OSError` and `UnreadableError`."""
    # A device or a pipe may have no end.
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnreadableError("it is no regular file")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
