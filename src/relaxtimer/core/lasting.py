"""The ways a step lasts. All durations are of one side.

Each knows the least and the most it may last when a routine is fitted to the minutes there are, and makes the version
of itself that comes nearest to a wanted duration without passing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from relaxtimer.core.duration import HOUR, SECOND, Milliseconds
from relaxtimer.core.pattern import Breath, Tempo

LONGEST: Milliseconds = 6 * HOUR


def share(total: Milliseconds, weights: tuple[int, ...]) -> tuple[Milliseconds, ...]:
    """Share a time in the proportion of the weights, exactly; a whole number of seconds in whole seconds."""
    grain = SECOND if total % SECOND == 0 and total >= SECOND * len(weights) else 1
    whole = sum(weights)
    marks = [(total // grain * upto + whole // 2) // whole for upto in accumulate(weights, initial=0)]
    return tuple((after - before) * grain for before, after in pairwise(marks))


def _check(least: int, now: int, most: int) -> None:
    if not 0 < least <= now <= most:
        message = f"expected 0 < shortest <= length <= longest, got {least}, {now}, {most}"
        raise ValueError(message)


class Hold(Struct, frozen=True):
    """A time: `work: 45s`. With a breath, as many whole breaths as fit are paced along."""

    duration: Milliseconds
    shortest: Milliseconds | None = None
    longest: Milliseconds | None = None
    breath: Breath | None = None

    def __post_init__(self) -> None:
        """Refuse a time that is no time, and bounds that it breaks."""
        _check(self.least, self.duration, self.most)

    @property
    def least(self) -> Milliseconds:
        """The least it may last."""
        return self.duration if self.shortest is None else self.shortest

    @property
    def most(self) -> Milliseconds:
        """The most it may last."""
        return self.duration if self.longest is None else self.longest

    def fitted(self, duration: Milliseconds) -> Hold:
        """Give the hold that lasts this long, within its bounds."""
        return replace(self, duration=min(max(duration, self.least), self.most))


class _Cycles(Struct, frozen=True):
    """So many cycles of a pattern; `shortest` and `longest` are counts."""

    count: int
    pattern: Breath | Tempo
    shortest: int | None = None
    longest: int | None = None

    def __post_init__(self) -> None:
        """Refuse no cycles, and bounds that the count breaks."""
        _check(self.shortest or self.count, self.count, self.longest or self.count)

    @property
    def duration(self) -> Milliseconds:
        """The length of all cycles."""
        return self.count * self.pattern.duration

    @property
    def least(self) -> Milliseconds:
        """The least it may last."""
        return (self.shortest or self.count) * self.pattern.duration

    @property
    def most(self) -> Milliseconds:
        """The most it may last."""
        return (self.longest or self.count) * self.pattern.duration


class Repetitions(_Cycles, frozen=True):
    """So many repetitions: `reps: 8`."""

    pattern: Tempo

    def fitted(self, duration: Milliseconds) -> Repetitions:
        """Give as many whole repetitions as fit into this time, within the bounds."""
        return replace(self, count=max(min(duration, self.most), self.least) // self.pattern.duration)


class Breaths(_Cycles, frozen=True):
    """So many whole breaths: `breaths: 6`."""

    pattern: Breath

    def fitted(self, duration: Milliseconds) -> Breaths:
        """Give as many whole breaths as fit into this time, within the bounds."""
        return replace(self, count=max(min(duration, self.most), self.least) // self.pattern.duration)


class Part(Struct, frozen=True, kw_only=True):
    """One spot of a massage, or one group of muscles. Raises `ValueError` without a name or with a negative prepare."""

    name: str
    lasting: Hold | Repetitions | Breaths
    say: str = ""
    prepare: Milliseconds = 0

    def __post_init__(self) -> None:
        """Refuse a part that cannot be announced."""
        if not self.name or self.prepare < 0:
            message = "a part has a name, and no negative prepare"
            raise ValueError(message)

    @property
    def duration(self) -> Milliseconds:
        """Its own prepare and its work."""
        return self.prepare + self.lasting.duration


class Parts(Struct, frozen=True):
    """One part after another; `shortest` and `longest` are of all of them together."""

    parts: tuple[Part, ...]
    shortest: Milliseconds | None = None
    longest: Milliseconds | None = None

    def __post_init__(self) -> None:
        """Refuse a list of none, and bounds that it breaks."""
        if not self.parts:
            message = "parts are at least one"
            raise ValueError(message)
        _check(self.least, self.duration, self.most)
        if self.least < self.most and not all(self._shares(self.least)):
            message = f"{self.least} ms are too short for {len(self.parts)} parts and their prepares"
            raise ValueError(message)

    @property
    def duration(self) -> Milliseconds:
        """The length of all parts."""
        return sum(part.duration for part in self.parts)

    @property
    def elastic(self) -> bool:
        """Whether its length can change: parts paced in cycles keep theirs."""
        return all(isinstance(part.lasting, Hold) for part in self.parts)

    @property
    def least(self) -> Milliseconds:
        """The least it may last."""
        return self.duration if self.shortest is None or not self.elastic else self.shortest

    @property
    def most(self) -> Milliseconds:
        """The most it may last."""
        return self.duration if self.longest is None or not self.elastic else self.longest

    def lasting(self, work: Milliseconds) -> Parts:
        """Share a time for work between the parts, in the proportion of their own; their prepares stay.

        Raises `ValueError` where a part is paced in cycles, or the time is too short for so many parts.
        """
        if not self.elastic:
            message = "parts that are paced in repetitions or breaths keep their own time"
            raise ValueError(message)
        shares = self._shared(work)
        parts = tuple(replace(part, lasting=Hold(each)) for part, each in zip(self.parts, shares, strict=True))
        length = sum(part.duration for part in parts)
        shortest = None if self.shortest is None else min(self.shortest, length)
        if shortest is not None and not all(share(shortest - self._prepares, shares)):
            # Rounded to seconds, the proportion is another, and at the shortest may leave a part without any time.
            shortest = length
        return Parts(parts, shortest, None if self.longest is None else max(self.longest, length))

    def fitted(self, duration: Milliseconds) -> Parts:
        """Give the parts that together last this long, within the bounds."""
        if self.least == self.most:
            return self
        return self.lasting(min(max(duration, self.least), self.most) - self._prepares)

    @property
    def _prepares(self) -> Milliseconds:
        return sum(part.prepare for part in self.parts)

    def _shared(self, work: Milliseconds) -> tuple[Milliseconds, ...]:
        return share(work, tuple(part.lasting.duration for part in self.parts))

    def _shares(self, duration: Milliseconds) -> Iterator[bool]:
        """Tell of each part whether it has any time where all of them together last so long."""
        work = duration - self._prepares
        return (work > 0 and each > 0 for each in self._shared(max(work, 1)))


class UntilReady(Struct, frozen=True):
    """Until a key is pressed: `work: until-ready`. `about` counts in totals."""

    about: Milliseconds

    def __post_init__(self) -> None:
        """Refuse a time that is no time."""
        _check(self.about, self.about, self.about)

    @property
    def duration(self) -> Milliseconds:
        """What it counts as in totals."""
        return self.about

    least = duration
    most = duration

    def fitted(self, duration: Milliseconds) -> UntilReady:  # noqa: ARG002 - it lasts as long as the person takes
        """Give itself."""
        return self


Lasting: TypeAlias = Hold | Repetitions | Breaths | Parts | UntilReady
