"""A run of a score: when each of its positions comes; positions are milliseconds, times nanoseconds of the machine."""

from __future__ import annotations

from relaxtimer.core.duration import Milliseconds
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import Go


def position_at(run: Go, now: int) -> Milliseconds:
    """Give the position that comes now: in a lead-in one before the first."""
    return run.position + (now - run.at) // MILLISECOND


def reached(run: Go, now: int) -> Milliseconds:
    """Give how far it is: in a lead-in where it begins."""
    return max(position_at(run, now), run.position)


def time_of(run: Go, position: Milliseconds) -> int:
    """Give when a position comes."""
    return run.at + (position - run.position) * MILLISECOND
