"""What had no time, or comes late, in sentences for the one who writes the routine."""

from __future__ import annotations

from collections.abc import Iterable

from relaxtimer.core.doubt import Doubt, in_seconds
from relaxtimer.core.doubts_about_words import late_instruction, words_into_the_pace, words_past_their_time
from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.note import Limit
from relaxtimer.sound.placed import Late, Unfit

# A tenth of a second, in which the times are told.
_GRAIN: Milliseconds = 100
_LONGEST_QUOTED = 60
_LATE = {
    Limit.PACE: words_into_the_pace,
    Limit.WORK: late_instruction,
    Limit.QUARTER: words_past_their_time,
}


def doubts_of(unfit: Iterable[Unfit], late: Iterable[Late] = ()) -> tuple[Doubt, ...]:
    """Tell of each of the words once, step by step: how long they take, how long there is, what is heard of them.

    Of the words of a step that come late the most is told, once for each thing they come too late for.
    """
    once: dict[tuple[int, str], Unfit] = {}
    for each in unfit:
        once.setdefault((each.step, each.words), each)
    most: dict[tuple[int, Limit], Late] = {}
    for words in sorted(late, key=lambda each: each.takes - each.room):
        most[words.step, words.limit] = words
    found = [*map(_doubt, once.values()), *map(_doubt_of_late, most.values())]
    return tuple(sorted(found, key=lambda doubt: doubt.step or 0))


def _doubt(unfit: Unfit) -> Doubt:
    takes, room = _up(unfit.takes), _down(unfit.room)
    heard = f"{_quoted(unfit.said)} is said instead" if unfit.said else f"{_quoted(unfit.words)} is left out"
    return Doubt(unfit.step, f"step {unfit.step}: {in_seconds(takes)} of words in {in_seconds(room)}; {heard}")


def _doubt_of_late(late: Late) -> Doubt:
    return Doubt(late.step, f"step {late.step}: {_LATE[late.limit](_up(late.takes), _down(late.room))}")


def _up(time: Milliseconds) -> Milliseconds:
    return -(-time // _GRAIN) * _GRAIN


def _down(time: Milliseconds) -> Milliseconds:
    return time // _GRAIN * _GRAIN


def _quoted(words: str) -> str:
    if len(words) > _LONGEST_QUOTED:
        words = words[:_LONGEST_QUOTED].rsplit(" ", 1)[0] + "…"
    return f"“{words}”"
