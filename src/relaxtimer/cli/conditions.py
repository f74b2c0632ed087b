"""Asking which conditions hold, and keeping the answer."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime

from relaxtimer.core.asking.condition_list import ConditionList
from relaxtimer.core.asking.page import Interview
from relaxtimer.core.conditions import Condition
from relaxtimer.record.answers import conditions, write_conditions
from relaxtimer.record.clock import day_of
from relaxtimer.record.store import Store, save


def ask_conditions(store: Store, at: datetime) -> Generator[Interview, None, frozenset[Condition]]:
    """Ask for the conditions, with those ticked that hold so far; give those that hold, saved or not."""
    today = day_of(at)
    asked = ConditionList(store.ask(lambda record: conditions(record, today), frozenset()))
    yield asked
    save(store, lambda record: write_conditions(record, sorted(asked.ticked), today))
    return frozenset(asked.ticked)
