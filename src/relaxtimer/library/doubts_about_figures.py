"""Doubts about figures: what no body can do, told in the words of the one who writes it."""

from __future__ import annotations

from collections.abc import Iterator

from relaxtimer.figure.figure import Figure
from relaxtimer.figure.film import STEPS, Shot, pose_of
from relaxtimer.figure.limits import faults
from relaxtimer.figure.skeleton import skeleton

# More of one figure help nobody.
_MOST = 5


def doubts_of_figure(figure: Figure, parts: int) -> Iterator[str]:
    """Yield what is doubtful about a figure of an exercise of so many parts: its frames, and what lies between."""
    told: dict[str, None] = {}
    named = [frame.part for frame in figure.frames]
    named += [mark.part for mark in figure.marks] + [prop.part for prop in figure.props]
    for part in named:
        if part is not None and part > parts:
            there = f"there are only {parts}" if parts else "this has no parts"
            told.setdefault(f"its figure has something for part {part}, and {there}")
    for place, frame in enumerate(figure.frames):
        shots = [(f"frame {place + 1}", Shot(place, place))]
        if place and figure.frames[place - 1].part == frame.part:
            shots.insert(0, (f"between frames {place} and {place + 1}", Shot(place - 1, place, STEPS // 2)))
        for where, shot in shots:
            pose = pose_of(figure, shot)
            for fault in faults(pose, skeleton(pose)):
                told.setdefault(f"its figure, {where}: {fault}")
    yield from tuple(told)[:_MOST]
