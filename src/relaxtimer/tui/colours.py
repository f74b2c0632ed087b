"""The colours of the screen, and what becomes of them where a terminal has fewer, or none.

Nothing is told by colour alone: where there is none, ink and paper are the terminal's own, and shapes and words remain.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from rich.color import Color
from rich.style import Style

from relaxtimer.tui.themes import CALM, RGB, TERMINAL, THEMES, Ink, Theme

__all__ = ["LEVELS", "RGB", "Depth", "Ink", "Look", "look_of", "mixed", "of_rgb", "rgb", "shade", "style"]

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


class Look:
    """How many colours there are, and which: one of its kind, so that what is drawn with it can be kept by it."""

    __slots__ = ("depth", "own_paper", "smooth", "theme")

    def __init__(self, depth: Depth, theme: Theme) -> None:
        """Draw in the colours of a theme, as far as there are so many."""
        self.depth = depth
        self.theme = theme
        self.own_paper = depth.own_paper
        self.smooth = depth.smooth


@lru_cache(64)
def look_of(depth: Depth, theme: str = CALM.name) -> Look:
    """Give the look of a theme by its name; "terminal" keeps to the sixteen colours that are the terminal's own."""
    if theme == TERMINAL:
        return Look(min(depth, Depth.BASIC), CALM)
    return Look(depth, THEMES[theme])


def can_change(look: Look, theme: str) -> bool:
    """Tell whether a look can become that of a theme at once: between those with a paper of their own."""
    return look.own_paper and look_of(look.depth, theme).own_paper


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


def rgb(look: Look, ink: Ink) -> RGB:
    """Give a colour as it is where there are enough of them."""
    return look.theme.inks[ink]


@lru_cache(1024)
def style(look: Look, ink: Ink, *, bold: bool = False, reverse: bool = False, italic: bool = False) -> Style:
    """Give the style for writing in an ink on paper."""
    if look.own_paper:
        pen, paper = (Ink.PAPER, ink) if reverse else (ink, Ink.PAPER)
        return of_rgb(rgb(look, pen), rgb(look, paper)) + Style(bold=bold, italic=italic)
    color = _BASIC[ink] if look.depth is Depth.BASIC else None
    faded = ink in _FADED and color is None
    return Style(color=color, bold=bold, italic=italic, reverse=reverse, dim=faded)


@lru_cache(4096)
def shade(look: Look, ink: Ink, level: int) -> RGB:
    """Give an ink at a level from 0, paper, to `LEVELS`, ink."""
    return mixed(rgb(look, Ink.PAPER), rgb(look, ink), level / LEVELS)
