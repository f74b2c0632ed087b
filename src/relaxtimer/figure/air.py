"""Breath that is seen: streaks of air before nose or mouth, towards them on the in-breath, away on the out-breath."""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.core.pattern import Motion
from relaxtimer.figure.anatomy import Built, at_place
from relaxtimer.figure.film import STEPS
from relaxtimer.figure.places import Place
from relaxtimer.figure.solids import Capsule, Material
from relaxtimer.figure.vector import added

# Centimetres: where the first streak begins, how long each is, from one to the next, and how thick the first and last.
_BEGINS, _LONG, _APART = 3.0, 2.5, 10.0
_THICK, _THIN = 2.3, 1.5
_STREAKS = 3
REACH = _BEGINS + _STREAKS * _APART + _LONG
"""How far before the face air is seen, in centimetres."""


def streaks(built: Built, place: Place, motions: frozenset[Motion], share: int) -> Iterator[Capsule]:
    """Yield the air of a moment that is `share` of `STEPS` of the way through its phase; none where breath is held."""
    if motions.isdisjoint({Motion.IN, Motion.OUT}):
        return
    gone = share / STEPS if Motion.OUT in motions else 1 - share / STEPS
    at, _ = at_place(built, place)
    ahead = built.face.front
    for streak in range(_STREAKS):
        start = _BEGINS + (streak + gone) * _APART
        radius = _THICK - (_THICK - _THIN) * streak / (_STREAKS - 1)
        yield Capsule(added(at, ahead, start), added(at, ahead, start + _LONG), radius, radius, Material.AIR)
