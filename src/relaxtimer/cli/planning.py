"""The plan of a session, from a routine's name and the options."""

from __future__ import annotations

import argparse
from fractions import Fraction
from functools import partial

from relaxtimer.awake import Awake
from relaxtimer.cli.done import mark_done
from relaxtimer.cli.fitting import fitted, start_of
from relaxtimer.cli.loading import loaded
from relaxtimer.cli.settings_file import own_settings
from relaxtimer.cli.sounds import choose
from relaxtimer.clock import SystemClock
from relaxtimer.core.body import Side
from relaxtimer.core.last_day import notice_of_last_day
from relaxtimer.core.preparing import prepared
from relaxtimer.core.timeline import Timeline
from relaxtimer.library.library import Library
from relaxtimer.practice import Plan, forget
from relaxtimer.settings.settings import CALM
from relaxtimer.today import today


def plan_for(library: Library, name: str, options: argparse.Namespace) -> Plan:
    """Make the plan of a session from a routine's name or path. Raises `Failure` where there is none."""
    found = loaded(library, name)
    settings = own_settings()
    routine = prepared(found.routine, settings.session.prepare)
    notes = [each for each in (notice_of_last_day(routine, today()),) if each]
    if options.minutes is not None:
        routine, note = fitted(routine, options.minutes)
        notes.append(note)
    clock = SystemClock(Fraction(options.speed))
    player, said = choose(options, clock)
    timeline = Timeline.of(routine, Side(options.first_side))
    return Plan(
        timeline=timeline,
        clock=clock,
        player=player,
        start=start_of(timeline, options.from_step),
        notes=(*library.notices, *notes, *said),
        figure=found.figures.of,
        figures=options.figures or settings.screen.figures,
        keys=settings.keys,
        done=partial(mark_done, str(found.path)) if Fraction(options.speed) == 1 else forget,
        awake=Awake() if settings.session.keep_awake else None,
        calm=options.calm or settings.screen.motion == CALM,
    )
