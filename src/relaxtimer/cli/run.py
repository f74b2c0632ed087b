"""`relaxtimer ROUTINE`: the plan of a session, and the face that does it. `relaxtimer`: the library."""

from __future__ import annotations

import argparse
import os
import sys
from fractions import Fraction
from typing import TextIO

from msgspec.structs import replace

from relaxtimer.cli.fitting import fitted, start_of
from relaxtimer.cli.loading import loaded
from relaxtimer.cli.sounds import choose
from relaxtimer.clock import SystemClock
from relaxtimer.core.body import Side
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.practice import Plan
from relaxtimer.terminal import why_plain


def library_or_run(options: argparse.Namespace, out: TextIO) -> int:
    """Run a routine where one is named, else open the library; without a terminal, list it."""
    if options.routine is not None:
        return run(options, out)
    if options.plain or why_plain(os.environ, sys.stdin, sys.stdout, sys.stderr) is not None:
        from relaxtimer.cli.list import list_routines

        nothing = argparse.Namespace(json=False, minutes=options.minutes, position=None, equipment=None, tag=None)
        return list_routines(nothing, out)
    from relaxtimer.cli.browse import browse

    return browse(options)


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Do one routine, on the screen or in plain lines."""
    plan = plan_for(Library(), options.routine, options)
    reason = why_plain(os.environ, sys.stdin, sys.stdout, sys.stderr)
    if reason is None and not options.plain:
        from relaxtimer import tui

        return tui.run_session(plan)
    from relaxtimer import plain

    if not options.plain:
        plan = replace(plan, notes=(f"Lines of text instead of the screen: {reason}.", *plan.notes))
    return plain.run(plan, out=out, keys=plain.keys_of(sys.stdin))


def plan_for(library: Library, name: str, options: argparse.Namespace) -> Plan:
    """Make the plan of a session from a routine's name or path. Raises `Failure` where there is none."""
    routine = loaded(library, name).routine
    notes = []
    if options.minutes is not None:
        routine, note = fitted(routine, options.minutes)
        notes.append(note)
    player, said = choose(options)
    timeline = Timeline.of(routine, Side(options.first_side))
    return Plan(
        timeline=timeline,
        clock=SystemClock(Fraction(options.speed)),
        player=player,
        start=start_of(timeline, options.from_step),
        notes=(*library.notices, *notes, *said),
    )
