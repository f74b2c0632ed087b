"""Looking through the library: searching, what fits now, choosing, and what is told of the chosen routine."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.screen import Screen

from relaxtimer.core.duration import MINUTE
from relaxtimer.core.keys import printed
from relaxtimer.core.library_keys import LIBRARY_KEYS, LibraryAction, LibraryKey
from relaxtimer.practice import Plan
from relaxtimer.tui.colours import Look
from relaxtimer.tui.library.desk import Desk, Wish
from relaxtimer.tui.library.filters import Filters
from relaxtimer.tui.library.keys import Keys
from relaxtimer.tui.library.panel import Panel
from relaxtimer.tui.library.preview import Paragraph, preview
from relaxtimer.tui.library.routine_list import RoutineList
from relaxtimer.tui.library.row import Row
from relaxtimer.tui.library.search import Search, plain
from relaxtimer.tui.library.search_line import SearchLine
from relaxtimer.tui.library.welcome import welcome

_SEARCH_LIMIT = 80
# What is done with the routine that is read about, also where it was found by typing.
_WHILE_READING = (LibraryAction.LONGER, LibraryAction.SHORTER, LibraryAction.FAVOURITE)
# The stop rules are there at any moment; nothing that one could look for has this in it.
_ALWAYS = frozenset({"question_mark"})


class Browsing(Screen[None]):
    """The list with its search and filters, and beside it what is told of the chosen routine."""

    def __init__(self, desk: Desk, look: Look) -> None:
        """Offer the routines of a desk."""
        super().__init__()
        self._desk = desk
        self._rows: Sequence[Row] = desk.rows()
        self._filters = Filters()
        self._wishes: dict[str, int] = {}
        self._index: Search | None = None
        self._typing = False
        self._reading = False
        self._previewed: Row | None = None
        self._told_plan: Plan | None = None
        self._welcomes = desk.welcome()
        self._search = SearchLine(look, "search")
        self._list = RoutineList(look, self._rows, "routines")
        self._panel = Panel(look, "preview")
        self._panel.active = False
        self._keys = Keys(look, "keys")
        self._filter_keys = Keys(look, "filters")
        self._table: tuple[LibraryKey, ...] = LIBRARY_KEYS

    def named(self, action: LibraryAction) -> str:
        """Give the key of an action as it is printed."""
        return next(printed(key.keys[0]) for key in self._table if key.action is action)

    def _offer(self) -> None:
        """Show the keys that mean something now."""
        raise NotImplementedError

    def _reload(self) -> None:
        """Take the routines as they are now; the chosen one stays chosen where it is still there."""
        chosen = self._list.chosen
        self._rows, self._index, self._previewed = self._desk.rows(), None, None
        self._find(self._search.typed)
        self._choose(chosen.id if chosen else "")

    def _choose(self, id_: str) -> None:
        place = next((place for place, row in enumerate(self._list.rows) if row.id == id_), None)
        if place is not None:
            self._list.choose(place)
        self.call_after_refresh(self._tell)

    # Searching

    def on_key(self, event: events.Key) -> None:
        """Take what is typed into the search; a key that means something else keeps that while nothing is typed."""
        self._keys.hush()
        character = event.character
        command = event.key in _ALWAYS or any(event.key in key.keys for key in self._table if self._means(key.action))
        if character is None or not character.isprintable() or command:
            return
        event.stop()
        self._type(self._search.typed + character)

    def _means(self, action: LibraryAction) -> bool:
        """Tell whether the key of an action stands for it, and is not typed: as long as nothing is."""
        return not self._typing or (self._reading and action in _WHILE_READING)

    def on_paste(self, event: events.Paste) -> None:
        """Search for what is pasted."""
        event.stop()
        self._type(self._search.typed + " ".join(event.text.split()))

    def _type(self, typed: str) -> None:
        self._typing = True
        self._read(reading=False)
        self._find(typed.lstrip()[:_SEARCH_LIMIT])

    def _find(self, typed: str) -> None:
        if self._index is None:
            self._index = Search(self._rows)
        words = plain(typed).split()
        found = [self._rows[place] for place in self._index.find(typed)] if words else self._rows
        rows = [row for row in found if self._filters.keeps(row)]
        self._search.typed = typed
        self._list.show(rows, words)
        self._show_search()

    def _show_search(self) -> None:
        found, all_ = len(self._list.rows), len(self._rows)
        self._search.show(self._search.typed, f"{found} of {all_}" if found < all_ else f"{all_}", typing=self._typing)
        self._offer()

    def action_search(self) -> None:
        """Begin to type."""
        self._type(self._search.typed)

    def action_erase(self) -> None:
        """Take back the last character."""
        self._type(self._search.typed[:-1])

    def action_erase_word(self) -> None:
        """Take back the last word."""
        self._type(self._search.typed.rstrip().rpartition(" ")[0])

    def action_erase_all(self) -> None:
        """Take back everything typed."""
        self._type("")

    # Choosing

    def action_move(self, by: int) -> None:
        """Move in the list, or in the text where that has the screen to itself."""
        self._panel.scroll_lines(by) if self._reading else self._list.move(by)

    def action_page(self, pages: int) -> None:
        """Move by a page."""
        self._panel.scroll_lines(pages * (self._panel.size.height - 1)) if self._reading else self._list.page(pages)

    def action_first(self) -> None:
        """Move to the beginning."""
        self._panel.show_from(0) if self._reading else self._list.choose(0)

    def action_last(self) -> None:
        """Move to the end."""
        self._panel.show_from(self._panel.lines) if self._reading else self._list.end()

    def action_read(self) -> None:
        """Go into the text about the chosen routine, or back."""
        self._read(reading=not self._reading and self._list.chosen is not None)

    def action_list(self) -> None:
        """Go back to the list."""
        self._read(reading=False)

    def _read(self, *, reading: bool) -> None:
        if reading != self._reading:
            self._reading = reading
            self.set_class(reading, "reading")
            self._panel.active, self._list.active = reading, not reading
            self._list.refresh()
            self._offer()
            self._tell()

    def on_routine_list_chosen(self) -> None:
        """Tell about another routine, once no further key is waiting."""
        self._offer()
        self.call_after_refresh(self._tell)

    def action_fit(self, by: int) -> None:
        """Make the chosen routine a minute longer or shorter, as far as its holds allow."""
        row = self._list.chosen
        if row is None or row.mistake:
            return
        before = self._plan(row)
        if not isinstance(before, Plan):
            self._keys.say(before)
            return
        now = self._wishes.get(row.id, max(round(before.timeline.total / MINUTE), 1))
        plan = self._desk.open(row.id, Wish(now + by))
        if isinstance(plan, Plan):
            self._wishes[row.id] = now + by
            self._previewed, self._told_plan = row, plan
            self._panel.tell(self._about(row, plan))
            self._offer()
        else:
            self._keys.say(plan)

    def action_filter(self, what: str) -> None:
        """Go on to the next choice of what fits now."""
        match what:
            case "minutes":
                self._filters = self._filters.next_minutes()
            case "things":
                self._filters = self._filters.next_things(self._rows)
            case _:
                self._filters = self._filters.next_position(self._rows)
        self._previewed = None
        self._find(self._search.typed)
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        row = self._list.chosen
        if self._welcomes:
            self._previewed, self._welcomes = row, False
            self._panel.tell(welcome(self.named(LibraryAction.NEW)))
            return
        seen = self._reading or self.has_class("wide")
        if not seen or (row is self._previewed and row is not None):
            return
        self._previewed = row
        plan = None if row is None else self._plan(row)
        self._panel.tell(self._nothing() if row is None or plan is None else self._about(row, plan))
        self._told_plan = plan if isinstance(plan, Plan) else None
        self._illustrate(self._told_plan)

    def _about(self, row: Row, plan: Plan | str) -> list[Paragraph]:
        titles = {each.also[0]: each.name for each in self._rows if each.also}
        return preview(row, plan, self.named(LibraryAction.EDIT), titles)

    def _illustrate(self, plan: Plan | None) -> None:
        """Show what is told, where there is room for it."""
        raise NotImplementedError

    def _nothing(self) -> list[Paragraph]:
        if self._rows:
            return [Paragraph("Nothing found."), Paragraph(), Paragraph("esc shows all routines again.")]
        return [Paragraph("There are no routines."), Paragraph(), Paragraph("relaxtimer new NAME writes one.")]

    def _plan(self, row: Row, speed: int = 1) -> Plan | str:
        """Make the plan of a row as it is wished for: with its own minutes, or those that there are now."""
        if row.mistake and not row.file:
            return row.mistake
        return self._desk.open(row.id, self._wish(row, speed))

    def _wish(self, row: Row, speed: int) -> Wish:
        minutes = self._wishes.get(row.id)
        there = self._filters.minutes
        if minutes is None and there is not None and row.total > there * MINUTE:
            minutes = there
        return Wish(minutes, speed)
