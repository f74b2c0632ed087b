"""How far a body moves between two keyframes, so that no more pictures are drawn than look different."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import dist

from relaxtimer.figure.figure import Figure
from relaxtimer.figure.kept import Kept
from relaxtimer.figure.pose import Pose, blended
from relaxtimer.figure.skeleton import skeleton
from relaxtimer.figure.vector import Vector

# Neighbours are looked at in turn, so one that swings far between two like ends is seen to do so.
_STATIONS = 4
_KEPT: Kept[float] = Kept(1_024)


def way(figure: Figure, before: int, after: int) -> float:
    """Give how far, in centimetres, what moves most goes from one keyframe to another."""
    found = _KEPT.find((figure,), (before, after))
    if found is not None:
        return found
    start, end = figure.frames[before].pose, figure.frames[after].pose
    stations = [tuple(_points(blended(start, end, place / _STATIONS))) for place in range(_STATIONS + 1)]
    ways = [
        sum(dist(one[point], other[point]) for one, other in pairwise(stations)) for point in range(len(stations[0]))
    ]
    filled = abs(start.belly - end.belly) + abs(start.ribs - end.ribs)
    return _KEPT.keep(max(*ways, filled), (figure,), (before, after))


def _points(pose: Pose) -> Iterator[Vector]:
    built = skeleton(pose)
    yield built.head
    yield from (place for place, _ in built.spine)
    for limb in built.limbs():
        yield from (limb.root, limb.middle, limb.tip, limb.heel)
