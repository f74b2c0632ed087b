"""Which kinds of exercise are held, and which are movement."""

from __future__ import annotations

from relaxtimer.core.body import Kind
from relaxtimer.figure.figure import Figure
from relaxtimer.figure.film import Film

_HELD = frozenset({Kind.STRETCH, Kind.RELAXATION, Kind.BREATHING})


def film_of(figure: Figure, kind: Kind) -> Film:
    """Give a figure as it is shown for a kind of exercise, where it does not say itself how it plays."""
    return Film.of(figure, still=kind in _HELD)
