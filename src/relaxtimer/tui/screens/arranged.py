"""The layout of a screen whose widgets stand where a function says, by their names."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from relaxtimer.tui.arrangement import Place

_NO_MARGIN = Spacing()


class Arranged(Layout):
    """Asks for the places at a size; who has none is not shown."""

    name = "arranged"

    def __init__(self, places: Callable[[int, int], dict[Place, Region]]) -> None:
        """Ask this."""
        super().__init__()
        self._places = places

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: ARG002, FBT001, FBT002 - Textual's own signature
        """Place the widgets."""
        places = self._places(*size)
        return [
            WidgetPlacement(places[Place(child.id)], NULL_OFFSET, _NO_MARGIN, child)
            for child in children
            if child.id is not None and Place(child.id) in places
        ]
