"""`relaxtimer stats`: the weeks in numbers, each with how many sessions it stands on."""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, TextIO

from msgspec import Struct

from relaxtimer.cli.failure import FAILED
from relaxtimer.cli.layout import line_of, width_of
from relaxtimer.cli.own_record import answered, own_record
from relaxtimer.core.averages import Course, Meaning, course, meaning
from relaxtimer.core.calendar import calendar, weeks_of
from relaxtimer.core.days import Day, monday_of
from relaxtimer.core.duration import MINUTE, Milliseconds, in_words, seconds
from relaxtimer.core.impact import Impact
from relaxtimer.core.ratings import Scale
from relaxtimer.notation.characters import escaped
from relaxtimer.record.clock import day_of, day_written, now
from relaxtimer.record.reports import (
    Ease,
    Sides,
    Totals,
    by_side,
    days_of_practice,
    ease_by_routine,
    impacts,
    ratings_before,
    totals,
)

WEEKS = 6
_MONTHS = 90
PAIN_DAYS = 60
"""So many days are in the chart of pain."""


class Stats(Struct, frozen=True):
    """Everything that is shown."""

    today: Day
    totals: Totals
    days: dict[Day, Milliseconds]
    ease: list[Ease]
    courses: dict[Scale, Course]
    sides: list[Sides]
    impacts: list[Impact]


def stats(options: argparse.Namespace, out: TextIO) -> int:
    """Sum up; an empty record is no failure."""
    store = own_record()
    today = day_of(now())
    found = store.ask(lambda record: gather(record, today), Stats(today, Totals(0, 0, None, 0), {}, [], {}, [], []))
    if not answered(store):
        return FAILED
    if options.json:
        json.dump(_as_json(found), out, indent=2)
        out.write("\n")
        return 0
    width = width_of(out)
    lines = page(found) if found.totals.sessions or found.totals.rehearsals else iter(["Nothing was recorded yet."])
    out.writelines(f"{line_of(line, width)}\n" for line in lines)
    return 0


def gather(connection: sqlite3.Connection, today: Day) -> Stats:
    """Ask the record for everything."""
    counted = totals(connection)
    courses = {
        scale: found
        for scale in Scale
        if (found := course(ratings_before(connection, scale, counted.first, today), today)) is not None
    }
    return Stats(
        today,
        counted,
        days_of_practice(connection, monday_of(today) - (WEEKS - 1) * 7),
        ease_by_routine(connection),
        courses,
        by_side(connection, today - _MONTHS),
        impacts(connection),
    )


def page(found: Stats) -> Iterator[str]:
    """Say everything, a line each; titles stand alone, rows are indented."""
    counted = found.totals
    since = f" since {day_written(counted.first)}" if counted.first is not None else ""
    yield f"{_counted(counted.sessions, 'session')}{since}: {in_words(_whole(counted.spent))}."
    if counted.rehearsals:
        yield f"{_counted(counted.rehearsals, 'rehearsal')} not counted."
    if not counted.sessions:
        return
    yield ""
    yield "Days of practice (● something was done)"
    yield from calendar(found.days, found.today, WEEKS)
    yield ""
    yield "Minutes a week"
    for monday, spent in weeks_of(found.days, found.today, WEEKS):
        yield f"  {day_written(monday)}  {spent // MINUTE:>4}"
    yield from _ease(found.ease)
    yield from _courses(found.courses)
    yield from _impacts(found.impacts)
    yield from _sides(found.sides)


def _ease(found: list[Ease]) -> Iterator[str]:
    if found:
        yield from ("", "Today’s ease: pain before and after, on average")
        for each in found:
            count = _counted(each.count, "session")
            yield f"  {escaped(each.routine):30} {each.before:4.1f} → {each.after:4.1f}  ({count})"


def _courses(found: dict[Scale, Course]) -> Iterator[str]:
    if found:
        yield from ("", "Before sessions: the last seven days against the first seven")
    for scale, each in found.items():
        first = f"{float(each.first.value):.1f} ({_counted(each.first.count, 'session')})"
        if each.last is None or each.meaning is None:
            yield f"  {scale:10} {first}; nothing to compare yet"
        else:
            last = f"{float(each.last.value):.1f} ({_counted(each.last.count, 'session')})"
            yield f"  {scale:10} {first} → {last}: {each.meaning}"
    pain = found.get(Scale.PAIN)
    if pain is not None and pain.meaning is Meaning.LOW_START:
        yield "  Pain began low; stiffness tells more."


def _impacts(found: list[Impact]) -> Iterator[str]:
    """Tell how the last weeks were, and what it means that the last one was another than the first of all."""
    if not found:
        return
    yield from ("", "How much the back got in the way, week by week, 0 to 10")
    for each in found[-WEEKS:]:
        yield f"  {day_written(each.day)}  activity {_number(each.activity)}  sleep {_number(each.sleep)}"
    first, last = found[0], found[-1]
    for name, before, after in (("activity", first.activity, last.activity), ("sleep", first.sleep, last.sleep)):
        if first is not last and before is not None and after is not None:
            yield f"  {name:10} {before} → {after}: {meaning(Fraction(before), Fraction(after))}"


def _number(value: int | None) -> str:
    return " –" if value is None else f"{value:2}"


def _sides(found: list[Sides]) -> Iterator[str]:
    if any(each.hurt or each.skipped for each in found):
        yield from ("", f"Left and right in the last {_MONTHS} days")
        for each in found:
            time = in_words(_whole(each.worked))
            yield f"  {each.side:6} {time} of work; hurt {_times(each.hurt)}, skipped {_times(each.skipped)}"


def _as_json(found: Stats) -> dict[str, Any]:
    return {
        "sessions": found.totals.sessions,
        "seconds": seconds(found.totals.spent),
        "since": None if found.totals.first is None else day_written(found.totals.first),
        "rehearsals": found.totals.rehearsals,
        "days": {day_written(day): seconds(spent) for day, spent in sorted(found.days.items())},
        "weeks": [
            {"monday": day_written(monday), "seconds": seconds(spent)}
            for monday, spent in weeks_of(found.days, found.today, WEEKS)
        ],
        "ease": [
            {"routine": each.routine, "sessions": each.count, "pain_before": each.before, "pain_after": each.after}
            for each in found.ease
        ],
        "averages": {scale.value: _course(each) for scale, each in found.courses.items()},
        "impact": [
            {"day": day_written(each.day), "activity": each.activity, "sleep": each.sleep} for each in found.impacts
        ],
        "sides": [
            {"side": each.side, "seconds": seconds(each.worked), "hurt": each.hurt, "skipped": each.skipped}
            for each in found.sides
        ],
    }


def _course(each: Course) -> dict[str, Any]:
    return {
        "first": {"average": float(each.first.value), "sessions": each.first.count},
        "last": None if each.last is None else {"average": float(each.last.value), "sessions": each.last.count},
        "meaning": each.meaning,
    }


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count:,} times")


def _whole(spent: Milliseconds) -> Milliseconds:
    """Leave the seconds out where there are minutes."""
    return spent // MINUTE * MINUTE if spent >= MINUTE else spent // 1_000 * 1_000
