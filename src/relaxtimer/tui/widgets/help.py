"""The help: cautions, stop rules and keys, over the session that goes on beneath."""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.strip import Strip

from relaxtimer.core.keys import KEYS
from relaxtimer.core.stop_rules import DISCLAIMER, STOP_RULES
from relaxtimer.tui.cautions import CAUTION
from relaxtimer.tui.colours import Depth, Ink
from relaxtimer.tui.rows import Piece, row, wrapped
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.keybar import key_name
from relaxtimer.tui.widgets.painted import Painted

_FRAME = 2
_KEYS_WIDTH = 10
_MARGIN = 2
_DOT = "·"


class Help(Painted):
    """A panel in a frame, scrolled with up and down."""

    def __init__(self, depth: Depth, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Start at the top."""
        super().__init__(depth, id)
        self._top = 0

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.cautions.routine, view.cautions.step, view.name

    def move(self, by: int) -> None:
        """Scroll by so many lines, within what there is."""
        hidden = len(self._lines(self.size.width)) + _FRAME - self.size.height
        self._top = min(max(self._top + by, 0), max(hidden, 0))
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.move(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self.move(-2)

    def paint(self, y: int) -> Strip:
        """Draw a row of the panel."""
        width, height = self.size
        frame = self.ink(Ink.FAINT)
        if y in {0, height - 1}:
            return self._border(y, frame)
        lines = self._lines(width)
        place = y - 1 + self._top
        inner = lines[place] if place < len(lines) else []
        text = row([("  ", self.paper), *inner], max(width - _FRAME, 0), self.paper)
        return Strip([*row([("│", frame)], 1, frame), *text, *row([("│", frame)], 1, frame)])

    def _border(self, y: int, frame: Style) -> Strip:
        width, height = self.size
        left, right = ("╭", "╮") if y == 0 else ("╰", "╯")
        more = len(self._lines(width)) > height - _FRAME
        title = " Help " if y == 0 else " ↑ ↓ more · esc closes " if more else " esc closes "
        shown = title if len(title) <= width - 4 else ""
        line = "─" * max(width - _FRAME - 1 - len(shown), 0)
        return row([(f"{left}─", frame), (shown, self.ink(Ink.DIM)), (f"{line}{right}", frame)], width, self.paper)

    def _lines(self, width: int) -> list[list[Piece]]:
        """Give the lines of the panel: cautions first, then the rules, then the keys."""
        room = max(width - _FRAME - 2 * _MARGIN, 1)
        title, text = self.ink(Ink.WORK, bold=True), self.ink(Ink.TEXT)
        lines = [*self._cautions(room), [("Stop rules", title)]]
        for rule in STOP_RULES:
            lines += self._listed(rule, room, (_DOT, self.ink(Ink.DIM)))
        lines += [[], *([(line, self.ink(Ink.DIM))] for line in wrapped(DISCLAIMER, room)), [], [("Keys", title)]]
        for key in KEYS:
            names = " ".join(key_name(name) for name in key.keys if name != "equals_sign")
            for place, line in enumerate(wrapped(key.words, room - _KEYS_WIDTH)):
                name = (names if place == 0 else "").ljust(_KEYS_WIDTH)
                lines.append([(name, self.ink(Ink.KEY, bold=True)), (line, text)])
        return lines

    def _cautions(self, room: int) -> list[list[Piece]]:
        """Give what to know of this routine and of this step, each under its heading."""
        lines: list[list[Piece]] = []
        if self.view is not None:
            told = self.view.cautions
            for heading, cautions in (("This routine", told.routine), (self.view.name, told.step)):
                lines += [[(heading, self.ink(Ink.WORK, bold=True))]] if cautions else []
                for caution in cautions:
                    lines += self._listed(caution, room, (CAUTION, self.ink(Ink.KEY, bold=True)))
                lines += [[]] if cautions else []
        return lines

    def _listed(self, words: str, room: int, mark: Piece) -> list[list[Piece]]:
        """Give the lines of an item of a list, with its mark before the first."""
        sign, ink = mark
        return [
            [((sign if place == 0 else "").ljust(2), ink), (line, self.ink(Ink.TEXT))]
            for place, line in enumerate(wrapped(words, room - 2))
        ]
