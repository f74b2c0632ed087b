"""Reading an arrangement in the order of time: what comes next, and what was read already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from relaxtimer.core.duration import Milliseconds
from relaxtimer.sound.placed import Bus, Placed

# Words that a new arrangement moves by less than this are the same words, and were said.
_SAME_WORDS: Milliseconds = 2_000


class Reading:
    """A place in an arrangement; times are its own, in milliseconds."""

    def __init__(self) -> None:
        """Have nothing to read."""
        self.placed: tuple[Placed, ...] = ()
        self._next = 0
        self._reached: Milliseconds = 0
        self._arrangements = 0
        self._said: dict[str, tuple[Milliseconds, int]] = {}

    @property
    def over(self) -> bool:
        """Whether everything was read."""
        return self._next >= len(self.placed)

    def take(self, placed: tuple[Placed, ...]) -> None:
        """Read on in another arrangement; what was read is not read again."""
        self.placed = placed
        self._arrangements += 1
        self._next = self._first_from(self._reached)

    def seek(self, position: Milliseconds) -> None:
        """Read on from another place."""
        self._reached = position
        self._next = self._first_from(position)
        self._said.clear()

    def until(self, position: Milliseconds) -> Iterator[Placed]:
        """Read what comes before a position, and has not been read."""
        while self._next < len(self.placed) and self.placed[self._next].at < position:
            placed = self.placed[self._next]
            self._next += 1
            self._reached = placed.at + 1
            if not self._was_said(placed):
                yield placed

    def going_on(self, position: Milliseconds) -> Placed | None:
        """Give the sound of breath or tempo whose phase has begun before a position and goes on there."""
        before = self.placed[: self._first_from(position)]
        return next((placed for placed in reversed(before) if placed.at + placed.lasts > position), None)

    def words(self) -> list[str]:
        """Give all words once: those still to come in their order, then those before, to which one may go back."""
        in_order = (*self.placed[self._next :], *self.placed[: self._next])
        return list(dict.fromkeys(placed.name for placed in in_order if placed.bus is Bus.VOICE))

    def _was_said(self, placed: Placed) -> bool:
        """Tell whether these are words that an arrangement before this one had a little earlier."""
        if placed.bus is not Bus.VOICE:
            return False
        before, arrangement = self._said.get(placed.name, (0, self._arrangements))
        self._said[placed.name] = placed.at, self._arrangements
        return arrangement != self._arrangements and placed.at - before < _SAME_WORDS

    def _first_from(self, position: Milliseconds) -> int:
        return bisect_left(self.placed, position, key=lambda placed: placed.at)
