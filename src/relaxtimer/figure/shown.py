"""An exercise as its figure shows it by itself, outside of a session: again and again, part by part."""

from __future__ import annotations

from msgspec import Struct

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.lasting import Hold, Parts
from relaxtimer.core.pattern import Pattern
from relaxtimer.core.routine import Exercise
from relaxtimer.figure.figure import Figure
from relaxtimer.figure.film import Film, Shot
from relaxtimer.figure.kinds import film_of

# A position is held so long, and a paced movement repeated so often, before it is shown from the beginning.
HOLD: Milliseconds = 8 * SECOND
CYCLES = 3


class Shown(Struct, frozen=True):
    """A film with its pace, if it has one, and how many parts the exercise has (0 for none)."""

    name: str
    film: Film
    pattern: Pattern | None = None
    parts: int = 0

    @classmethod
    def of(cls, exercise: Exercise, figure: Figure) -> Shown:
        """Show an exercise."""
        lasting = exercise.lasting
        parts = lasting.parts if isinstance(lasting, Parts) else ()
        pace = parts[0].lasting if parts else lasting
        pattern = pace.breath if isinstance(pace, Hold) else getattr(pace, "pattern", None)
        own = {frame.part for frame in figure.frames} | {mark.part for mark in figure.marks}
        own.discard(None)
        return cls(exercise.name, film_of(figure, exercise.kind), pattern, len(parts) if own else 0)

    @property
    def figure(self) -> Figure:
        """The figure that is shown."""
        return self.film.figure

    @property
    def first(self) -> Shot:
        """Where it begins."""
        part = 1 if self.parts else None
        start = self.film.indices(part)[0]
        return Shot(start, start, part=part)

    @property
    def last(self) -> Shot:
        """The moment that says most."""
        return self.film.telling(self.parts or None, paced=self.pattern is not None)

    def at(self, elapsed: Milliseconds) -> Shot:
        """Give the moment so long after it began."""
        parts: tuple[int | None, ...] = tuple(range(1, self.parts + 1)) or (None,)
        lengths = [self._length(part) for part in parts]
        within = elapsed % sum(lengths)
        for part, length in zip(parts, lengths, strict=True):
            if within < length:
                return self._at(within, part)
            within -= length
        return self.first

    def _length(self, part: int | None) -> Milliseconds:
        if self.pattern is not None:
            return CYCLES * self.pattern.duration
        return self.film.way_in(part) + HOLD

    def _at(self, within: Milliseconds, part: int | None) -> Shot:
        if self.pattern is not None:
            return self.film.paced(self.pattern, within, part)
        way = self.film.way_in(part)
        return self.film.entering(within, part) if within < way else self.film.resting(within - way, part)
