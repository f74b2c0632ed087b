"""`relaxtimer ROUTINE`: the face that does it. `relaxtimer`: the library.

What a screen needs is imported before what a routine needs, so that something is seen as early as possible.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, TextIO

from relaxtimer.cli import started
from relaxtimer.terminal import why_plain
from relaxtimer.visit import STOPPED_FOR_SAFETY

if TYPE_CHECKING:
    from relaxtimer.cli.visiting import RoutineVisit


def library_or_run(options: argparse.Namespace, out: TextIO) -> int:
    """Run a routine where one is named, else open the library; without a terminal, list it."""
    if options.routine is not None:
        return run(options, out)
    if options.plain or _reason() is not None:
        from relaxtimer.cli.list import list_routines

        nothing = argparse.Namespace(json=False, minutes=options.minutes, position=None, equipment=None, tag=None)
        started()
        return list_routines(nothing, out)
    from relaxtimer.cli.browse import browse

    return browse(options)


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Do one routine, on the screen or in plain lines."""
    reason = _reason()
    return _on_screen(options) if reason is None and not options.plain else _in_lines(options, out, reason)


def _reason() -> str | None:
    return why_plain(os.environ, sys.stdin, sys.stdout, sys.stderr)


def _on_screen(options: argparse.Namespace) -> int:
    from relaxtimer import tui
    from relaxtimer.cli.opening import theme_of, title_ahead

    title, theme = title_ahead(options), theme_of(options)
    if title is not None:
        return _left_behind(tui.open_visit(title, lambda: _visit(options), theme))
    visit = _visit(options)
    title = visit.check()
    return _left_behind(tui.open_visit(title, lambda: visit, theme))


def _left_behind(status: int) -> int:
    """Leave on the terminal, where the screen is gone, what a session was stopped for; give the status."""
    if status == STOPPED_FOR_SAFETY:
        from relaxtimer.cli.closing import standing
        from relaxtimer.cli.layout import line_of, width_of
        from relaxtimer.cli.own_record import own_record

        width = width_of(sys.stderr)
        sys.stderr.writelines(f"{line_of(line, width)}\n" for line in standing(own_record()))
    return status


def _in_lines(options: argparse.Namespace, out: TextIO, reason: str | None) -> int:
    from relaxtimer import plain

    visit = _visit(options)
    visit.check()
    note = "" if options.plain else f"Lines of text instead of the screen: {reason}."
    started()
    return plain.visit(visit, out=out, keys=plain.keys_of(sys.stdin), note=note)


def _visit(options: argparse.Namespace) -> RoutineVisit:
    from relaxtimer.cli.own_record import own_record
    from relaxtimer.cli.visiting import RoutineVisit
    from relaxtimer.library.library import Library

    return RoutineVisit(Library(), options.routine, options, own_record())
