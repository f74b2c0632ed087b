"""How big a routine is, by arithmetic alone: a million rounds are found out without making one.

The counts are those of `core.compile`: there is no rest after the last round of a block, and none at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from relaxtimer.core.duration import HOUR, MINUTE, SECOND, Milliseconds
from relaxtimer.core.lasting import LONGEST, Parts
from relaxtimer.core.routine import Exercise
from relaxtimer.library.definition import MOST_SEGMENTS


class Size(NamedTuple):
    """Segments and length, with the rest that they end in: a segment of its own, unless it has no length."""

    segments: int = 0
    duration: Milliseconds = 0
    rest: Milliseconds = 0

    @property
    def without_rest(self) -> Size:
        """The same, ending without a rest."""
        return Size(self.segments - (self.rest > 0), self.duration - self.rest)

    def ending_in(self, rest: Milliseconds) -> Size:
        """Give the same with more rest at the end."""
        total = self.rest + rest
        return Size(self.segments - (self.rest > 0) + (total > 0), self.duration + rest, total)


def size_of_step(step: Exercise) -> Size:
    """Give the size of a step as it comes up once."""
    sides = 2 if step.two_sided else 1
    parts = step.lasting.parts if isinstance(step.lasting, Parts) else ()
    work = sum(1 + (part.prepare > 0) for part in parts) or 1
    segments = (step.prepare > 0) + sides * work + (step.switch > 0) * (sides - 1)
    duration = step.prepare + sides * step.lasting.duration + step.switch * (sides - 1)
    return Size(segments, duration).ending_in(step.rest)


def size_of_list(sizes: Iterable[Size]) -> Size:
    """Give the size of one after another."""
    total = Size()
    for size in sizes:
        total = Size(total.segments + size.segments, total.duration + size.duration, size.rest)
    return total


def size_of_block(inner: Size, rounds: int, rest: Milliseconds) -> Size:
    """Give the size of a repeat block."""
    if rounds == 1 and not rest:
        return inner
    each, last = inner.ending_in(rest), inner.without_rest
    before = rounds - 1
    return Size(before * each.segments + last.segments, before * each.duration + last.duration)


def too_big(size: Size) -> tuple[str, str] | None:
    """Tell which bound a routine breaks, and what was expected; `None` if none."""
    whole = size.without_rest
    if whole.segments > MOST_SEGMENTS:
        return f"{whole.segments:,} segments (prepares, works, changes of side, rests)", f"at most {MOST_SEGMENTS:,}"
    if whole.duration > LONGEST:
        return f"a length of {_hours(whole.duration)}", f"at most {LONGEST // HOUR} hours"
    return None


def _hours(duration: Milliseconds) -> str:
    hours, rest = divmod(duration, HOUR)
    minutes, seconds = divmod(-(-rest // SECOND), MINUTE // SECOND)
    return f"{hours:,} h {minutes} min {seconds} s"
