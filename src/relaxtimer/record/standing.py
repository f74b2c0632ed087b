"""How things stand before a session: what the record knows that matters now."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import datetime

from msgspec import Struct

from relaxtimer.core.days import Day
from relaxtimer.core.duration import Milliseconds

# A session that was cut off longer ago than this, in days, is not gone on with: the body has changed since.
_FRESH = 1


class Unfinished(Struct, frozen=True):
    """A session that was cut off: where it was, and when it was last seen."""

    uid: str
    routine: str
    title: str
    file: str
    seen: str
    position: Milliseconds
    step: int
    steps: int
    first_side: str
    minutes: float | None


_UNFINISHED = """
SELECT uid, routine, title, file, seen, position, step, steps, first_side, minutes FROM session
WHERE outcome IN ('open', 'interrupted') AND speed = 1 AND position < total AND spent > 0 AND day >= ?
      AND id = (SELECT max(id) FROM session WHERE speed = 1)
ORDER BY id DESC LIMIT 1
"""


def unfinished(connection: sqlite3.Connection, today: Day) -> Unfinished | None:
    """Give the last session, where it was cut off not long ago; whether its program still runs is not known here."""
    row = connection.execute(_UNFINISHED, (today - _FRESH,)).fetchone()
    return Unfinished(*row) if row else None


def give_up(connection: sqlite3.Connection, uid: str) -> None:
    """Take it that a session that was cut off is not gone on with."""
    connection.execute("UPDATE session SET outcome = 'left' WHERE uid = ? AND outcome <> 'finished'", (uid,))


_HURT = """
SELECT key, hurt OR eased FROM step WHERE key IN ({}) AND worked + hurt > 0 AND session = (
    SELECT max(session) FROM step AS later WHERE later.key = step.key AND later.worked + later.hurt > 0)
"""
_MOST = 500


def hurting(connection: sqlite3.Connection, keys: Collection[str]) -> frozenset[str]:
    """Give those of these steps that hurt the last time they were done, or were done in their easier variant then."""
    asked = list(dict.fromkeys(keys))[:_MOST]
    question = _HURT.format(", ".join("?" * len(asked)))
    return frozenset(key for key, eased in connection.execute(question, asked) if eased)


_ROSE = """
SELECT session.started FROM session
JOIN rating AS early ON early.session = session.id AND early.moment = 'before' AND early.scale = 'pain'
JOIN rating AS late ON late.session = session.id AND late.moment = 'after' AND late.scale = 'pain'
WHERE late.value - early.value >= 2 AND late.at >= ? ORDER BY session.id DESC LIMIT 1
"""


def pain_rose_since(connection: sqlite3.Connection, moment: str) -> bool:
    """Tell whether pain rose by two points or more in a session, rated at this moment or later."""
    return connection.execute(_ROSE, (moment,)).fetchone() is not None


def morning_due(connection: sqlite3.Connection, now: datetime) -> bool:
    """Tell whether to ask how the morning is: pain was rated yesterday, and not yet this morning."""
    today = now.date().toordinal()
    rated = "SELECT 1 FROM rating WHERE day = ? AND moment {} AND scale = 'pain' LIMIT 1"
    yesterday = connection.execute(rated.format("<> 'morning'"), (today - 1,)).fetchone()
    return yesterday is not None and connection.execute(rated.format("= 'morning'"), (today,)).fetchone() is None


def last_days(connection: sqlite3.Connection) -> dict[str, Day]:
    """Give the day on which each routine was last done, by its name; rehearsals are not."""
    return dict(
        connection.execute("SELECT routine, max(day) FROM session WHERE speed = 1 AND spent > 0 GROUP BY routine")
    )
