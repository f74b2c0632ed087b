"""Figures as the person wishes to see them sit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from relaxtimer.core.routine import Step
from relaxtimer.settings.settings import WHEELCHAIR

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure


def seated(find: Callable[[Step], Figure | None], seat: str) -> Callable[[Step], Figure | None]:
    """Give what finds the figure of a step, with those that sit in the seat of the settings.

    A figure is made over once: whoever draws it tells figures apart by identity.
    """
    if seat != WHEELCHAIR:
        return find
    made: dict[int, tuple[Figure, Figure]] = {}

    def found(step: Step) -> Figure | None:
        from relaxtimer.figure.seats import in_wheelchair

        figure = find(step)
        if figure is None:
            return None
        if id(figure) not in made:
            made[id(figure)] = figure, in_wheelchair(figure)
        return made[id(figure)][1]

    return found
