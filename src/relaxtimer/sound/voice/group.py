"""A program with all that it starts, as a group of processes that ends with this process, however this one ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, Self

# The guard of a group: it reads from a pipe that only this process holds, which the system closes even where this one
# was killed, and ends the group then, itself with it.
_GUARD = ("/bin/sh", "-c", "read -r _; kill -KILL 0")
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Group:
    """One program and its children. On Windows, which has no such groups, it is the program alone, and has no guard.

    It is not the group of the terminal: what a person presses there does not reach it.
    """

    def __init__(self) -> None:
        """Be guarded. Raises `OSError` where that is not possible."""
        self._program: subprocess.Popen[bytes] | None = None
        self._guard = None if sys.platform == "win32" else _guard()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave it unguarded: its program has ended."""
        if self._guard is not None:
            with self._guard as guard:
                guard.kill()

    def start(
        self, arguments: Sequence[str], given: IO[bytes], environment: dict[str, str] | None
    ) -> subprocess.Popen[bytes]:
        """Start its program. Raises `OSError` or `ValueError` where that is not possible."""
        self._program = subprocess.Popen(  # noqa: S603 - a list of arguments, of the person's own choosing
            arguments,
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **environment} if environment else None,
            process_group=None if self._guard is None else self._guard.pid,
            creationflags=_NO_WINDOW,
        )
        return self._program

    def end(self) -> None:
        """End all of it at once."""
        with suppress(OSError):
            if sys.platform != "win32" and self._guard is not None:
                os.killpg(self._guard.pid, signal.SIGKILL)
            elif self._program is not None:
                self._program.kill()


def _guard() -> subprocess.Popen[bytes]:
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603 - a constant
        _GUARD, bufsize=0, stdin=subprocess.PIPE, stdout=nowhere, stderr=nowhere, process_group=0
    )
