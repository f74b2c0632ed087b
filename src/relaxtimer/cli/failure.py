"""What ends a command early: one clear message, and the exit status."""

from __future__ import annotations

FAILED = 1
WRONG_USAGE = 2


class Failure(Exception):  # noqa: N818 - not a fault of the program: what it says to the person who runs it
    """A command cannot do what was asked: `status` 2 for wrong usage or a file with mistakes, 1 for what failed."""

    def __init__(self, message: str, status: int = FAILED) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
