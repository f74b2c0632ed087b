"""The help: what to take care of, the words of the step, stop rules and keys. It has the screen to itself."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from textual import events
from textual.strip import Strip

from relaxtimer.core.keys import Key
from relaxtimer.tui.asking import Question
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.help_text import DOT, Item, Kind, Section, sections_of
from relaxtimer.tui.rows import Piece, row, wrapped
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted

_KEYS_WIDTH, _MARK_WIDTH = 10, 2
_MARGIN = 2
_BELOW = {Kind.FIRST: Ink.KEY, Kind.ASKED: Ink.TEXT}
# From this size on it has a frame; below, its last row says how to move in it.
_FRAMED_WIDTH, _FRAMED_HEIGHT = 44, 16
_MORE = (" ↑ ↓ more · esc closes ", " ↑ ↓ · esc closes ", " esc ")
_ALL = (" esc closes ", " esc ")
# What it has, in its order: otherwise, and while something is asked.
_TITLES = (" Help: this step, stop rules, keys ", " Help: stop rules, this step, keys ")

_Line = list[Piece]


class Help(Painted):
    """Sections of text, scrolled with the arrows or the wheel."""

    def __init__(self, look: Look, id: str, table: tuple[Key, ...]) -> None:  # noqa: A002 - Textual's own name for it
        """Start at the top; `table` are the keys of the session."""
        super().__init__(look, id)
        self._table = table
        self._top = 0
        self._question: Question | None = None
        self._first = ""
        self._rules_first = False
        self._laid: tuple[object, list[_Line]] | None = None

    def tell(self, first: str, question: Question | None, *, rules_first: bool = False) -> None:
        """Say this first, and then what is asked meanwhile; the stop rules before the step where that is wanted."""
        self._first, self._question, self._rules_first = first, question, rules_first

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.routine, view.cautions, view.name, view.all_words

    def move(self, by: int) -> None:
        """Scroll by so many lines, within what there is."""
        hidden = len(self._lines()) - self._room
        self._top = min(max(self._top + by, 0), max(hidden, 0))
        self.refresh()

    def scroll(self, key: str) -> bool:
        """Scroll with a key: by a line, by what is in view, or to an end; tell whether it did."""
        page = max(self._room - 1, 1)
        ways = {"up": -1, "down": 1, "pageup": -page, "pagedown": page, "home": -self._top, "end": len(self._lines())}
        if key in ways:
            self.move(ways[key])
        return key in ways

    def on_resize(self) -> None:
        """Stay within what there is."""
        self.move(0)

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
        if y == height - 1 or (self._framed and y == 0):
            return self._border(y)
        lines = self._lines()
        place = y - int(self._framed) + self._top
        inner = lines[place] if place < len(lines) else []
        if not self._framed:
            return row(inner, width, self.paper)
        edge = row([("│", self.ink(Ink.FAINT))], 1, self.paper)
        return Strip([*edge, *row([(" " * _MARGIN, self.paper), *inner], width - 2, self.paper), *edge])

    @property
    def _framed(self) -> bool:
        return self.size.width >= _FRAMED_WIDTH and self.size.height >= _FRAMED_HEIGHT

    @property
    def _room(self) -> int:
        """How many lines are in view."""
        return self.size.height - (2 if self._framed else 1)

    def _border(self, y: int) -> Strip:
        width, frame = self.size.width, self.ink(Ink.FAINT)
        words: tuple[str, ...] = _MORE if len(self._lines()) > self._room else _ALL
        words = (_TITLES[self._rules_first or self._question is not None],) if y == 0 else words
        shown = next((each for each in words if len(each) <= width - 2 * self._framed), "")
        if not self._framed:
            return row([(shown.lstrip(), self.ink(Ink.DIM))], width, self.paper)
        left, right = ("╭", "╮") if y == 0 else ("╰", "╯")
        line = "─" * (width - 3 - len(shown))
        return row([(f"{left}─", frame), (shown, self.ink(Ink.DIM)), (f"{line}{right}", frame)], width, self.paper)

    # What it says

    def _lines(self) -> list[_Line]:
        """Give the lines, laid out anew where something has changed."""
        room = max(self.size.width - (2 + 2 * _MARGIN if self._framed else 0), 1)
        wanted = (room, self._first, self._question, self.view and self.looks(self.view))
        if self._laid is None or self._laid[0] != wanted:
            sections = sections_of(self.view, self._first, self._question, self._table, rules_first=self._rules_first)
            self._laid = (wanted, [line for each in sections for line in (*self._laid_out(each, room), [])][:-1])
        return self._laid[1]

    def _laid_out(self, section: Section, room: int) -> Iterator[_Line]:
        if section.heading:
            yield from self._plain(section.heading, room, self.ink(Ink.WORK, bold=True))
        wide = _KEYS_WIDTH if section.kind is Kind.KEYS else _MARK_WIDTH
        for item in section.items:
            yield from self._listed(item, room, wide)
        if section.items and section.below:
            yield []
        for sentence in section.below:
            yield from self._plain(sentence, room, self.ink(_BELOW.get(section.kind, Ink.DIM)))

    def _plain(self, sentence: str, room: int, ink: Style) -> list[_Line]:
        return [[(line, ink)] for line in wrapped(sentence, room)]

    def _listed(self, item: Item, room: int, wide: int) -> list[_Line]:
        """Give the lines of an item of a list, with its mark before the first."""
        ink = self.ink(Ink.DIM) if item.mark == DOT else self.ink(Ink.KEY, bold=True)
        return [
            [((item.mark if place == 0 else "").ljust(wide), ink), (line, self.ink(Ink.TEXT))]
            for place, line in enumerate(wrapped(item.words, room - wide))
        ]
