"""Where words may not be: over the loud part of a sound, and across the moment of an announcement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from relaxtimer.core.duration import Milliseconds


class Barriers:
    """Stretches of time, each from its start to its end, that words keep out of; milliseconds."""

    def __init__(self, stretches: Iterable[tuple[Milliseconds, Milliseconds]]) -> None:
        """Join those that meet or overlap."""
        self._starts: list[Milliseconds] = []
        self._ends: list[Milliseconds] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def first(self, earliest: Milliseconds, length: Milliseconds, until: Milliseconds) -> Milliseconds:
        """Give the first start, not before `earliest`, from which words of a length are clear.

        Where they would not be over by `until`, it is the start from which that is certain.
        """
        after = bisect_right(self._starts, earliest)
        start = max(earliest, self._ends[after - 1]) if after else earliest
        while after < len(self._starts) and self._starts[after] < start + length <= until:
            start = self._ends[after]
            after += 1
        return start

    def room(self, earliest: Milliseconds, until: Milliseconds) -> Milliseconds:
        """Give how much time there is in one piece from `earliest` on."""
        start = self.first(earliest, 0, until)
        after = bisect_right(self._starts, start)
        end = min(self._starts[after], until) if after < len(self._starts) else until
        return max(end - start, 0)
