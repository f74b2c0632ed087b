"""Every figure there is, with its exercise's id, and every moment in which one can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from relaxtimer.figure.figure import Figure
from relaxtimer.figure.film import STEPS, Shot
from relaxtimer.figure.shown import CYCLES, HOLD, Shown
from relaxtimer.library.library import Library
from relaxtimer.library.reading.step import exercise_of
from relaxtimer.library.shelves import Shelves
from relaxtimer.notation.mistakes import Reading

# Frames of one phase take turns: after so many cycles of a pattern, or so long, all of them have been shown.
_LOOK = 50


@cache
def all_shown() -> dict[str, Shown]:
    exercises = Library(Shelves()).exercises
    found = {}
    for id_ in sorted(exercises.ids()):
        figure, draft = exercises.figure(id_), exercises.find(id_)
        exercise = None if draft is None else exercise_of(draft, exercises, Reading(draft.file, None))
        if figure is not None and exercise is not None:
            found[id_] = Shown.of(exercise, figure)
    return found


def all_figures() -> dict[str, Figure]:
    return {id_: shown.figure for id_, shown in all_shown().items()}


@cache
def ways(id_: str) -> frozenset[tuple[int, int, int | None]]:
    """Every keyframe that is shown, and every way from one to another, by the part that it is for."""
    shown = all_shown()[id_]
    film, found = shown.film, set[Shot]()
    for part in range(1, shown.parts + 1) if shown.parts else (None,):
        frames = [shown.figure.frames[place] for place in film.indices(part)]
        once = sum(frame.move + frame.stay for frame in frames)
        found |= {film.entering(at, part) for at in range(0, once, _LOOK)}
        found |= {film.resting(at, part) for at in range(0, max(once, HOLD), _LOOK)}
        if shown.pattern is not None:
            found |= {film.paced(shown.pattern, at, part) for at in range(0, CYCLES * shown.pattern.duration, _LOOK)}
    return frozenset((shot.before, shot.after, shot.part) for shot in found)


def moments(id_: str) -> Iterator[Shot]:
    """Every picture between the keyframes of a figure, and the keyframes themselves."""
    for before, after, part in sorted(ways(id_), key=str):
        yield from (Shot(before, after, share, part=part) for share in range(STEPS if before != after else 1))
