"""The library on the screen: a list of routines to search, look at and start."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from relaxtimer.tui.library.row import OpenPlan, Row

__all__ = ["OpenPlan", "Row", "run_library"]


def run_library(rows: Sequence[Row], open_plan: OpenPlan, theme: str) -> int:
    """Let the person choose routines and do them; give the exit status.

    `open_plan` makes what it takes to do the routine of a row's id anew, or says why it cannot be done.
    """
    gc.disable()
    from relaxtimer.tui import guards  # noqa: PLC0415 - Textual is imported when a screen is run, and only then
    from relaxtimer.tui.library.app import LibraryApp  # noqa: PLC0415 - the same

    return guards.run(LibraryApp(rows, open_plan, theme))
