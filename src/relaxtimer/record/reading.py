"""Reading a record that cannot be written: its folder is read-only, the disk is full, or a newer program wrote it.

What holds for a person holds there too: the conditions, the steps that hurt, the answers to the warning signs. SQLite
opens a file in WAL mode only where it can make the files that belong to it, so it is told that nobody writes, or given
a copy. Nothing is ever written here.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from relaxtimer.record.schema import APPLICATION


def opened_to_read(file: Path) -> sqlite3.Connection | None:
    """Open a record that is not to be written; `None` where it cannot be read either, or is none."""
    with suppress(OSError):
        if not file.is_file():
            return None
        uri = file.absolute().as_uri()
        with suppress(sqlite3.Error):
            return _read(sqlite3.connect(f"{uri}?mode=ro", uri=True, isolation_level=None))
        with suppress(sqlite3.Error):
            if not _journal(file):
                return _read(sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None))
            return _read(_copied(file))
    return None


def _read(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Give a connection that can be read. Raises `sqlite3.Error` where it cannot, or is of another program."""
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    if application != APPLICATION:
        connection.close()
        message = "it is a file of another program"
        raise sqlite3.DatabaseError(message)
    return connection


def _journal(file: Path) -> int:
    """Give how many bytes stand in the journal: what was written last is there alone."""
    try:
        return file.with_name(f"{file.name}-wal").stat().st_size
    except FileNotFoundError:
        return 0


def _copied(file: Path) -> sqlite3.Connection:
    """Give the record with what stands in its journal, in memory. Raises `OSError` and `sqlite3.Error`."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / file.name
            for suffix in ("", "-wal"):
                shutil.copyfile(file.with_name(file.name + suffix), copy.with_name(copy.name + suffix))
            with closing(sqlite3.connect(copy)) as record:
                record.backup(memory)
    except BaseException:
        memory.close()
        raise
    return memory
