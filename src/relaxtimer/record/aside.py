"""Setting a damaged file aside, so that nothing is ever written over what is in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

BESIDE = ("-wal", "-shm", "-journal")
"""How the files end that belong to one of SQLite."""


def identity(file: Path) -> tuple[int, int] | None:
    """Tell a file from another of its name that takes its place; `None` where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def set_aside(file: Path, seen: tuple[int, int] | None) -> str:
    """Rename the file that was `seen` to be damaged, with what belongs to it; tell where it is now.

    Another program may have done so by now, and begun a new one: that is left. Raises `OSError`.
    """
    with _alone(file.parent):
        if identity(file) != seen:
            return "Another program has set it aside, and begun a new one."
        aside = _free(file)
        # The file itself is the last: SQLite takes a journal away that lies beside a new file.
        for suffix in BESIDE:
            with suppress(FileNotFoundError):
                file.with_name(file.name + suffix).rename(aside.with_name(aside.name + suffix))
        file.rename(aside)
    return f"It is kept as {aside.name}, and a new record is begun."


def _free(file: Path) -> Path:
    """Give a name that no file has."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside = file.with_name(f"record.damaged-{stamp}.sqlite3")
    number = 2
    while aside.exists():
        aside, number = file.with_name(f"record.damaged-{stamp}-{number}.sqlite3"), number + 1
    return aside


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other programs from setting something aside in a folder meanwhile. Windows renames no file that is open."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - there is no such module on Windows

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
