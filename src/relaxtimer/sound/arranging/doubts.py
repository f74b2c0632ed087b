"""What had no time, in sentences for the one who writes the routine."""

from __future__ import annotations

from collections.abc import Iterable

from relaxtimer.core.doubt import Doubt, in_seconds
from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.placed import Unfit

# A tenth of a second, in which the times are told.
_GRAIN: Milliseconds = 100
_LONGEST_QUOTED = 60


def doubts_of(unfit: Iterable[Unfit]) -> tuple[Doubt, ...]:
    """Tell of each of the words once, step by step: how long they take, how long there is, what is heard of them."""
    once: dict[tuple[int, str], Unfit] = {}
    for each in unfit:
        once.setdefault((each.step, each.words), each)
    return tuple(map(_doubt, sorted(once.values(), key=lambda each: each.step)))


def _doubt(unfit: Unfit) -> Doubt:
    takes = in_seconds(-(-unfit.takes // _GRAIN) * _GRAIN)
    room = in_seconds(unfit.room // _GRAIN * _GRAIN)
    heard = f"{_quoted(unfit.said)} is said instead" if unfit.said else f"{_quoted(unfit.words)} is left out"
    return Doubt(unfit.step, f"step {unfit.step}: {takes} of words in {room}; {heard}")


def _quoted(words: str) -> str:
    if len(words) > _LONGEST_QUOTED:
        words = words[:_LONGEST_QUOTED].rsplit(" ", 1)[0] + "…"
    return f"“{words}”"
