"""Keeping what is answered to the warning signs, and asking which conditions hold: each answer as it is given."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import datetime

from relaxtimer.core.asking.condition_list import ConditionList
from relaxtimer.core.asking.page import Interview
from relaxtimer.core.asking.warning_signs import WarningSigns
from relaxtimer.core.conditions import Condition
from relaxtimer.core.safety.red_flags import BLOCKING
from relaxtimer.core.safety.screening import Screening
from relaxtimer.record.answers import conditions, write_conditions, write_screening
from relaxtimer.record.clock import day_of, now
from relaxtimer.record.store import Store, save


def keeping(store: Store, *, closing_only: bool = False) -> Callable[[WarningSigns], None]:
    """Make what keeps answers to the warning signs as they are given; with `closing_only` those that close routines.

    The others wait for the conditions that are asked for next: who leaves between the two is asked for both again.
    """

    def keep(signs: WarningSigns) -> None:
        if closing_only and signs.level not in BLOCKING:
            return
        at = now()
        screening = Screening.of(day_of(at), tuple(signs.yes), tuple(signs.checked))
        save(store, lambda record: write_screening(record, screening, at))

    return keep


def ask_conditions(store: Store, at: datetime) -> Generator[Interview, None, frozenset[Condition]]:
    """Ask for the conditions, with those ticked that hold so far; give those that hold, saved or not."""
    today = day_of(at)

    def keep(ticked: frozenset[Condition]) -> None:
        save(store, lambda record: write_conditions(record, sorted(ticked), today))

    asked = ConditionList(store.ask(lambda record: conditions(record, today), frozenset()), keep)
    yield asked
    return frozenset(asked.ticked)
