"""`relaxtimer import FILE`: what was exported or backed up, added to the record; nothing that is there is changed."""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.cli.own_record import answered, own_record
from relaxtimer.core.conditions import Condition
from relaxtimer.core.safety.reasons import in_order
from relaxtimer.notation.characters import escaped
from relaxtimer.record.answers import conditions
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.exchange import LARGEST, UnreadableError, read, written
from relaxtimer.record.merging import Merged, merge
from relaxtimer.record.opening import FILE, MAGIC, UnusableError, opened
from relaxtimer.record.store import NotSavedError


def import_record(options: argparse.Namespace, out: TextIO) -> int:
    """Add what is new. Raises `Failure` where the file cannot be read, or the record not be written."""
    name = escaped(options.file)
    try:
        data = read(_content(Path(options.file)))
    except OSError as error:
        status = WRONG_USAGE if isinstance(error, FileNotFoundError | NotADirectoryError) else FAILED
        raise Failure(f"{name} cannot be read: {error.strerror or error}", status) from None
    except UnreadableError as error:
        expected = "expected a file that `relaxtimer export` wrote as JSON, or `relaxtimer backup`"
        raise Failure(f"{name} cannot be imported: {escaped(str(error))}; {expected}", WRONG_USAGE) from None
    store = own_record()
    try:
        today = day_of(now())
        with store.writing() as record:
            before = conditions(record, today)
            merged = merge(record, data)
            new = conditions(record, today) - before
    except NotSavedError as error:
        raise Failure(f"nothing was imported: {error}", FAILED) from None
    except (sqlite3.Error, OverflowError, ValueError) as error:
        raise Failure(f"nothing was imported from {name}: {error}", WRONG_USAGE) from None
    answered(store)
    out.writelines(f"{line}\n" for line in _told(merged, len(data.sessions), in_order(new)))
    return 0


def _told(merged: Merged, sessions: int, new: Sequence[Condition]) -> Iterator[str]:
    added, there = merged.sessions, sessions - merged.sessions
    known = f"; {there} {'was' if there == 1 else 'were'} there already" if there else ""
    yield f"Imported: {added} session{'' if added == 1 else 's'}{known}."
    if merged.renumbered:
        yield "Sessions are numbered anew, by when they were; `relaxtimer history` shows the numbers."
    if new:
        codes = ", ".join(each.value for each in new)
        yield f"Holds for you from now on: {codes}. `relaxtimer safety --conditions` changes it."


def _content(path: Path) -> bytes:
    """Read a regular file, at most a byte more than it may have. Raises `OSError` and `UnreadableError`."""
    # A device or a pipe may have no end.
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnreadableError("it is no regular file")
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    return _of_backup(path) if data.startswith(MAGIC) else data


def _of_backup(path: Path) -> bytes:
    """Give what is in a copy of a record, which is left as it is. Raises `OSError` and `UnreadableError`."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / FILE
        shutil.copyfile(path, copy)
        try:
            record, told = opened(copy.parent)
            with closing(record):
                if told:
                    raise UnreadableError("it is damaged, or of another program")
                return b"".join(written(record))
        except (UnusableError, sqlite3.Error) as error:
            raise UnreadableError(str(error).replace(str(copy), "it")) from None
