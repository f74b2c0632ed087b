"""`relaxtimer preview FILE`: a routine as it is written, anew after each save."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Hashable
from typing import TextIO

from relaxtimer.cli.failure import Failure
from relaxtimer.cli.opening import theme_of
from relaxtimer.cli.own_record import own_record
from relaxtimer.cli.planning import as_written, plan_of
from relaxtimer.cli.settings_file import own_settings
from relaxtimer.folders import folders
from relaxtimer.library.checking import check_file
from relaxtimer.library.library import Library, LibraryError
from relaxtimer.notation.characters import escaped
from relaxtimer.settings.settings import CALM
from relaxtimer.terminal import why_plain
from relaxtimer.today import today
from relaxtimer.tui.screens.preview import Reading


class File:
    """A file of a routine, by its path or name."""

    def __init__(self, path: str, options: argparse.Namespace) -> None:
        """Read nothing yet."""
        self.name = path
        self._options = options
        self._store = own_record()

    def stamp(self) -> Hashable:
        """Give what changes with the file, and with the person's own exercises."""
        own = folders().exercises
        exercises = sorted(own.glob("*.y*ml")) if own.is_dir() else []
        return tuple(_stamp(str(each)) for each in (self.name, *exercises))

    def read(self) -> Reading:
        """Read it, with everything that `check` would say without a voice."""
        library = Library()
        checked = check_file(library, self.name, today())
        if checked.mistakes:
            file = f"{escaped(checked.file)}:"
            return Reading(None, tuple(str(each).removeprefix(file) for each in checked.mistakes))
        doubts = tuple(f"{doubt.place.line}:{doubt.place.column}: {doubt.message}" for doubt in checked.doubts)
        try:
            own = as_written(library, self.name)
            return Reading(plan_of(own, library, self._options, own_settings(), self._store), doubts=doubts)
        except Failure as failure:
            return Reading(None, tuple(failure.message.splitlines()))


def preview(options: argparse.Namespace, out: TextIO) -> int:
    """Follow a file on the screen; where there is no terminal, show it once."""
    try:
        path, _ = Library().find(options.routine)
    except LibraryError as error:
        raise Failure(str(error), 2) from None
    if why_plain(os.environ, sys.stdin, sys.stdout, sys.stderr) is not None:
        from relaxtimer.cli.show import show

        return show(argparse.Namespace(**vars(options), json=False), out)
    from relaxtimer import tui

    screen = own_settings().screen
    return tui.run_preview(
        File(path, options),
        figures=options.figures or screen.figures,
        calm=options.calm or screen.motion == CALM,
        theme=theme_of(options),
    )


def _stamp(path: str) -> Hashable:
    try:
        status = os.stat(path)  # noqa: PTH116 - a text, as it was given
    except OSError:
        return path, None
    return path, status.st_mtime_ns, status.st_size, status.st_ino
