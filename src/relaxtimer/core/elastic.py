"""How far each step of a routine may shrink or grow: within its bounds, and not so far that words have no time."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from relaxtimer.core.body import Position
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.room_for_words import least_for_words
from relaxtimer.core.routine import Item, Routine, Step
from relaxtimer.core.segment import Round


class Elastic(Struct, frozen=True):
    """A step, how often its length counts (once for each side in each round), and the least that may last."""

    step: Step
    times: int
    least: Milliseconds

    def room(self, missing: Milliseconds) -> Milliseconds:
        """Give by how much it can become longer, or shorter where less than nothing is missing."""
        lasting = self.step.lasting
        return lasting.most - lasting.duration if missing > 0 else lasting.duration - self.least


class Elasticity:
    """Knows the steps of a routine by their places, also of one from which some are left out."""

    def __init__(self) -> None:
        """Have looked at none."""
        self._least: dict[tuple[int, Milliseconds, bool], Milliseconds] = {}

    def of(self, routine: Routine, out: frozenset[int] = frozenset()) -> list[Elastic]:
        """Give the steps of what is left of a routine when the places in `out` have gone from it."""
        steps = list(_counted(routine.items, 1, None))
        places = (place for place in range(len(steps) + len(out)) if place not in out)
        found: list[Elastic] = []
        before: Position | None = None
        for place, (step, times, round_) in zip(places, steps, strict=True):
            found.append(Elastic(step, times, self._least_of(place, step, before, round_)))
            before = step.ends_in
        return found

    def _least_of(self, place: int, step: Step, before: Position | None, round_: Round | None) -> Milliseconds:
        lasting = step.lasting
        if lasting.least == lasting.duration:
            return lasting.least
        # What else its words hang on is the same wherever the step has its place.
        key = (place, step.prepare, before is step.position)
        if key not in self._least:
            self._least[key] = least_for_words(step, before, round_)
        return self._least[key]


def _counted(items: tuple[Item, ...], times: int, round_: Round | None) -> Iterator[tuple[Step, int, Round | None]]:
    """Yield each step with how often its length counts, and the round in which it has its words."""
    for item in items:
        if isinstance(item, Step):
            yield item, times * (2 if item.two_sided else 1), round_
        else:
            yield from _counted(item.items, times * item.rounds, Round(1, item.rounds))
