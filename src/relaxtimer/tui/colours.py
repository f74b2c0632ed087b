"""The colours of the screen, and what becomes of them where a terminal has fewer, or none.

Nothing is told by colour alone: where there is none, ink and paper are the terminal's own, and shapes and words remain.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from functools import lru_cache

from rich.color import Color
from rich.style import Style

RGB = tuple[int, int, int]

# Steps from paper to ink, for soft edges.
LEVELS = 16


class Depth(IntEnum):
    """How many colours a terminal has."""

    NONE = 0
    BASIC = 16
    INDEXED = 256
    TRUE = 16_777_216

    @classmethod
    def named(cls, system: str | None, *, no_color: bool) -> Depth:
        """Give the depth of what Rich calls a colour system."""
        if no_color or system is None:
            return cls.NONE
        return {"truecolor": cls.TRUE, "256": cls.INDEXED}.get(system, cls.BASIC)

    @property
    def own_paper(self) -> bool:
        """Whether the program brings its own background; else the terminal's is kept."""
        return self >= Depth.INDEXED

    @property
    def smooth(self) -> bool:
        """Whether edges can be softened by mixing colours."""
        return self is Depth.TRUE


class Ink(StrEnum):
    """What a colour is for."""

    PAPER = "paper"
    TEXT = "text"
    DIM = "dim"
    FAINT = "faint"
    PREPARE = "prepare"
    WORK = "work"
    SWITCH = "switch"
    REST = "rest"
    SIDE = "side"
    KEY = "key"
    FLASH = "flash"
    TRACK = "track"


_RGB: dict[Ink, RGB] = {
    Ink.PAPER: (17, 21, 29),
    Ink.TEXT: (229, 231, 234),
    Ink.DIM: (143, 154, 170),
    Ink.FAINT: (66, 76, 92),
    Ink.PREPARE: (137, 168, 222),
    Ink.WORK: (96, 196, 184),
    Ink.SWITCH: (233, 180, 104),
    Ink.REST: (176, 164, 222),
    Ink.SIDE: (233, 180, 104),
    Ink.KEY: (233, 180, 104),
    Ink.FLASH: (46, 60, 82),
    Ink.TRACK: (36, 45, 58),
}

# Of the sixteen colours that every person chooses for their own terminal; `None` is its own ink.
_BASIC: dict[Ink, str | None] = {
    Ink.PAPER: None,
    Ink.TEXT: None,
    Ink.DIM: None,
    Ink.FAINT: "bright_black",
    Ink.PREPARE: "blue",
    Ink.WORK: "cyan",
    Ink.SWITCH: "yellow",
    Ink.REST: "magenta",
    Ink.SIDE: "yellow",
    Ink.KEY: "yellow",
    Ink.FLASH: None,
    Ink.TRACK: "bright_black",
}

_FADED = frozenset({Ink.DIM, Ink.FAINT, Ink.TRACK})


def mixed(below: RGB, above: RGB, share: float) -> RGB:
    """Mix two colours; `share` is how much of the one above, 0 to 1."""
    red, green, blue = (round(low + (high - low) * share) for low, high in zip(below, above, strict=True))
    return red, green, blue


@lru_cache(8192)
def of_rgb(ink: RGB, paper: RGB) -> Style:
    """Make a style of two colours."""
    return Style(color=Color.from_rgb(*ink), bgcolor=Color.from_rgb(*paper))


def rgb(ink: Ink) -> RGB:
    """Give a colour as it is where there are enough of them."""
    return _RGB[ink]


@lru_cache(1024)
def style(depth: Depth, ink: Ink, *, bold: bool = False, reverse: bool = False, italic: bool = False) -> Style:
    """Give the style for writing in an ink on paper."""
    if depth.own_paper:
        pen, paper = (Ink.PAPER, ink) if reverse else (ink, Ink.PAPER)
        return of_rgb(_RGB[pen], _RGB[paper]) + Style(bold=bold, italic=italic)
    color = _BASIC[ink] if depth is Depth.BASIC else None
    faded = ink in _FADED and color is None
    return Style(color=color, bold=bold, italic=italic, reverse=reverse, dim=faded)


@lru_cache(4096)
def shade(ink: Ink, level: int) -> RGB:
    """Give an ink at a level from 0, paper, to `LEVELS`, ink."""
    return mixed(_RGB[Ink.PAPER], _RGB[ink], level / LEVELS)
