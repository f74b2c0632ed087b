"""Figures -> strips: moments of a film in the cells of a widget, drawn ahead in slices and kept in bounded room."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from relaxtimer.figure.cells import Encoding, Line, lines
from relaxtimer.figure.drawing import drawing
from relaxtimer.figure.figure import Figure
from relaxtimer.figure.film import Shot
from relaxtimer.figure.palette import DARK, LIGHT, Colour
from relaxtimer.figure.raster import Picture
from relaxtimer.figure.reel import Reel, Work
from relaxtimer.tui.colours import Ink, Look, of_rgb, rgb, style

# Room for so many runs of a colour, at most a few hundred bytes each: about 20 MB.
_ROOM = 60_000
# Rows that look alike are one strip, so that it is known without a look which of them changed.
_ROWS = 4_096

Rows = tuple[Strip, ...]


class Take(Struct, frozen=True):
    """A moment as it is to be seen: of which figure, by its number in the projector."""

    figure: int
    shot: Shot
    width: int
    height: int
    mirrored: bool


def encoding_of(figures: str | None, look: Look) -> Encoding | None:
    """Give how figures are drawn where so many colours are: as is wished, or as is best; `None` for not at all."""
    if figures == "off":
        return None
    return Encoding(figures) if figures in set(Encoding) else Encoding.best(look.depth)


class Projector:
    """Draws figures in the colours there are."""

    def __init__(self, look: Look, encoding: Encoding) -> None:
        """Have nothing drawn yet."""
        self._look = look
        self._palette = replace(DARK if look.theme.dark else LIGHT, paper=rgb(look, Ink.PAPER))
        self._encoding = encoding
        self._figures: list[Figure] = []
        self._strips: dict[Line, Strip] = {}
        self._before: tuple[object, Picture] | None = None
        self._reel: Reel[Take, Rows] = Reel(_ROOM, lambda rows: sum(len(strip._segments) for strip in rows), self._make)  # noqa: SLF001 - its own iterator copies them

    def take(self, figure: Figure, shot: Shot, size: Size, *, mirrored: bool) -> Take:
        """Give a moment of a figure, by which it is wished for and found."""
        number = next((place for place, known in enumerate(self._figures) if known is figure), None)
        if number is None:
            number = len(self._figures)
            self._figures.append(figure)
        return Take(number, shot, size.width, size.height, mirrored)

    def find(self, take: Take) -> Rows | None:
        """Give the rows of a moment that was drawn. A row that looks as before is the very same strip."""
        return self._reel.find(take)

    def wish(self, takes: Iterable[Take]) -> None:
        """Have moments drawn, in this order."""
        self._reel.wish(takes)

    def work(self) -> bool:
        """Draw for a millisecond or two; tell whether there is more to draw."""
        return self._reel.work()

    def _make(self, take: Take) -> Work[Rows]:
        across, down, tall = self._encoding.pixels
        size = (take.width * across, take.height * down)
        film = (take.figure, take.width, take.height, take.mirrored)
        steady = not self._encoding.is_mixed(self._look.depth)
        before = self._before[1] if steady and self._before is not None and self._before[0] == film else None
        figure = self._figures[take.figure]
        picture = yield from drawing(
            figure, take.shot, size, tall, self._palette, mirrored=take.mirrored, before=before
        )
        if steady:
            self._before = film, picture
        rows = []
        for line in lines(picture, self._encoding, self._look.depth):
            rows.append(self._strip(line))
            yield
        return tuple(rows)

    def _strip(self, line: Line) -> Strip:
        found = self._strips.get(line)
        if found is None:
            if len(self._strips) >= _ROWS:
                self._strips.clear()
            runs = ((colours, list(run)) for colours, run in groupby(line, key=lambda cell: cell[1:]))
            segments = [
                Segment("".join(character for character, _, _ in run), _style(self._look, *colours))
                for colours, run in runs
            ]
            found = self._strips[line] = Strip(segments, len(line))
        return found


@lru_cache(8_192)
def _style(look: Look, ink: Colour | None, paper: Colour | None) -> Style:
    if ink is None and paper is None:
        return style(look, Ink.TEXT)
    if isinstance(ink, tuple) and isinstance(paper, tuple):
        return of_rgb(ink, paper)
    return style(look, Ink.TEXT) + Style(color=_colour(ink), bgcolor=_colour(paper))


def _colour(colour: Colour | None) -> Color | None:
    if colour is None:
        return None
    return Color.from_rgb(*colour) if isinstance(colour, tuple) else Color.from_ansi(colour)
