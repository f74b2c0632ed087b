"""The library on the screen: a list of routines to search, look at and start."""

from __future__ import annotations

import gc

from relaxtimer.tui.library.desk import Desk


def run_library(desk: Desk, theme: str) -> int:
    """Let the person choose routines of a desk and do them; give the exit status."""
    gc.disable()
    from relaxtimer.tui import guards  # noqa: PLC0415 - Textual is imported when a screen is run, and only then
    from relaxtimer.tui.library.app import LibraryApp  # noqa: PLC0415 - the same

    return guards.run(LibraryApp(desk, theme))
