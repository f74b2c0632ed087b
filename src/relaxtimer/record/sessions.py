"""Sessions in the record: written as they happen, found again when they were cut off."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.ledger import Row
from relaxtimer.record.clock import day_of, written


class Ending(StrEnum):
    """What became of a session; an open one runs, or its program was killed."""

    OPEN = "open"
    FINISHED = "finished"
    LEFT = "left"
    INTERRUPTED = "interrupted"


class Began(Struct, frozen=True, kw_only=True):
    """A session as it begins: `file` is the path of its routine, `minutes` what it was fitted to."""

    uid: str
    routine: str
    title: str
    file: str
    at: datetime
    speed: float
    first_side: str
    minutes: float | None
    steps: int


class Stand(Struct, frozen=True, kw_only=True):
    """How far a session is: `position`, `total` and the time `spent` in milliseconds, `step` from 1."""

    at: datetime
    ending: Ending
    position: Milliseconds
    total: Milliseconds
    step: int
    spent: Milliseconds


_INSERT = """
INSERT INTO session (uid, routine, title, file, day, started, seen, outcome, speed, first_side, minutes, position,
                     total, step, steps, spent)
VALUES (:uid, :routine, :title, :file, :day, :started, :seen, :outcome, :speed, :first_side, :minutes, :position,
        :total, :step, :steps, :spent)
ON CONFLICT (uid) DO UPDATE SET seen = excluded.seen, outcome = excluded.outcome, position = excluded.position,
    total = excluded.total, step = excluded.step, spent = excluded.spent
"""
_STEP = """
INSERT OR REPLACE INTO step (session, occurrence, side, number, key, name, outcome, eased, hurt, worked)
SELECT id, :occurrence, :side, :number, :key, :name, :outcome, :eased, :hurt, :worked FROM session WHERE uid = :uid
"""


def write_session(connection: sqlite3.Connection, began: Began, stand: Stand, rows: Iterable[Row]) -> None:
    """Write how far a session is, and the rows of it that changed."""
    connection.execute(
        _INSERT,
        {
            "uid": began.uid,
            "routine": began.routine,
            "title": began.title,
            "file": began.file,
            "day": day_of(began.at),
            "started": written(began.at),
            "seen": written(stand.at),
            "outcome": stand.ending.value,
            "speed": began.speed,
            "first_side": began.first_side,
            "minutes": began.minutes,
            "position": stand.position,
            "total": stand.total,
            "step": stand.step,
            "steps": began.steps,
            "spent": stand.spent,
        },
    )
    connection.executemany(_STEP, [{"uid": began.uid, **_values(row)} for row in rows])


def _values(row: Row) -> dict[str, object]:
    return {
        "occurrence": row.occurrence,
        "side": row.side.value if row.side else "",
        "number": row.number,
        "key": row.key,
        "name": row.name,
        "outcome": row.outcome.value,
        "eased": int(row.eased),
        "hurt": int(row.hurt),
        "worked": row.worked,
    }
