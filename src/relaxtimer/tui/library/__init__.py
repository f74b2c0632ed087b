"""The library on the screen: a list of routines to search, look at and start."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence

from relaxtimer.practice import Plan
from relaxtimer.tui.library.row import Row

__all__ = ["Row", "run_library"]


def run_library(rows: Sequence[Row], open_plan: Callable[[str], Plan | str]) -> int:
    """Let the person choose routines and do them; give the exit status.

    `open_plan` makes what it takes to do the routine of a row's id anew, or says why it cannot be done.
    """
    gc.disable()
    from relaxtimer.tui.library.app import LibraryApp  # noqa: PLC0415 - Textual is imported when a screen is run, and only then

    app = LibraryApp(rows, open_plan)
    app.run()
    return app.return_code or 0
