"""A spasm comes before the weeks: the calm routine until pain is low again. `docs/content.md` 5.1."""

from __future__ import annotations

from collections.abc import Sequence

from relaxtimer.core.conditions import SPASM_DAYS
from relaxtimer.core.days import Day
from relaxtimer.core.programme.readings import Reading

_LOW = 4
_DAYS_IN_A_ROW = 2
# Where no pain is told nothing but the days can tell that it is over.
_DAYS_UNTOLD = SPASM_DAYS

# What was told so long ago is asked about again, as everything is that is asked every two weeks.
_LONGEST = 14

SPASM_REASON = "A spasm: the calm routine, until pain is at 4 or less on two days, or `relaxtimer safety` unticks it."


def in_spasm(since: Day | None, readings: Sequence[Reading], today: Day) -> bool:
    """Tell whether a spasm that was told on a day goes on, by the pain of the days since; `None` where none was."""
    if since is None or today - since > _LONGEST:
        return False
    # How today goes is not known before it is over.
    told = [most for each in readings if since <= each.day < today and (most := _most(each)) is not None]
    if not told:
        return today - since <= _DAYS_UNTOLD
    last = told[-_DAYS_IN_A_ROW:]
    return len(last) < _DAYS_IN_A_ROW or max(last) > _LOW


def _most(reading: Reading) -> int | None:
    return max((each for each in (reading.morning, reading.before, reading.after) if each is not None), default=None)
