"""Figures as the person wishes to see them sit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from relaxtimer.core.routine import Step
from relaxtimer.settings.settings import WHEELCHAIR

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure


def seated(find: Callable[[Step], Figure | None], seat: str) -> Callable[[Step], Figure | None]:
    """Give what finds the figure of a step, with those that sit in the seat of the settings."""
    if seat != WHEELCHAIR:
        return find

    def found(step: Step) -> Figure | None:
        from relaxtimer.figure.seats import in_wheelchair

        figure = find(step)
        return None if figure is None else in_wheelchair(figure)

    return found
