"""Every figure there is, with its exercise's id, and the moments of one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from relaxtimer.figure.figure import Figure
from relaxtimer.figure.film import STEPS, Shot
from relaxtimer.library.library import Library
from relaxtimer.library.shelves import Shelves


@cache
def all_figures() -> dict[str, Figure]:
    exercises = Library(Shelves()).exercises
    found = {id_: exercises.figure(id_) for id_ in sorted(exercises.ids())}
    return {id_: figure for id_, figure in found.items() if figure is not None}


def moments(figure: Figure, every: int = 4) -> Iterator[Shot]:
    """Yield the keyframes, and moments between each and the next of the same part."""
    for place, frame in enumerate(figure.frames):
        yield Shot(place, place, part=frame.part)
        after = place + 1
        if after < len(figure.frames) and figure.frames[after].part == frame.part:
            yield from (Shot(place, after, share, part=frame.part) for share in range(every, STEPS, every))
