"""The routines to choose from: one or two lines each, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip

from relaxtimer.core.duration import clock
from relaxtimer.library.groups import OWN
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.library.row import Row
from relaxtimer.tui.library.scroll import Scroll
from relaxtimer.tui.library.text import Line, Span, marked, spread, strip

# With less room than this, each routine has one line.
_ROOMY = 12
_ROOM_FOR_ORIGIN = 30
_DOT = " · "
_YOURS = "yours"
# The part of a row that is the heading of its group.
_HEADING = -1


class RoutineList(Scroll):
    """A list of rows, one of which is chosen."""

    class Chosen(Message):
        """Another row is chosen; `None` where there are none."""

        def __init__(self, row: Row | None) -> None:
            """Say which."""
            super().__init__()
            self.row = row

    class Started(Message):
        """A row is to be started."""

        def __init__(self, row: Row) -> None:
            """Say which."""
            super().__init__()
            self.row = row

    def __init__(self, look: Look, rows: Sequence[Row], id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Show these rows, the first of them chosen."""
        super().__init__(look, id)
        self._rows = rows
        self._words: tuple[str, ...] = ()
        self._at = _first_to_start(rows)
        self._roomy = False
        self._lines: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._lay()

    @property
    def each(self) -> int:
        """How many lines a row has."""
        return 2 if self._roomy else 1

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def _lay(self) -> None:
        """Give each row its lines, and above the first of a group a heading; not where something is searched for."""
        self._lines, self._starts = [], []
        group = ""
        for place, row in enumerate(self._rows):
            if row.group != group and not self._words:
                group = row.group
                self._lines += [(place, _HEADING)]
            self._starts.append(len(self._lines))
            self._lines += [(place, part) for part in range(self.each)]

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that are shown."""
        return self._rows

    @property
    def chosen(self) -> Row | None:
        """The chosen row."""
        return self._rows[self._at] if self._rows else None

    def show(self, rows: Sequence[Row], words: Iterable[str] = ()) -> None:
        """Show other rows, in which these words were searched for.

        The first that can be started is chosen; without words, the one that was.
        """
        before = self.chosen
        self._rows = rows
        self._words = tuple(words)
        same = (place for place, row in enumerate(rows) if row is before and not self._words)
        self._at = next(same, _first_to_start(rows))
        self.first = 0
        self._lay()
        self._announce()

    def choose(self, place: int) -> None:
        """Choose the row at a place, or the nearest there is."""
        place = min(max(place, 0), len(self._rows) - 1)
        if self._rows and place != self._at:
            self._at = place
            self._announce()

    def move(self, by: int) -> None:
        """Choose a row further down."""
        self.choose(self._at + by)

    def page(self, pages: int) -> None:
        """Choose a row so many pages further down."""
        self.move(pages * max(self.size.height // self.each - 1, 1))

    def end(self) -> None:
        """Choose the last row."""
        self.choose(len(self._rows) - 1)

    def _announce(self) -> None:
        self._bring()
        self.post_message(self.Chosen(self.chosen))

    def _bring(self) -> None:
        """Bring the chosen row into view, the first one with its heading."""
        start = self._starts[self._at] if self._starts else 0
        top = 0 if self._at == 0 else start
        self.bring(top, start - top + self.each)

    def on_resize(self) -> None:
        """Give each row the lines there is room for, and keep the chosen one in view."""
        self._roomy = self.size.height >= _ROOMY
        self._lay()
        self._bring()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Choose what is pointed at, so that it is told about before it is clicked."""
        place = self._place(event)
        if place is not None and not event.button:
            self.choose(place)

    def on_click(self, event: events.Click) -> None:
        """Start what is clicked."""
        place = self._place(event)
        if place is not None:
            event.stop()
            self.choose(place)
            self.post_message(self.Started(self._rows[place]))

    def _place(self, event: events.MouseEvent) -> int | None:
        line = self.first + event.y
        if line >= len(self._lines) or self.on_bar(event):
            return None
        place, part = self._lines[line]
        return None if part == _HEADING else place

    def paint(self, line: int, width: int) -> Strip:
        """Draw a line of a row."""
        place, part = self._lines[line]
        row = self._rows[place]
        if part == _HEADING:
            return strip((Span(f" {row.group}", Ink.WORK, bold=True),), width, self.look)
        chosen = place == self._at
        room = width - 2
        content = self._below(row, room) if part else self._above(row, room, chosen=chosen)
        start = Span(self._mark if chosen else " ", Ink.WORK)
        return strip((start, *content, Span(" ")), width, self.look, chosen=chosen and self.active)

    @property
    def _mark(self) -> str:
        """What stands before the chosen row; where that is shown reversed, a letter, and no half block."""
        return "▌" if self.look.own_paper else ">"

    def _above(self, row: Row, width: int, *, chosen: bool) -> Line:
        if row.mistake:
            name = Span(f"! {row.name}", Ink.SWITCH, bold=chosen)
            return spread(marked(name, self._words), Span("mistake", Ink.SWITCH), width)
        name = Span(f"* {row.name}" if row.favourite else row.name, Ink.TEXT, bold=chosen)
        yours = row.origin == _YOURS and self._elsewhere(row) and self.each == 1 and width > _ROOM_FOR_ORIGIN
        length = clock(row.total)
        apart = (Span(f"  {row.alias}", Ink.DIM),) if row.alias and self.each == 1 else ()
        end = Span(f"{_YOURS}  {length}" if yours else length, Ink.DIM)
        return spread((*marked(name, self._words), *apart), end, width)

    def _elsewhere(self, row: Row) -> bool:
        """Tell whether a row stands where its group does not say whose it is."""
        return bool(self._words) or row.group != OWN

    def _below(self, row: Row, width: int) -> Line:
        yours = _YOURS if row.origin == _YOURS and self._elsewhere(row) else ""
        origin = Span(row.done or yours, Ink.DIM if row.done else Ink.WORK)
        if row.mistake:
            return spread((Span(row.mistake, Ink.DIM),), origin, width)
        facts = _DOT.join(each for each in (row.alias, ", ".join(row.equipment), ", ".join(row.positions)) if each)
        return spread(marked(Span(facts, Ink.DIM), self._words), origin, width)


def _first_to_start(rows: Sequence[Row]) -> int:
    return next((place for place, row in enumerate(rows) if not row.mistake), 0)
