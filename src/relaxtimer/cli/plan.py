"""`relaxtimer plan`: the weeks of the plan that is followed, or of another; to begin one, and to stop."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from relaxtimer.cli.failure import FAILED
from relaxtimer.cli.layout import line_of, width_of
from relaxtimer.cli.own_plan import FIRST, OwnPlan, own_plan, read_plan
from relaxtimer.cli.own_record import answered, keep, own_record
from relaxtimer.core.duration import MINUTE
from relaxtimer.core.last_day import in_full
from relaxtimer.core.programme.plan import WEEKDAYS, Plan, PlanDay
from relaxtimer.library.plans import Plans
from relaxtimer.library.shelf import has_path
from relaxtimer.library.shelves import Shelves
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.plans import begin, stop


def plan(options: argparse.Namespace, out: TextIO) -> int:
    """Show a plan, begin one, or stop. Raises `Failure` where there is none, or it cannot be kept."""
    store, today = own_record(), day_of(now())
    if options.stop:
        keep(store, stop)
        lines = iter(["No plan is followed any more. What was done stays in the record."])
    elif options.begin:
        name = options.name or FIRST
        wanted = read_plan(name)
        # It is found again wherever one is then.
        name = str(Path(name).absolute()) if has_path(name) else name
        keep(store, lambda record: begin(record, name, today))
        lines = iter([f"{wanted.name}: begun today. `relaxtimer today` tells what each day holds."])
    elif options.name is not None:
        lines = _weeks(read_plan(options.name), 0)
    else:
        own = own_plan(store, today)
        lines = _followed(own, known=store.answered)
    width = width_of(out)
    out.writelines(f"{line_of(line, width)}\n" for line in lines)
    return 0 if answered(store) else FAILED


def _followed(own: OwnPlan, *, known: bool) -> Iterator[str]:
    """Show the plan that is followed; where the record could not be read it is not `known` whether one is."""
    yield from own.told
    yield from _weeks(own.plan, own.stand.week if own.begun else 0)
    if own.begun:
        yield f"This is week {own.stand.week}. `relaxtimer today` tells what today holds."
    elif known:
        yield f"Not begun yet: relaxtimer plan --begin {own.plan.id}"
    others = [name for name in Plans(Shelves()).names if name != own.plan.id]
    if others:
        yield f"Other plans: {', '.join(others)}."


def _weeks(plan: Plan, current: int) -> Iterator[str]:
    yield plan.name
    about = (plan.summary, f"By {plan.author}." if plan.author else "", plan.frequency)
    yield from (words for words in about if words)
    if plan.until:
        yield f"Until {in_full(plan.until)}."
    for number, week in enumerate(plan.weeks, 1):
        yield ""
        yield f"{'→ ' if number == current else ''}Week {number}: {week.name}"
        for name, day in zip(WEEKDAYS, week.days, strict=True):
            yield f"  {name[:3].capitalize()}: {day_words(day)}"
    if plan.after:
        yield ""
        yield from (f"Then: {words}" for words in plan.after)
    yield ""


def day_words(day: PlanDay) -> str:
    """Say what a day holds."""
    walk = (f"walk {day.walk // MINUTE} minutes",) if day.walk else ()
    return ", ".join((*day.routines, *walk)) or "rest"
