"""A widget that draws its own rows, in the colours the terminal has, and takes part in a flash."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from relaxtimer.tui.colours import Ink, Look, of_rgb, rgb, style
from relaxtimer.tui.view import View


class Painted(Widget):
    """Draws `paint(row)` for every row of its own, and nothing else."""

    can_focus = False
    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = ""

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Draw in so many colours."""
        super().__init__(id=id)
        self.look = look
        self.view: View | None = None
        self.flashing = False
        self.centred = False

    def wear(self, look: Look) -> None:
        """Draw in other colours."""
        self.look = look
        self.refresh()

    def show(self, view: View) -> None:
        """Draw this from now on, if that looks different here."""
        before, self.view = self.view, view
        if before is None or self.looks(before) != self.looks(view):
            self.refresh()

    def refresh_changed(self, before: tuple[Strip, ...], after: tuple[Strip, ...]) -> None:
        """Have those rows drawn that are not the very same strips as before; all, where there are more or fewer."""
        if len(before) != len(after):
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new]
        if changed:
            width = self.size.width
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view

    def stand(self, *, centred: bool) -> None:
        """Draw in the middle, or at the left."""
        if centred is not self.centred:
            self.centred = centred
            self.refresh()

    def flash(self, *, on: bool) -> None:
        """Brighten the paper, or end that."""
        self.flashing = on
        self.refresh()

    def ink(self, ink: Ink, *, bold: bool = False, reverse: bool = False, italic: bool = False) -> Style:
        """Give the style of an ink."""
        return style(self.look, ink, bold=bold, reverse=reverse, italic=italic)

    @property
    def paper(self) -> Style:
        """The style of where nothing is."""
        return self.ink(Ink.TEXT)

    def blank(self) -> Strip:
        """Draw an empty row."""
        return Strip([Segment(" " * self.size.width, self.paper)], self.size.width)

    def paint(self, y: int) -> Strip:
        """Draw a row; every segment has a style."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw a row, as Textual asks for it."""
        width = self.size.width
        if not width:
            return Strip([], 0)
        strip = self.paint(y).adjust_cell_length(width, self.paper)
        return strip if not self.flashing else _brighter(strip, self.look)


def _brighter(strip: Strip, look: Look) -> Strip:
    over = (
        Style(bgcolor=of_rgb(rgb(look, Ink.FLASH), rgb(look, Ink.FLASH)).bgcolor)
        if look.own_paper
        else Style(reverse=True)
    )
    return Strip(Segment.apply_style(strip, post_style=over), strip.cell_length)
