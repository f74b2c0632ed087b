"""How far other sounds step back behind words: from not at all (0.0) to all the way (1.0).

It is known ahead when words come. Everything is out of their way when they begin, stays there until they end, and comes
back at leisure. Between words that follow closely it comes back a part of the way, and turns round.
"""

from __future__ import annotations

from collections.abc import Iterable

from relaxtimer.audio.clip import frames_in
from relaxtimer.sound.fader import Point

ATTACK = frames_in(250)
RELEASE = frames_in(800)
# Words that were placed with less time than the attack takes: sooner than this would be heard as a click.
SHORTEST_ATTACK = frames_in(50)

Span = tuple[int, int]


def depths(now: int, depth: float, words: Iterable[Span]) -> list[Point]:
    """Give the depth from the frame `now` on, where it is `depth`, for words that sound from one frame to another."""
    points: list[Point] = [(now, depth)]
    for start, end in sorted(words):
        if points[-1][1] < 1 or start > points[-1][0]:
            points += _until(start, *points[-1])
        points.append((max(end, points[-1][0]), 1.0))
    frame, depth = points[-1]
    return [*points, (frame + RELEASE * depth, 0.0)]


def _until(start: int, frame: float, depth: float) -> list[Point]:
    """Come back from a depth as far as there is time, and be all the way down when words start."""
    back, leave = frame + RELEASE * depth, start - ATTACK
    if back <= leave:
        return [(back, 0.0), (leave, 0.0), (start, 1.0)]
    # Where the line upwards, one in `RELEASE` frames, meets the line downwards, one in `ATTACK`.
    turn = (depth - 1 + frame / RELEASE + start / ATTACK) / (1 / RELEASE + 1 / ATTACK)
    if turn <= frame:
        return [(max(start, frame + SHORTEST_ATTACK * (1 - depth)), 1.0)]
    return [(turn, depth - (turn - frame) / RELEASE), (start, 1.0)]
