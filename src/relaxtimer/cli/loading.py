"""Reading the routine that was named on the command line."""

from __future__ import annotations

import sys

from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.library.library import Library, LibraryError, Loaded
from relaxtimer.library.mistakes import FileMistakes


def loaded(library: Library, name: str) -> Loaded:
    """Read a routine by its name or path, and say on standard error what is wrong with exercise files around it.

    Raises `Failure` where there is no such routine, it cannot be read, or it has mistakes: then with all of them.
    """
    try:
        return library.routine(name)
    except LibraryError as error:
        raise Failure(str(error), WRONG_USAGE if error.missing else FAILED) from None
    except FileMistakes as error:
        count = len(error.mistakes)
        words = "1 mistake" if count == 1 else f"{count} mistakes"
        raise Failure(f"{words} in the routine file\n{error}", WRONG_USAGE) from None
    finally:
        for notice in library.notices:
            sys.stderr.write(f"relaxtimer: {notice}\n")
