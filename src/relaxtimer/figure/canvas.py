"""What figures are drawn on: pixels, or a space for shapes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from relaxtimer.figure.cuts import Outline
from relaxtimer.figure.raster import Painted


class Canvas(Protocol):
    """What is drawn on."""

    @property
    def space(self) -> tuple[float, float]:
        """How wide and how high it is, in units as high as wide."""
        ...

    @property
    def tall(self) -> float | None:
        """How many times as high as wide its pixels are; `None` where it has none."""
        ...

    def paint(self, painted: Painted) -> None:
        """Paint something over what is there."""
        ...

    def clear_around(self, outlines: Iterable[Outline], owner: int, gap: float) -> None:
        """Leave a gap around something."""
        ...

    def glow(self, x: float, y: float, radius: float, strength: float) -> None:
        """Let a place glow."""
        ...
