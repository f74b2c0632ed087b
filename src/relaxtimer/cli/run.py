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

if TYPE_CHECKING:
    from relaxtimer.practice import Plan


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
    if title is None:
        return tui.run_session(_plan(options), theme)
    return tui.open_session(title, lambda: _plan(options), theme)


def _in_lines(options: argparse.Namespace, out: TextIO, reason: str | None) -> int:
    from msgspec.structs import replace

    from relaxtimer import plain

    plan = _plan(options)
    if not options.plain:
        plan = replace(plan, notes=(f"Lines of text instead of the screen: {reason}.", *plan.notes))
    started()
    return plain.run(plan, out=out, keys=plain.keys_of(sys.stdin))


def _plan(options: argparse.Namespace) -> Plan:
    from relaxtimer.cli.planning import plan_for
    from relaxtimer.library.library import Library

    return plan_for(Library(), options.routine, options)
