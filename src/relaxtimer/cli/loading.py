"""Reading the routine that was named on the command line."""

from __future__ import annotations

import os

from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.library.library import Library, LibraryError, Loaded
from relaxtimer.notation.mistakes import FileMistakes
from relaxtimer.notation.suggestion import nearest


def _command_like(name: str, message: str) -> str:
    """Give the command that a word was meant to be, where it comes near to no routine."""
    from relaxtimer.cli.arguments import COMMANDS

    near = None if "did you mean" in message or os.sep in name else nearest(name, COMMANDS)
    return "" if near is None else f". There is a command {near}: relaxtimer {near}"


def loaded(library: Library, name: str) -> Loaded:
    """Read a routine by its name or path.

    Raises `Failure` where there is no such routine, it cannot be read, or it has mistakes: then with all of them, and
    with what is wrong in a person's own exercise files.
    """
    try:
        return library.routine(name)
    except LibraryError as error:
        raise Failure(f"{error}{_command_like(name, str(error))}", WRONG_USAGE if error.missing else FAILED) from None
    except FileMistakes as error:
        mistakes = "1 mistake" if len(error.mistakes) == 1 else f"{len(error.mistakes)} mistakes"
        unread = "; the rest of it was not read" if any(mistake.ends_reading for mistake in error.mistakes) else ""
        lines = [f"{mistakes} in the routine file{unread}", *map(str, error.mistakes), *library.notices]
        raise Failure("\n".join(lines), WRONG_USAGE) from None
