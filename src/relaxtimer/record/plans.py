"""The plan that a person follows, in the record, and what it is judged by: days of practice and pain by days."""

from __future__ import annotations

import sqlite3

from msgspec import Struct

from relaxtimer.core.days import Day
from relaxtimer.core.programme.going import Stand
from relaxtimer.core.programme.readings import Reading


class Following(Struct, frozen=True):
    """The plan that is followed, by its name, and where it is."""

    name: str
    stand: Stand


def following(connection: sqlite3.Connection) -> Following | None:
    """Give the plan that was begun last; `None` where none is followed."""
    row = connection.execute("SELECT name, week, week_begun FROM plan ORDER BY begun DESC LIMIT 1").fetchone()
    return None if row is None else Following(row[0], Stand(row[1], row[2]))


def begin(connection: sqlite3.Connection, name: str, today: Day) -> None:
    """Follow a plan from today on, from its first week, in the place of any other."""
    connection.execute("DELETE FROM plan")
    connection.execute("INSERT INTO plan (name, begun, week, week_begun) VALUES (?, ?, 1, ?)", (name, today, today))


def move(connection: sqlite3.Connection, name: str, stand: Stand) -> None:
    """Write where a plan is now."""
    connection.execute("UPDATE plan SET week = ?, week_begun = ? WHERE name = ?", (stand.week, stand.begun, name))


def stop(connection: sqlite3.Connection) -> None:
    """Follow no plan any more; what was done stays."""
    connection.execute("DELETE FROM plan")


def done_by_day(connection: sqlite3.Connection, since: Day) -> dict[Day, set[str]]:
    """Give the routines of each day of which at least half was done; rehearsals are none."""
    found: dict[Day, set[str]] = {}
    for day, routine in connection.execute(
        "SELECT day, routine FROM session WHERE day >= ? AND speed = 1 AND 2 * spent >= total", (since,)
    ):
        found.setdefault(day, set()).add(routine)
    return found


def readings(connection: sqlite3.Connection, since: Day) -> list[Reading]:
    """Give the pain of each day that was told, in the order of the days."""
    rows = connection.execute(
        "SELECT day, pain_before, pain_after FROM session WHERE day >= ?"
        " AND (pain_before IS NOT NULL OR pain_after IS NOT NULL) ORDER BY id",
        (since,),
    )
    before: dict[Day, int | None] = {}
    after: dict[Day, int | None] = {}
    for day, first, last in rows:
        before.setdefault(day, first)
        after[day] = last if after.get(day) is None else max(last or 0, after[day] or 0)
    mornings = dict(connection.execute("SELECT day, pain FROM morning WHERE day >= ?", (since,)))
    return [
        Reading(day, before.get(day), after.get(day), mornings.get(day)) for day in sorted({*before, *after, *mornings})
    ]
