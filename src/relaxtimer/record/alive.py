"""Telling a session that still runs, perhaps in another terminal, from one whose program was killed.

Whoever runs a session holds a lock on a small file of it; the system lets go of it however the program ends.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from io import BufferedRandom
from pathlib import Path


class Alive:
    """A lock on the file of one session, held until `close`."""

    def __init__(self, folder: Path, uid: str) -> None:
        """Hold it. Raises `OSError` where that is not possible."""
        self._path = path_of(folder, uid)
        self._file: BufferedRandom | None = self._path.open("a+b")
        _lock(self._file)

    def close(self) -> None:
        """Let go of it, and take the file away."""
        if self._file is not None:
            self._file.close()
            self._file = None
            with suppress(OSError):
                self._path.unlink()


def path_of(folder: Path, uid: str) -> Path:
    """Give the file of a session."""
    return folder / f"session-{uid}.lock"


def is_alive(folder: Path, uid: str) -> bool:
    """Tell whether somebody holds the lock of a session; the file of one that nobody holds is taken away."""
    path = path_of(folder, uid)
    try:
        with path.open("r+b") as file:
            _lock(file)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    with suppress(OSError):
        path.unlink()
    return False


def _lock(file: BufferedRandom) -> None:
    """Lock a file at once. Raises `OSError` where somebody else has it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - there is no such module elsewhere

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - there is no such module on Windows

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
