"""Gains that move in straight lines, the same however the time is cut into blocks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import TypeAlias

from relaxtimer.sound.arithmetic import Arithmetic, Gains

# A frame, which may lie between two, and the gain there.
Point: TypeAlias = tuple[float, float]

# One gain for a whole stretch, or one for each of its frames.
Gain: TypeAlias = Gains | float

# For how many frames, the first gain, and how much more it is each frame.
_Line: TypeAlias = tuple[int, float, float]


class Fader:
    """A gain from point to point: before the first it is as there, after the last it stays."""

    def __init__(self, gain: float, frame: int = 0) -> None:
        self._points: list[Point] = [(frame, gain)]

    @property
    def rests_at(self) -> float:
        """The gain after the last point."""
        return self._points[-1][1]

    def at(self, frame: int) -> float:
        """Give the gain at a frame."""
        return self.lines(frame, frame + 1)[0][1]

    def move(self, frame: int, gain: float, over: int) -> None:
        """Leave for `gain` from where it is at `frame`, and be there `over` frames later."""
        self._points = [(frame, self.at(frame)), (frame + over, gain)] if over else [(frame, gain)]

    def follow(self, points: Sequence[Point]) -> None:
        """Go by these points from now on, in the order of their frames."""
        self._points = list(points)

    def forget(self, frame: int) -> None:
        """Forget the points that lie behind."""
        passed = 0
        while passed + 1 < len(self._points) and self._points[passed + 1][0] <= frame:
            passed += 1
        del self._points[:passed]

    def lines(self, start: int, end: int) -> list[_Line]:
        """Give the straight lines from the frame `start` up to `end`: a single one where nothing moves."""
        if len(self._points) == 1:
            return [(end - start, self._points[0][1], 0.0)]
        lines = list(self._lines(start, end))
        rests = all(not slope and first == lines[0][1] for _, first, slope in lines)
        return [(end - start, lines[0][1], 0.0)] if rests else lines

    def _lines(self, start: int, end: int) -> Iterator[_Line]:
        before, gain = -math.inf, self._points[0][1]
        for frame, level in [*self._points, (math.inf, self.rests_at)]:
            stop = end if frame >= end else math.ceil(frame)
            if start < stop:
                slope = (level - gain) / (frame - before)
                yield stop - start, (gain + slope * (start - before) if slope else gain), slope
                start = stop
            if stop == end:
                return
            before, gain = frame, level


def product(faders: Iterable[Fader], start: int, end: int, gain: float, arithmetic: Arithmetic) -> tuple[Gain, float]:
    """Multiply all that has a say from the frame `start` up to `end`, and tell what that is at most."""
    most, moving = gain, []
    for fader in faders:
        lines = fader.lines(start, end)
        if len(lines) == 1 and not lines[0][2]:
            gain *= lines[0][1]
            most *= lines[0][1]
        else:
            moving.append(lines)
            most *= max(max(level, level + slope * frames) for frames, level, slope in lines)
    if not moving or not most:
        return gain, most
    first, *others = moving
    scaled = [(frames, gain * level, gain * slope) for frames, level, slope in first]
    return reduce(arithmetic.both, map(arithmetic.ramp, (scaled, *others))), most
