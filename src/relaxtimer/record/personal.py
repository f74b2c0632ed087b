"""What the record knows of a person that changes how a routine is done today."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import datetime, timedelta

from msgspec import Struct

from relaxtimer.core.body import Side
from relaxtimer.core.conditions import Condition
from relaxtimer.record.answers import conditions, last_screening
from relaxtimer.record.clock import day_of, written
from relaxtimer.record.standing import hurting, pain_rose_since
from relaxtimer.record.store import Store

_NO_TOOLS = timedelta(hours=48)


class Personal(Struct, frozen=True):
    """What holds: conditions, steps that hurt last time, whether pain rose within two days, the side to start with.

    `asked` tells that the person was asked for conditions, so that those that hold are known.
    """

    conditions: frozenset[Condition] = frozenset()
    hurting: frozenset[str] = frozenset()
    no_tools: bool = False
    first_side: Side = Side.LEFT
    asked: bool = False


def personal(store: Store, now: datetime, routine: str, keys: Collection[str]) -> Personal:
    """Ask the record what holds now for a routine with these steps."""

    def ask(connection: sqlite3.Connection) -> Personal:
        return Personal(
            conditions(connection, day_of(now)),
            hurting(connection, keys) if keys else frozenset(),
            pain_rose_since(connection, written(now - _NO_TOOLS)),
            _next_side(connection, routine),
            last_screening(connection) is not None,
        )

    return store.ask(ask, Personal())


def _next_side(connection: sqlite3.Connection, routine: str) -> Side:
    """Give the side that did not go first the last time, so that neither is always the tired one."""
    row = connection.execute(
        "SELECT first_side FROM session WHERE routine = ? AND speed = 1 AND spent > 0 ORDER BY id DESC LIMIT 1",
        (routine,),
    ).fetchone()
    return Side.LEFT if row is None else Side(row[0]).other
