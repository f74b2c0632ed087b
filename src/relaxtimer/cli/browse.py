"""`relaxtimer` on a terminal: the library screen."""

from __future__ import annotations

import argparse

from relaxtimer.cli.desk import LibraryDesk
from relaxtimer.cli.opening import theme_of
from relaxtimer.tui import library as screen


def browse(options: argparse.Namespace) -> int:
    """Let the person pick routines and do them; `options` hold for every session. Gives the exit status."""
    return screen.run_library(LibraryDesk(options), theme_of(options))
