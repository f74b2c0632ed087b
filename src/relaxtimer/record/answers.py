"""Answers in the record: to the warning signs, the conditions that hold, and ratings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from relaxtimer.core.conditions import SPASM_DAYS, Condition
from relaxtimer.core.days import Day
from relaxtimer.core.impact import Impact, is_due
from relaxtimer.core.ratings import Ratings, Scale, When
from relaxtimer.core.safety.red_flags import Level
from relaxtimer.core.safety.screening import Screening
from relaxtimer.record.clock import day_of, written


def write_screening(connection: sqlite3.Connection, screening: Screening, at: datetime) -> None:
    """Write the answers to the warning signs; of an emergency there is nothing but the level in them."""
    connection.execute(
        "INSERT INTO screening (day, at, level, yes, checked) VALUES (?, ?, ?, ?, ?)",
        (screening.day, written(at), screening.level.value, _numbers(screening.yes), _numbers(screening.checked)),
    )


def last_screening(connection: sqlite3.Connection) -> Screening | None:
    """Give the last answers to the warning signs."""
    row = connection.execute("SELECT day, level, yes, checked FROM screening ORDER BY id DESC LIMIT 1").fetchone()
    if row is None:
        return None
    day, level, yes, checked = row
    return Screening(day, Level(level), _read_numbers(yes), _read_numbers(checked))


def screenings(connection: sqlite3.Connection, since: Day) -> list[Screening]:
    """Give the answers to the warning signs from a day on, with the last before it, in their order."""
    found = connection.execute(
        "SELECT day, level, yes, checked FROM screening WHERE id >="
        " coalesce((SELECT max(id) FROM screening WHERE day < ?), 0) ORDER BY id",
        (since,),
    )
    return [
        Screening(day, Level(level), _read_numbers(yes), _read_numbers(checked)) for day, level, yes, checked in found
    ]


def screened_at(connection: sqlite3.Connection) -> str:
    """Give the moment of the last answers, as it is written; empty where there are none."""
    row = connection.execute("SELECT at FROM screening ORDER BY id DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def write_conditions(connection: sqlite3.Connection, conditions: Iterable[Condition], today: Day) -> None:
    """Write which conditions hold from now on; those that held before keep their day, but a spasm is a new one."""
    held = dict(connection.execute("SELECT code, since FROM condition"))
    held.pop(Condition.ACUTE_SPASM.value, None)
    connection.execute("DELETE FROM condition")
    connection.executemany(
        "INSERT INTO condition (code, since) VALUES (?, ?)",
        [(each.value, held.get(each.value, today)) for each in conditions],
    )


def conditions(connection: sqlite3.Connection, today: Day) -> frozenset[Condition]:
    """Give the conditions that hold today: a spasm for three more days, the others until they are taken back."""
    known = {each.value: each for each in Condition}
    return frozenset(
        known[code]
        for code, since in connection.execute("SELECT code, since FROM condition")
        if code in known and not (known[code] is Condition.ACUTE_SPASM and today - since > SPASM_DAYS)
    )


def spasm_since(connection: sqlite3.Connection) -> Day | None:
    """Give the day on which a spasm was told, also where its 72 hours are over."""
    row = connection.execute("SELECT since FROM condition WHERE code = ?", (Condition.ACUTE_SPASM.value,)).fetchone()
    return int(row[0]) if row else None


def write_ratings(connection: sqlite3.Connection, uid: str, ratings: Ratings, when: When, at: datetime) -> None:
    """Write what was rated before or after the session with this `uid`, in the place of what was."""
    columns = ", ".join(f"{scale}_{when} = ?" for scale in Scale)
    rated = ", rated_at = ?" if when is When.AFTER else ""
    values = (*ratings.values, *((written(at),) if rated else ()), uid)
    connection.execute(f"UPDATE session SET {columns}{rated} WHERE uid = ?", values)  # noqa: S608 - the words are ours


def write_morning(connection: sqlite3.Connection, pain: int, at: datetime) -> None:
    """Write the pain of a morning, in the place of what was."""
    connection.execute(
        "INSERT OR REPLACE INTO morning (day, at, pain) VALUES (?, ?, ?)", (day_of(at), written(at), pain)
    )


def write_impact(connection: sqlite3.Connection, impact: Impact, at: datetime) -> None:
    """Write the answers about a week, in the place of what was."""
    connection.execute(
        "INSERT OR REPLACE INTO impact (day, at, activity, sleep) VALUES (?, ?, ?, ?)",
        (impact.day, written(at), impact.activity, impact.sleep),
    )


def impact_due(connection: sqlite3.Connection, today: Day) -> bool:
    """Tell whether to ask about the week."""
    (first,) = connection.execute("SELECT min(day) FROM session WHERE speed = 1 AND spent > 0").fetchone()
    (last,) = connection.execute("SELECT max(day) FROM impact").fetchone()
    return is_due(today, first, last)


def _numbers(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def _read_numbers(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in text.split(",") if each.isdecimal())
