"""How things stand before a session: what the record knows that matters now."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.days import Day
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.safety.traffic_light import ROSE
from relaxtimer.record.clock import day_of, read

# A session that was cut off longer ago than this, in days, is not gone on with: the body has changed since. As much
# later than today may have been where one was before.
_FRESH = 1


class Unfinished(Struct, frozen=True):
    """A session that was cut off: where it was, and when it was last seen.

    `reached` is the last of the times that its step came up of which something was done, counted over all steps from
    0, and `whole` whether all of that was.
    """

    uid: str
    routine: str
    title: str
    file: str
    seen: str
    position: Milliseconds
    total: Milliseconds
    step: int
    steps: int
    first_side: str
    minutes: float | None
    reached: int | None = None
    whole: bool = False


_UNFINISHED = """
SELECT uid, routine, title, file, seen, position, total, step, steps, first_side, minutes FROM session
WHERE outcome IN ('open', 'interrupted') AND speed = 1 AND position < total AND spent > 0 AND day BETWEEN ? AND ?
      AND id = (SELECT max(id) FROM session WHERE speed = 1)
ORDER BY id DESC LIMIT 1
"""
_REACHED = """
SELECT occurrence, min(step.outcome = 'done') FROM step JOIN session ON session.id = step.session
WHERE uid = ? AND number = ? GROUP BY occurrence ORDER BY occurrence DESC LIMIT 1
"""


def unfinished(connection: sqlite3.Connection, today: Day) -> Unfinished | None:
    """Give the last session, where it was cut off not long ago; whether its program still runs is not known here."""
    row = connection.execute(_UNFINISHED, (today - _FRESH, today + _FRESH)).fetchone()
    if row is None:
        return None
    found = Unfinished(*row)
    last = connection.execute(_REACHED, (found.uid, found.step)).fetchone()
    return found if last is None else replace(found, reached=last[0], whole=bool(last[1]))


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
SELECT rated_at FROM session WHERE day >= :day AND pain_after - pain_before >= :rose
UNION ALL
SELECT morning.at FROM morning JOIN session ON session.day = morning.day - 1
WHERE session.day >= :day AND morning.pain - session.pain_before >= :rose
"""


def pain_rose_since(connection: sqlite3.Connection, moment: str) -> bool:
    """Tell whether pain rose by two points or more in a session, or by the next morning, since this moment."""
    since = read(moment)
    if since is None:
        return False
    # A day is that of the place one was at, which may be another by now.
    found = connection.execute(_ROSE, {"day": day_of(since) - 2, "rose": ROSE})
    return any((at := read(written)) is not None and at >= since for (written,) in found if written)


# Who is up at one in the night has not slept yet.
_MORNING = 4


def morning_due(connection: sqlite3.Connection, moment: datetime) -> bool:
    """Tell whether to ask how the morning is: pain was rated yesterday, and not yet this morning."""
    if moment.hour < _MORNING:
        return False
    today = day_of(moment)
    yesterday = "SELECT 1 FROM session WHERE day = ? AND (pain_before IS NOT NULL OR pain_after IS NOT NULL) LIMIT 1"
    if connection.execute(yesterday, (today - 1,)).fetchone() is None:
        return False
    return connection.execute("SELECT 1 FROM morning WHERE day = ?", (today,)).fetchone() is None


def last_days(connection: sqlite3.Connection) -> dict[str, Day]:
    """Give the day on which some of each routine was last done, by its name; rehearsals are not."""
    return dict(
        connection.execute(
            "SELECT routine, max(day) FROM session WHERE speed = 1 AND spent > 0"
            " AND (outcome = 'finished' OR EXISTS (SELECT 1 FROM step WHERE session = session.id AND worked > 0))"
            " GROUP BY routine"
        )
    )
