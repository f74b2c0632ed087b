"""Opening the file of the record: made where there is none, brought to the newest version, set aside where damaged.

Every commit is on the disk before it returns: WAL with `synchronous=FULL` writes one file in order and waits for it,
which survives kill -9 and loss of power; NORMAL would survive the first alone. `fullfsync` is the same for macOS,
whose fsync does not wait for the disk. A file that cannot be used is renamed, never written over.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from relaxtimer.record.schema import APPLICATION, NEWEST, VERSIONS

FILE = "record.sqlite3"
_HEADER = 100
MAGIC = b"SQLite format 3\x00"
"""How every file of SQLite begins."""
_BESIDE = ("-wal", "-shm", "-journal")
PATIENCE = 2.0
"""Seconds to wait for another program that is writing: it needs milliseconds."""
# What is in it is nobody else's business.
_PRIVATE = 0o600


class UnusableError(Exception):
    """The record cannot be written: the message says why, and what to do."""


class DamagedError(Exception):
    """The file is no record that can be read."""


def opened(folder: Path) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    """Open the record in a folder; give it with what is to be told about that.

    Raises `UnusableError` where it cannot be used.
    """
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        told: tuple[str, ...] = ()
        try:
            return _ready(file), told
        except DamagedError as error:
            told = (f"{file} cannot be read ({error}). {_set_aside(file)}",)
            return _ready(file), told
    except OSError as error:
        raise UnusableError(f"{folder} cannot be written: {error.strerror or error}") from None
    except sqlite3.Error as error:
        raise UnusableError(f"{file} cannot be used: {error}") from None


def _ready(file: Path) -> sqlite3.Connection:
    """Open a file, and bring its tables to the newest version. Raises `DamagedError`."""
    _look_at(file)
    new = not file.exists() or file.stat().st_size == 0
    if new:
        make_private(file)
    connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    try:
        return _prepared(connection, file, new=new)
    except BaseException:
        connection.close()
        raise


def _prepared(connection: sqlite3.Connection, file: Path, *, new: bool) -> sqlite3.Connection:
    try:
        version, application = _pragma(connection, "user_version"), _pragma(connection, "application_id")
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise DamagedError(str(error)) from None
    if not new and application != APPLICATION and (version or _tables(connection)):
        raise DamagedError("it is a file of another program")
    if version > NEWEST:
        raise UnusableError(
            f"{file} was written by a newer relaxtimer, and is not touched by this one. Update relaxtimer to go on."
        )
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA fullfsync=1")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")
    if version < NEWEST:
        _migrate(connection, file, version)
    return connection


def _look_at(file: Path) -> None:
    """Refuse what is no file of SQLite, or less of one than its header says. Raises `DamagedError`."""
    if not file.exists():
        return
    if file.is_dir():
        raise UnusableError(f"{file} is a folder, where the record would be. Move it away to have sessions saved.")
    with file.open("rb") as opened:
        header = opened.read(_HEADER)
    if not header:
        return
    if len(header) < _HEADER or not header.startswith(MAGIC):
        raise DamagedError("it is no record")
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    size = file.stat().st_size
    if size < pages * (65_536 if page == 1 else page) and not file.with_name(f"{file.name}-wal").exists():
        raise DamagedError("it is cut short")


def _set_aside(file: Path) -> str:
    """Rename a file and what belongs to it; tell where it is now."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside = file.with_name(f"record.damaged-{stamp}.sqlite3")
    number = 2
    while aside.exists():
        aside, number = file.with_name(f"record.damaged-{stamp}-{number}.sqlite3"), number + 1
    file.rename(aside)
    for suffix in _BESIDE:
        with suppress(FileNotFoundError):
            file.with_name(file.name + suffix).rename(aside.with_name(aside.name + suffix))
    return f"It is kept as {aside.name}, and a new record is begun."


def set_aside(folder: Path) -> str:
    """Rename the record of a folder, as it turned out to be damaged while it was used. Raises `OSError`."""
    return _set_aside(folder / FILE)


def _migrate(connection: sqlite3.Connection, file: Path, version: int) -> None:
    """Bring the tables to the newest version in one transaction, after a copy of what was before."""
    if version:
        backed_up(connection, file.with_name(f"record.before-version-{NEWEST}.sqlite3"))
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have done it while this one waited.
        version = _pragma(connection, "user_version")
        for statements in VERSIONS[version:]:
            for statement in filter(str.strip, statements.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id={APPLICATION}")
        connection.execute(f"PRAGMA user_version={NEWEST}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def make_private(file: Path) -> None:
    """Begin a file that nobody else may read; what is there keeps its content. Raises `OSError`."""
    os.close(os.open(file, os.O_CREAT | os.O_WRONLY, _PRIVATE))


def is_ours(folder: Path, target: Path) -> bool:
    """Tell whether a path is that of the record of a folder, or of what belongs to it: nothing is written there."""
    ours = [folder / f"{FILE}{suffix}" for suffix in ("", *_BESIDE)]
    return target.resolve() in {each.resolve() for each in ours}


def backed_up(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the whole record into another file, which takes the place of one of that name. Raises `sqlite3.Error`."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    make_private(part)
    with closing(sqlite3.connect(part)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    part.replace(target)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def _tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
