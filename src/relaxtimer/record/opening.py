"""Opening the file of the record: made where there is none, brought to the newest version, set aside where damaged.

Every commit is on the disk before it returns: WAL with `synchronous=FULL` writes one file in order and waits for it,
which survives kill -9 and loss of power; NORMAL would survive the first alone. `fullfsync` is the same for macOS,
whose fsync does not wait for the disk. A file that cannot be used is renamed, never written over.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from relaxtimer.record.aside import BESIDE, identity, set_aside
from relaxtimer.record.schema import APPLICATION, FIRST_FORM, FROM_FIRST_FORM, NEWEST, VERSIONS

FILE = "record.sqlite3"
_HEADER = 100
_ROOM = 256 * 1024
MAGIC = b"SQLite format 3\x00"
"""How every file of SQLite begins."""
PATIENCE = 2.0
"""Seconds to wait for another program that is writing: it needs milliseconds."""
# Seconds between two looks at whether it is done.
_LOOK = 0.01
# What is in it is nobody else's business.
_PRIVATE = 0o600


class UnusableError(Exception):
    """The record cannot be written: the message says why, and what to do."""


class DamagedError(Exception):
    """The file is no record that can be read."""


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error says that the file itself is damaged: anything else is no reason to set it aside."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


_YOURS = "Make the folder yours, or set RELAXTIMER_HOME to one that is."
_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full. Make room on it.",
    sqlite3.SQLITE_BUSY: "another program has the record locked.",
    sqlite3.SQLITE_READONLY: f"the record is read-only. {_YOURS}",
    sqlite3.SQLITE_CANTOPEN: f"the folder of the record is read-only. {_YOURS}",
}
_OF_A_COPY = {
    sqlite3.SQLITE_READONLY: "it is read-only. Name another file.",
    sqlite3.SQLITE_CANTOPEN: "its folder is read-only. Name a file in another one.",
}
_ROOM_NEEDED = "Make room on the disk."
_ADVICE = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _YOURS),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), _ROOM_NEEDED),
}


def why(error: sqlite3.Error, folder: Path, *, copy: bool = False) -> str:
    """Say in a sentence why the record, or a `copy` of it, could not be written to a folder, and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    # Not all that fails for want of room is told so: the files beside the record are mapped into memory.
    if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}:
        with suppress(OSError):
            code = sqlite3.SQLITE_FULL if shutil.disk_usage(folder).free < _ROOM else code
    return (_REASONS | (_OF_A_COPY if copy else {})).get(code, f"{error}.")


def opened(folder: Path, patience: float = PATIENCE) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    """Open the record in a folder; give it with what is to be told about that.

    `patience` is for how many seconds another program is waited for. Raises `UnusableError` where it cannot be used.
    """
    file = folder / FILE
    seen = identity(file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        told: tuple[str, ...] = ()
        try:
            return _ready(file, patience), told
        except DamagedError as error:
            told = (f"{file} cannot be read ({error}). {set_aside(file, seen)}",)
            return _ready(file, patience), told
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, "Set RELAXTIMER_HOME to another folder.")
        raise UnusableError(f"{folder} cannot be written: {error.strerror or error}. {advice}") from None
    except sqlite3.Error as error:
        raise UnusableError(f"{file} cannot be written: {why(error, folder)}") from None


def _ready(file: Path, patience: float) -> sqlite3.Connection:
    """Open a file, and bring its tables to the newest version. Raises `DamagedError`."""
    _look_at(file)
    new = not file.exists() or file.stat().st_size == 0
    if new:
        make_private(file)
    connection = sqlite3.connect(file, timeout=patience, isolation_level=None)
    try:
        return _prepared(connection, file, patience, new=new)
    except BaseException:
        connection.close()
        raise


def _prepared(connection: sqlite3.Connection, file: Path, patience: float, *, new: bool) -> sqlite3.Connection:
    try:
        # All at one moment: another program may be about to begin this very file.
        connection.execute("BEGIN")
        version, application = _pragma(connection, "user_version"), _pragma(connection, "application_id")
        theirs = not new and application != APPLICATION and (version or _tables(connection))
        connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise DamagedError(str(error)) from None
        raise
    if theirs:
        raise DamagedError("it is a file of another program")
    if version > NEWEST:
        raise UnusableError(
            f"{file} was written by a newer relaxtimer, and is not touched by this one. Update relaxtimer to go on."
        )
    _write_ahead(connection, patience)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA fullfsync=1")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")
    if version < NEWEST:
        _migrate(connection, file)
    return connection


def _write_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """Have a file be in WAL mode. Where several programs begin it at once SQLite gives up instead of waiting."""
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_LOOK)
        else:
            return


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
    # In this order: another program takes the journal away once all of it is in the file.
    journal = file.with_name(f"{file.name}-wal").exists()
    if not journal and file.stat().st_size < pages * (65_536 if page == 1 else page):
        raise DamagedError("it is cut short")


def _migrate(connection: sqlite3.Connection, file: Path) -> None:
    """Bring the tables to the newest version in one transaction, after a copy of what was before."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have done it while this one waited.
        version = _pragma(connection, "user_version")
        if 0 < version < NEWEST:
            target = file.with_name(f"record.before-version-{NEWEST}.sqlite3")
            # Of a program that was killed here; no other is, as long as this one writes.
            for left in file.parent.glob(f"{target.name}.*.part"):
                left.unlink()
            with closing(sqlite3.connect(file)) as before:
                backed_up(before, target)
        first = version == 1 and _tables(connection, FIRST_FORM)
        for statements in (*((FROM_FIRST_FORM,) if first else ()), *VERSIONS[version:]):
            for statement in filter(str.strip, statements.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id={APPLICATION}")
        connection.execute(f"PRAGMA user_version={NEWEST}")
        connection.execute("COMMIT")
    except BaseException:
        # Where the disk is full SQLite may have done so itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def make_private(file: Path) -> None:
    """Begin a file that nobody else may read; what is there keeps its content. Raises `OSError`."""
    os.close(os.open(file, os.O_CREAT | os.O_WRONLY, _PRIVATE))


def is_ours(folder: Path, target: Path) -> bool:
    """Tell whether a path is that of the record of a folder, or of what belongs to it: nothing is written there."""
    ours = [folder / f"{FILE}{suffix}" for suffix in ("", *BESIDE)]
    return target.resolve() in {each.resolve() for each in ours}


def backed_up(connection: sqlite3.Connection, target: Path, *, checked: bool = False) -> None:
    """Copy the whole record into another file, which takes the place of one of that name. Raises `sqlite3.Error`.

    With `checked`, a copy that is damaged takes no place: `DamagedError` is raised. Else pages are copied as they are.
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        make_private(part)
        with closing(sqlite3.connect(part)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            if checked:
                _check(copy)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _check(connection: sqlite3.Connection) -> None:
    """Look at every page of a record. Raises `DamagedError`."""
    try:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise DamagedError(str(error)) from None
    if found != "ok":
        raise DamagedError(" ".join(found.split()))


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def _tables(connection: sqlite3.Connection, name: str = "%") -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name LIKE ? LIMIT 1", (name,)).fetchone() is not None
