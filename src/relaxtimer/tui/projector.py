"""Figures -> strips: moments of a film in the cells of a widget, drawn when they are first needed and then kept."""

from __future__ import annotations

from collections import OrderedDict
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from relaxtimer.core.session import Session
from relaxtimer.figure.cells import Encoding, encoded
from relaxtimer.figure.drawing import picture
from relaxtimer.figure.figure import Figure
from relaxtimer.figure.film import Shot
from relaxtimer.figure.kinds import film_of
from relaxtimer.figure.mixing import Cell
from relaxtimer.figure.palette import DARK
from relaxtimer.tui.colours import Depth, Ink, of_rgb, style
from relaxtimer.tui.showing import is_mirrored, shot_of

# So many moments are kept, of some 50 rows of strips each at most: about 20 MB.
_KEPT = 256

Key = tuple[int, Shot, Size, bool]


def encoding_of(figures: str | None, depth: Depth) -> Encoding | None:
    """Give how figures are drawn where so many colours are: as is wished, or as is best; `None` for not at all."""
    if figures == "off":
        return None
    if figures in set(Encoding):
        return Encoding(figures)
    return Encoding.QUADRANTS if depth.smooth else Encoding.BRAILLE


class Projector:
    """Draws figures in the colours there are."""

    def __init__(self, depth: Depth, encoding: Encoding) -> None:
        """Have nothing drawn yet."""
        self._depth = depth
        self._encoding = encoding
        self._kept: OrderedDict[Key, tuple[Strip, ...]] = OrderedDict()
        self._rows: dict[tuple[Cell, ...], Strip] = {}

    def strips(self, figure: Figure, session: Session, size: Size) -> tuple[Strip, ...]:
        """Give the rows of a figure at a moment of a session. A row that looks as before is the very same strip."""
        segment = session.moment.segment
        shot = shot_of(session, film_of(figure, segment.step.kind))
        return self.moment(figure, shot, size, mirrored=is_mirrored(segment))

    def moment(self, figure: Figure, shot: Shot, size: Size, *, mirrored: bool) -> tuple[Strip, ...]:
        """Give the rows of one moment."""
        key = (id(figure), shot, size, mirrored)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._drawn(figure, shot, size, mirrored=mirrored)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

    def _drawn(self, figure: Figure, shot: Shot, size: Size, *, mirrored: bool) -> tuple[Strip, ...]:
        across, down, tall = self._encoding.pixels
        pixels = (size.width * across, size.height * down)
        drawn = picture(figure, shot, pixels, tall, DARK, mirrored=mirrored)
        return tuple(self._strip(cells) for cells in encoded(drawn, self._encoding))

    def _strip(self, cells: tuple[Cell, ...]) -> Strip:
        """Give a row; like rows of different moments are one strip."""
        found = self._rows.get(cells)
        if found is None:
            if len(self._rows) > _KEPT * 16:
                self._rows.clear()
            segments = [
                Segment("".join(cell[0] for cell in run), self._style(*colours))
                for colours, run in ((colours, list(run)) for colours, run in groupby(cells, key=lambda cell: cell[1:]))
            ]
            found = self._rows[cells] = Strip(segments, len(cells))
        return found

    def _style(self, ink: tuple[int, int, int] | None, paper: tuple[int, int, int] | None) -> Style:
        if ink is None or paper is None:
            return style(self._depth, Ink.TEXT)
        return of_rgb(ink, paper)
