"""How full a breath is, or how far a movement has gone: 0 to 1, eased, at each moment of a pattern."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.pattern import Motion, Pattern
from relaxtimer.core.timeline import Pace

_RISING = frozenset({Motion.IN, Motion.UP})
_FALLING = frozenset({Motion.OUT, Motion.DOWN})
# How long it takes to tighten and let go where a pattern holds and rests without moving in between.
_QUICK: Milliseconds = SECOND

_WORDS = {
    Motion.IN: "Breathe in",
    Motion.OUT: "Breathe out",
    Motion.UP: "Up",
    Motion.DOWN: "Down",
    Motion.HOLD: "Hold",
    Motion.REST: "Rest",
}

Leg = tuple[float, float, Milliseconds]


def motion_words(pace: Pace) -> str:
    """Say what to do in this phase."""
    return pace.phase.say or _WORDS[pace.phase.motion]


def level(pattern: Pattern, elapsed: Milliseconds) -> float:
    """Give the level so long after the first cycle of a pattern began."""
    within = elapsed % pattern.duration
    for phase, (start, end, duration) in zip(pattern.phases, _legs(pattern), strict=True):
        if within < phase.duration:
            share = min(within / duration, 1.0)
            return start + (end - start) * (0.5 - 0.5 * cos(pi * share))
        within -= phase.duration
    return 0.0


@lru_cache(64)
def _legs(pattern: Pattern) -> tuple[Leg, ...]:
    """Give where each phase starts and ends, and how long it takes to get there."""
    moves = {phase.motion for phase in pattern.phases}
    rises, falls = bool(moves & _RISING), bool(moves & _FALLING)
    legs: list[Leg] = []
    at = 0.0
    for place, phase in enumerate(pattern.phases):
        if phase.motion in _RISING:
            end, duration = _share_of_run(pattern, place, _RISING, at, 1.0), phase.duration
        elif phase.motion in _FALLING:
            end, duration = _share_of_run(pattern, place, _FALLING, at, 0.0), phase.duration
        elif phase.motion is Motion.HOLD:
            end, duration = (at if rises else 1.0), min(_QUICK, phase.duration)
        else:
            end, duration = (at if falls else 0.0), min(_QUICK, phase.duration)
        legs.append((at, end, duration))
        at = end
    return tuple(legs)


def _share_of_run(pattern: Pattern, place: int, motions: frozenset[Motion], start: float, end: float) -> float:
    """Give how far a phase gets towards the end of a run of phases in the same direction."""
    left = 0
    for phase in pattern.phases[place:]:
        if phase.motion not in motions:
            break
        left += phase.duration
    return start + (end - start) * pattern.phases[place].duration / left
