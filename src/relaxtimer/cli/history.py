"""`relaxtimer history`: what was done, the latest first."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from relaxtimer.cli.failure import FAILED
from relaxtimer.cli.layout import beside, cells, indented, width_of
from relaxtimer.cli.own_record import answered, own_record
from relaxtimer.core.duration import clock, seconds
from relaxtimer.core.ratings import Ratings, Scale
from relaxtimer.notation.characters import escaped
from relaxtimer.record.reports import Past, past
from relaxtimer.record.store import Store
from relaxtimer.terminal import why_plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from relaxtimer.tui.screens.history import Report

HEADINGS = ("NO", "WHEN", "ROUTINE", "TIME", "STEPS", "PAIN", "")
NOTHING = "Nothing was recorded yet."
_NARROW, _ON_SCREEN = 60, 100


def history(options: argparse.Namespace, out: TextIO) -> int:
    """List sessions, on a terminal with the weeks on a screen; an empty record is no failure."""
    store = own_record()
    plain = options.plain or options.json or options.routine is not None
    if not plain and why_plain(os.environ, sys.stdin, sys.stdout, sys.stderr) is None:
        from relaxtimer import tui
        from relaxtimer.cli.opening import theme_of

        return tui.run_history(report(store, options.most), theme_of(options))
    nothing: list[Past] = []
    found = store.ask(lambda record: past(record, most=options.most, routine=options.routine), nothing)
    if not answered(store):
        return FAILED
    if options.json:
        json.dump([as_json(each) for each in found], out, indent=2)
        out.write("\n")
        return 0
    width = width_of(out)
    out.writelines(f"{line}\n" for line in (_table(found, width) if found else [NOTHING]))
    if found:
        out.write("\n")
        out.write(f"{indented('relaxtimer forget NO takes one away; relaxtimer stats sums up.', width)}\n")
    return 0


def report(store: Store, most: int) -> Report:
    """Gather what the screen shows."""
    from relaxtimer.cli.stats import PAIN_DAYS, gather, page
    from relaxtimer.core.calendar import weeks_of
    from relaxtimer.core.duration import MINUTE
    from relaxtimer.record.clock import day_of, day_written, now
    from relaxtimer.record.reports import pains
    from relaxtimer.tui.screens.history import Report

    today = day_of(now())
    stats = store.ask(lambda record: gather(record, today), None)
    nothing: list[Past] = []
    found = store.ask(lambda record: past(record, most=most), nothing)
    if stats is None or not found:
        words = (*store.news(), *((NOTHING,) if store.answered else ()))
        return Report(words, words)
    rated: list[tuple[int, int, int | None]] = []
    told = store.ask(lambda record: pains(record, today - PAIN_DAYS), rated)
    return Report(
        (*store.news(), *page(stats)),
        tuple(_table(found, _ON_SCREEN)),
        tuple((today - day, before, after) for day, before, after in told),
        tuple((day_written(monday), spent // MINUTE) for monday, spent in weeks_of(stats.days, today, 6)),
        tuple(f"{number}  {' · '.join(filter(None, rest))}" for number, *rest in map(_row, found)),
    )


def as_json(each: Past) -> dict[str, Any]:
    """Give a session for programs."""
    return {
        "session": each.number,
        "routine": each.routine,
        "title": each.title,
        "started": each.started,
        "outcome": each.outcome,
        "speed": each.speed,
        "seconds": seconds(each.spent),
        "steps": each.steps,
        "steps_done": each.done,
        "steps_skipped": each.skipped,
        "hurt": each.hurt,
        "before": _ratings(each.before),
        "after": _ratings(each.after),
    }


def _ratings(ratings: Ratings) -> dict[str, int | None]:
    return {scale.value: value for scale, value in zip(Scale, ratings.values, strict=True)}


def _table(found: list[Past], width: int) -> Iterator[str]:
    rows = [HEADINGS, *(_row(each) for each in found)]
    if width < _NARROW:
        for row in rows[1:]:
            yield indented(" · ".join(filter(None, row)), width)
        return
    widths = [max(cells(row[at]) for row in rows) for at in range(len(HEADINGS))]
    for row in rows:
        yield beside(list(zip(row, widths, strict=True)), "  ")


def _row(each: Past) -> tuple[str, ...]:
    pain = "" if each.before.pain is None else str(each.before.pain)
    after = "" if each.after.pain is None else str(each.after.pain)
    remarks = [] if each.outcome == "finished" else [_OUTCOMES.get(each.outcome, each.outcome)]
    remarks += [f"rehearsed ×{each.speed:g}"] if each.speed != 1 else []
    remarks += ["something hurt"] if each.hurt else []
    return (
        str(each.number),
        each.started[:16].replace("T", " "),
        escaped(each.routine),
        clock(each.spent),
        f"{each.done}/{each.steps}",
        f"{pain}→{after}" if pain or after else "",
        ", ".join(remarks),
    )


_OUTCOMES = {"left": "left early", "interrupted": "cut off", "open": "cut off, or still going"}
