"""What the record tells about what was done: rows for people and for programs. Rehearsals are told apart."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from relaxtimer.core.averages import Rated
from relaxtimer.core.days import Day
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.impact import Impact
from relaxtimer.core.ratings import Ratings, Scale


class Past(Struct, frozen=True, kw_only=True):
    """A session that was done: `number` names it, `spent` is the time in milliseconds, `done` counts steps."""

    number: int
    routine: str
    title: str
    day: Day
    started: str
    outcome: str
    speed: float
    spent: Milliseconds
    steps: int
    done: int
    skipped: int
    hurt: int
    before: Ratings
    after: Ratings


_STEPS = """
SELECT count(DISTINCT CASE WHEN outcome = 'done' THEN number END),
       count(DISTINCT CASE WHEN outcome = 'skipped' THEN number END), coalesce(sum(hurt), 0)
FROM step WHERE session = ?
"""
_RATED = ", ".join(f"{scale}_{when}" for when in ("before", "after") for scale in Scale)
_PAST = f"SELECT id, routine, title, day, started, outcome, speed, spent, steps, {_RATED} FROM session"  # noqa: S608 - ours


def past(connection: sqlite3.Connection, *, most: int, routine: str | None = None) -> list[Past]:
    """Give the last sessions, the latest first."""
    where, values = (" WHERE routine = ?", [routine]) if routine else ("", [])
    found = connection.execute(f"{_PAST}{where} ORDER BY id DESC LIMIT ?", [*values, most])
    return [_past(connection, row) for row in found.fetchall()]


def _past(connection: sqlite3.Connection, row: Sequence[Any]) -> Past:
    number, routine, title, day, started, outcome, speed, spent, steps, *rated = row
    done, skipped, hurt = connection.execute(_STEPS, (number,)).fetchone()
    return Past(
        number=number,
        routine=routine,
        title=title,
        day=day,
        started=started,
        outcome=outcome,
        speed=speed,
        spent=spent,
        steps=steps,
        done=done,
        skipped=skipped,
        hurt=hurt,
        before=Ratings(*rated[:3]),
        after=Ratings(*rated[3:]),
    )


class Totals(Struct, frozen=True):
    """All sessions that were no rehearsals: how many, their time in milliseconds, the first day; and the rehearsals."""

    sessions: int
    spent: Milliseconds
    first: Day | None
    rehearsals: int


def totals(connection: sqlite3.Connection) -> Totals:
    """Count everything."""
    row = connection.execute(
        "SELECT coalesce(sum(speed = 1), 0), coalesce(sum(CASE WHEN speed = 1 THEN spent END), 0),"
        " min(CASE WHEN speed = 1 THEN day END), coalesce(sum(speed <> 1), 0) FROM session WHERE spent > 0"
    ).fetchone()
    return Totals(*row)


def first_day(connection: sqlite3.Connection) -> Day | None:
    """Give the first day on which something was done, without counting the others."""
    found: Day | None = connection.execute("SELECT min(day) FROM session WHERE speed = 1 AND spent > 0").fetchone()[0]
    return found


def days_of_practice(connection: sqlite3.Connection, since: Day) -> dict[Day, Milliseconds]:
    """Give the time of each day on which something was done."""
    return dict(
        connection.execute(
            "SELECT day, sum(spent) FROM session WHERE day >= ? AND speed = 1 AND spent > 0 GROUP BY day", (since,)
        )
    )


class Ease(Struct, frozen=True):
    """Pain before and after a routine, on average over `count` sessions in which both were rated."""

    routine: str
    count: int
    before: float
    after: float


def ease_by_routine(connection: sqlite3.Connection) -> list[Ease]:
    """Compare pain before and after, by routine, those done most often first."""
    found = connection.execute(
        "SELECT routine, count(*), avg(pain_before), avg(pain_after) FROM session"
        " WHERE speed = 1 AND pain_before IS NOT NULL AND pain_after IS NOT NULL"
        " GROUP BY routine ORDER BY count(*) DESC, routine"
    )
    return [Ease(*row) for row in found]


def impacts(connection: sqlite3.Connection) -> list[Impact]:
    """Give the answers about weeks, the oldest first; those that were skipped are none."""
    found = connection.execute(
        "SELECT day, activity, sleep FROM impact WHERE activity IS NOT NULL OR sleep IS NOT NULL ORDER BY day"
    )
    return [Impact(*row) for row in found]


def ratings_before(connection: sqlite3.Connection, scale: Scale, first: Day | None, today: Day) -> list[Rated]:
    """Give the ratings before sessions, no rehearsals, of the first and of the last seven days that have any."""
    column = f"{scale}_before"
    week = 7
    found = connection.execute(
        f"SELECT min(day) FROM session WHERE day >= ? AND speed = 1 AND {column} IS NOT NULL",  # noqa: S608 - the words are ours
        (first or 0,),
    ).fetchone()
    begun = found[0]
    if begun is None:
        return []
    rows = connection.execute(
        f"SELECT day, {column} FROM session WHERE speed = 1 AND {column} IS NOT NULL"  # noqa: S608 - the words are ours
        " AND (day BETWEEN ? AND ? OR day BETWEEN ? AND ?)",
        (begun, begun + week - 1, today - week + 1, today),
    )
    return [Rated(*row) for row in rows]


def pains(connection: sqlite3.Connection, since: Day) -> list[tuple[Day, int, int | None]]:
    """Give pain before and after the sessions since a day, in their order."""
    return connection.execute(
        "SELECT day, pain_before, pain_after FROM session"
        " WHERE day >= ? AND speed = 1 AND pain_before IS NOT NULL ORDER BY id",
        (since,),
    ).fetchall()


class Sides(Struct, frozen=True):
    """What was done of one side in a while: the work in milliseconds, how often it hurt, and was skipped."""

    side: str
    worked: Milliseconds
    hurt: int
    skipped: int


def by_side(connection: sqlite3.Connection, since: Day) -> list[Sides]:
    """Compare the sides, left first."""
    found = connection.execute(
        "SELECT side, sum(worked), sum(hurt), sum(step.outcome = 'skipped') FROM session"
        " JOIN step ON step.session = session.id WHERE day >= ? AND speed = 1 AND side <> '' GROUP BY side",
        (since,),
    )
    return [Sides(*row) for row in found]
