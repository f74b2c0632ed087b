"""The library: routines to search, look at and start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from relaxtimer.practice import Plan
from relaxtimer.tui.colours import Look
from relaxtimer.tui.library.keys import Key, Keys
from relaxtimer.tui.library.panel import Panel
from relaxtimer.tui.library.preview import Paragraph, preview
from relaxtimer.tui.library.routine_list import RoutineList
from relaxtimer.tui.library.row import OpenPlan, Row
from relaxtimer.tui.library.search import Search, plain
from relaxtimer.tui.library.search_line import SearchLine

# From here on the preview stands beside the list.
_WIDE = 76
_LOW = 16
_CANNOT = "It has mistakes, and cannot be started."
_SEARCH_LIMIT = 80


class LibraryScreen(Screen[None]):
    """The routines, with what is typed to find them and what is told of the chosen one.

    No widget takes the focus: whatever is typed goes into the search, and the arrows move in the list.
    """

    class Start(Message):
        """A routine is to be done."""

        def __init__(self, plan: Plan) -> None:
            """Say how."""
            super().__init__()
            self.plan = plan

    class Leave(Message):
        """The person is done here."""

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS: ClassVar[str] = """
    LibraryScreen { layout: vertical; }
    LibraryScreen #search { height: 1; margin: 1 0 1 0; }
    LibraryScreen.low #search { margin: 0; }
    LibraryScreen #middle { height: 1fr; }
    LibraryScreen #routines { width: 1fr; height: 1fr; }
    LibraryScreen #preview { width: 1fr; height: 1fr; display: none; }
    LibraryScreen.reading #routines { display: none; }
    LibraryScreen.reading #preview { display: block; }
    LibraryScreen.wide #routines { display: block; width: 47%; max-width: 64; min-width: 36; }
    LibraryScreen.wide #preview { display: block; }
    LibraryScreen #keys { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="library.up"),
        Binding("down", "move(1)", show=False, id="library.down"),
        Binding("pageup", "page(-1)", show=False, id="library.page-up"),
        Binding("pagedown", "page(1)", show=False, id="library.page-down"),
        Binding("home", "first", show=False, id="library.first"),
        Binding("end", "last", show=False, id="library.last"),
        Binding("enter", "start", show=False, id="library.start"),
        Binding("tab,right", "read", show=False, id="library.read"),
        Binding("shift+tab,left", "list", show=False, id="library.list"),
        Binding("escape", "back", show=False, id="library.back"),
        Binding("slash", "search", show=False, id="library.search"),
        Binding("backspace", "erase", show=False, id="library.erase"),
        Binding("ctrl+w,ctrl+backspace", "erase_word", show=False, id="library.erase-word"),
        Binding("ctrl+u", "erase_all", show=False, id="library.erase-all"),
        Binding("q", "leave", show=False, id="library.leave"),
        Binding("question_mark", "help", show=False, id="library.help"),
    ]

    def __init__(self, rows: Sequence[Row], open_plan: OpenPlan, look: Look) -> None:
        """Offer these routines; `open_plan` gives what it takes to start one by its id, or says why it cannot be."""
        super().__init__()
        self._rows = rows
        self._open_plan = open_plan
        self._index: Search | None = None
        self._typing = False
        self._reading = False
        self._previewed: Row | None = None
        self._search = SearchLine(look, "search")
        self._list = RoutineList(look, rows, "routines")
        self._panel = Panel(look, "preview")
        self._panel.active = False
        self._keys = Keys(look, "keys")

    def compose(self) -> ComposeResult:
        """Put the parts together."""
        yield self._search
        with Horizontal(id="middle"):
            yield self._list
            yield self._panel
        yield self._keys

    def on_mount(self) -> None:
        """Show what there is; what is told of the first routine can wait until the list is seen."""
        self._make_room(self.app.size)
        self._show_search()
        self.call_after_refresh(self._tell)

    def on_resize(self, event: events.Resize) -> None:
        """Put the preview beside the list where there is room for both."""
        self._make_room(event.size)
        self._offer()
        self.call_after_refresh(self._tell)

    def _make_room(self, size: Size) -> None:
        wide = size.width >= _WIDE
        self.set_class(wide, "wide")
        self.set_class(size.height < _LOW, "low")
        self._list.edge = "│" if wide else " "

    def on_screen_resume(self) -> None:
        """Come back from a session: the file may have changed meanwhile."""
        self._previewed = None
        self.call_after_refresh(self._tell)

    # Searching

    def on_key(self, event: events.Key) -> None:
        """Take what is typed into the search; a key that means something else keeps that while nothing is typed."""
        character = event.character
        command = event.key in _ALWAYS or (not self._typing and event.key in _COMMANDS)
        if character is None or not character.isprintable() or command:
            return
        event.stop()
        self._type(self._search.typed + character)

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
        rows = [self._rows[place] for place in self._index.find(typed)] if words else self._rows
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

    def _tell(self) -> None:
        row = self._list.chosen
        if not self._panel.display or (row is self._previewed and row is not None):
            return
        self._previewed = row
        self._panel.tell(self._nothing() if row is None else preview(row, row.mistake or self._open_plan(row.id)))

    def _nothing(self) -> list[Paragraph]:
        if self._rows:
            return [Paragraph("Nothing found."), Paragraph(), Paragraph("esc shows all routines again.")]
        return [Paragraph("There are no routines."), Paragraph(), Paragraph("relaxtimer new NAME writes one.")]

    # Starting and leaving

    def on_routine_list_started(self) -> None:
        """Start what was clicked."""
        self.action_start()

    def action_start(self) -> None:
        """Start the chosen routine."""
        row = self._list.chosen
        if row is None:
            return
        plan = row.mistake or self._open_plan(row.id)
        if isinstance(plan, Plan):
            self._offer()
            self.post_message(self.Start(plan))
            return
        self._keys.say(_CANNOT if row.mistake else plan)

    def action_back(self) -> None:
        """Go back by one: from the text, from the search, out."""
        if self._reading:
            self._read(reading=False)
        elif self._typing:
            self._typing = False
            self._find("")
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave the library."""
        self.post_message(self.Leave())

    def action_help(self) -> None:
        """Show the stop rules and the keys."""
        from relaxtimer.tui.library.help import HelpScreen  # noqa: PLC0415 - the list is seen before this is loaded

        self.app.push_screen(HelpScreen(self._list.look, low=self.has_class("low")))

    def _offer(self) -> None:
        """Show the keys that mean something now."""
        keys = [Key("back", "esc", "List")] if self._reading else []
        if self._list.chosen is not None:
            keys.append(Key("start", "enter", "Start"))
        if not self._reading:
            keys += [Key("back", "esc", "Clear")] if self._typing else []
            keys.append(Key("read", "tab", "Read" if self.has_class("wide") else "About"))
        keys.append(Key("help", "?", "Help"))
        if not self._typing:
            keys += [Key("search", "/", "Search"), Key("leave", "q", "Leave")]
        self._keys.offer(tuple(keys))


_COMMANDS = frozenset({"q", "slash"})
# The stop rules are there at any moment; nothing that one could look for has this in it.
_ALWAYS = frozenset({"question_mark"})
