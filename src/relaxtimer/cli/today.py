"""`relaxtimer today`: what today holds in the plan, and on a terminal its next routine."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import TextIO

from relaxtimer.cli.failure import FAILED
from relaxtimer.cli.layout import line_of, width_of
from relaxtimer.cli.own_plan import OwnPlan, own_plan
from relaxtimer.cli.own_record import answered, own_record
from relaxtimer.core.duration import MINUTE
from relaxtimer.core.programme.back_off import Dose
from relaxtimer.core.safety.screening import SPASM_ROUTINE
from relaxtimer.record.clock import day_of, day_written, now
from relaxtimer.record.plans import begin
from relaxtimer.record.store import Store, save
from relaxtimer.terminal import why_plain

# Half of the shortest routine: `docs/content.md` 5.4.
_HALF_OF_SHORT = 2 * MINUTE


def today(options: argparse.Namespace, out: TextIO) -> int:
    """Tell what today holds; on a terminal go on to the routine that comes next."""
    store, day = own_record(), day_of(now())
    own = own_plan(store, day)
    known = answered(store)
    if options.json:
        json.dump(_as_json(own), out, indent=2)
        out.write("\n")
        return 0 if known else FAILED
    width = width_of(out)
    out.writelines(f"{line_of(line, width)}\n" for line in lines(own, known=known))
    reason = why_plain(os.environ, sys.stdin, sys.stdout, sys.stderr)
    if options.show or not own.holds.left or not sys.stdin.isatty() or (reason and not options.plain):
        return 0 if known else FAILED
    out.write("Enter starts it, anything else leaves. ")
    out.flush()
    if sys.stdin.readline() != "\n":
        return 0
    if known and not own.begun:
        save(store, lambda record: begin(record, own.plan.id, day))
    options.routine = own.holds.left[0]
    options.minutes = minutes_for(own.holds.advice.dose, options.routine, store) or options.minutes
    store.close()
    from relaxtimer.cli.run import run

    return run(options, out)


def minutes_for(dose: Dose, name: str, store: Store) -> Fraction | None:
    """Give the minutes of half a dose, after more pain or on the first day without; no less than it can be done in."""
    if dose not in {Dose.SHORT, Dose.HALF}:
        return None
    from relaxtimer.cli.planning import own_routine
    from relaxtimer.cli.settings_file import own_settings
    from relaxtimer.core.fit import possible
    from relaxtimer.core.length import length
    from relaxtimer.core.preparing import prepared
    from relaxtimer.library.library import Library

    settings = own_settings()
    routine = prepared(own_routine(Library(), name, store, settings).routine, settings.session.prepare)
    wanted = _HALF_OF_SHORT if dose is Dose.SHORT else length(routine) // 2
    shortest, longest = possible(routine)
    return Fraction(min(max(wanted, shortest), longest), MINUTE)


def lines(own: OwnPlan, *, known: bool) -> Iterator[str]:
    """Say what today holds, and why; where the record could not be read it is not `known` whether it is begun."""
    held = own.holds
    yield f"{own.plan.name}, week {held.week}: {held.name}."
    yield from own.told
    yield from (f"  done: {name}" for name in held.done)
    yield from (f"  {'then' if place else 'next'}: {name}" for place, name in enumerate(held.left))
    if held.day.walk:
        short = ", in short bouts" if held.advice.dose is Dose.SHORT or SPASM_ROUTINE in held.day.routines else ""
        yield f"  walk: {held.day.walk // MINUTE} minutes{short}"
    if not held.day.routines:
        yield "Nothing is planned today." if held.advice.dose is not Dose.STOP else "The plan rests."
    elif not held.left:
        yield "Today is done."
    if known and not own.begun:
        yield f"It begins with the first session, or: relaxtimer plan --begin {own.plan.id}"


def _as_json(own: OwnPlan) -> dict[str, object]:
    held = own.holds
    return {
        "plan": own.plan.id,
        "title": own.plan.name,
        "begun": own.begun,
        "week": held.week,
        "week_title": held.name,
        "date": day_written(day_of(now())),
        "routines": list(held.day.routines),
        "left": list(held.left),
        "done": list(held.done),
        "walk_seconds": held.day.walk / 1_000,
        "dose": held.advice.dose.value,
        "reasons": list(own.told),
    }
