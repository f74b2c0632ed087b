"""What was exported, added to a record: nothing that is there is changed, and nothing older takes the place of it.

Of a spasm the last one counts, since it is over by itself.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from itertools import pairwise

import msgspec
from msgspec import Struct

from relaxtimer.core.conditions import Condition
from relaxtimer.record.clock import read
from relaxtimer.record.exchange import SESSION, STEP, RecordData, SessionData

# A spasm that was told again holds from then on; of the others the first day stays.
_HOLD = """
INSERT INTO condition (code, since) VALUES (?, ?)
ON CONFLICT (code) DO UPDATE SET since = max(since, excluded.since) WHERE code = ?
"""


class Merged(Struct, frozen=True):
    """What an import has changed: how many sessions were added, and whether all are numbered anew."""

    sessions: int
    renumbered: bool


def merge(connection: sqlite3.Connection, data: RecordData) -> Merged:
    """Add the sessions that are not there yet, and answers for days that have none.

    Raises `sqlite3.IntegrityError` for values that cannot be.
    """
    # Numbers go by time: by them it is known what was done last, what hurt then, and which side was first.
    in_time = sorted(data.sessions, key=lambda each: _moment(each.started))
    added = sum(_add(connection, session) for session in in_time)
    renumbered = bool(added) and not _numbered_by_time(connection)
    if renumbered:
        _number_by_time(connection)
    connection.executemany(
        "INSERT OR IGNORE INTO morning (day, at, pain) VALUES (?, ?, ?)",
        [msgspec.structs.astuple(each) for each in data.mornings],
    )
    last = max((_moment(at) for (at,) in connection.execute("SELECT at FROM screening")), default=_NEVER)
    connection.executemany(
        "INSERT INTO screening (day, at, level, yes, checked) VALUES (?, ?, ?, ?, ?)",
        # Answers that are older than what is known must not become the last ones.
        [
            msgspec.structs.astuple(each)
            for each in sorted(data.screenings, key=lambda each: _moment(each.at))
            if _moment(each.at) > last
        ],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO impact (day, at, activity, sleep) VALUES (?, ?, ?, ?)",
        [msgspec.structs.astuple(each) for each in data.impacts],
    )
    if connection.execute("SELECT 1 FROM plan").fetchone() is None:
        connection.executemany(
            "INSERT OR IGNORE INTO plan (name, begun, week, week_begun) VALUES (?, ?, ?, ?)",
            [msgspec.structs.astuple(each) for each in data.plans],
        )
    connection.executemany(_HOLD, [(each.code, each.since, Condition.ACUTE_SPASM.value) for each in data.conditions])
    return Merged(added, renumbered)


def _add(connection: sqlite3.Connection, session: SessionData) -> bool:
    """Add a session with its steps; tell whether it was not there."""
    values = [getattr(session, name) for name in SessionData.__struct_fields__[:-1]]
    marks = ", ".join("?" * len(values))
    done = connection.execute(
        f"INSERT INTO session ({SESSION}) VALUES ({marks}) ON CONFLICT (uid) DO NOTHING",  # noqa: S608 - ours
        values,
    )
    if done.rowcount <= 0:
        return False
    connection.executemany(
        f"INSERT INTO step (session, {STEP}) VALUES (?{', ?' * 9})",  # noqa: S608 - the words are ours
        [(done.lastrowid, *msgspec.structs.astuple(row)) for row in session.rows],
    )
    return True


def _numbered_by_time(connection: sqlite3.Connection) -> bool:
    moments = [_moment(started) for (started,) in connection.execute("SELECT started FROM session ORDER BY id")]
    return all(earlier <= later for earlier, later in pairwise(moments))


def _number_by_time(connection: sqlite3.Connection) -> None:
    """Give the sessions other numbers, by when they began."""
    connection.execute("PRAGMA defer_foreign_keys=ON")
    found = connection.execute("SELECT id, started FROM session").fetchall()
    found.sort(key=lambda row: (_moment(row[1]), row[0]))
    moved = [(-number, old) for number, (old, _) in enumerate(found, 1) if number != old]
    # By way of numbers below nothing, so that no two are ever the same.
    for table, column in (("session", "id"), ("step", "session")):
        connection.executemany(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", moved)  # noqa: S608 - ours
        connection.execute(f"UPDATE {table} SET {column} = -{column} WHERE {column} < 0")  # noqa: S608 - ours


_NEVER = datetime.min.replace(tzinfo=UTC)


def _moment(text: str) -> datetime:
    """Give a moment that was written, wherever that was; before all others where it is none."""
    try:
        moment = read(text)
        return _NEVER if moment is None else moment.astimezone(UTC)
    except OverflowError:
        return _NEVER
