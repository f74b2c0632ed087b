"""The library: routines to search, look at and start."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.message import Message

from relaxtimer.core.keys import KEYS, printed
from relaxtimer.core.library_keys import LIBRARY_KEYS, LibraryAction
from relaxtimer.practice import Plan
from relaxtimer.tui.colours import Look
from relaxtimer.tui.library.actions import DOES, FURTHER, WITH_ONE, binding
from relaxtimer.tui.library.desk import Desk
from relaxtimer.tui.library.following import Following
from relaxtimer.tui.library.keys import Key
from relaxtimer.tui.library.own_files import BUNDLED, CANNOT, OwnFiles
from relaxtimer.tui.library.row import Row
from relaxtimer.visit import Visit

if TYPE_CHECKING:
    from relaxtimer.tui.library.illustration import Illustration

# From here on the preview stands beside the list.
_WIDE = 76
_LOW = 16
# From here on there is room for a figure below the preview.
_LARGE = (96, 28)
# From here on for one of its full height.
_TALL = 34
# How many times as fast a rehearsal is.
_FAST = 8


class LibraryScreen(OwnFiles):
    """The routines, with what is typed to find them and what is told of the chosen one.

    No widget takes the focus: whatever is typed goes into the search, and the arrows move in the list.
    """

    class Start(Message):
        """A routine is to be done."""

        def __init__(self, visit: Visit) -> None:
            """Say which."""
            super().__init__()
            self.visit = visit

    class Leave(Message):
        """The person is done here."""

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS: ClassVar[str] = """
    LibraryScreen { layout: vertical; }
    LibraryScreen #search { height: 1; margin: 1 0 0 0; }
    LibraryScreen #filters { height: 1; margin: 0 0 1 0; }
    LibraryScreen.low #search { margin: 0; }
    LibraryScreen.low #filters { margin: 0; }
    LibraryScreen #middle { height: 1fr; }
    LibraryScreen #routines { width: 1fr; height: 1fr; }
    LibraryScreen #about { width: 1fr; height: 1fr; display: none; }
    LibraryScreen #preview { width: 1fr; height: 1fr; }
    LibraryScreen #illustration { width: 1fr; height: 10; display: none; }
    LibraryScreen.tall #illustration { height: 14; }
    LibraryScreen.large #illustration { display: block; }
    LibraryScreen.reading #illustration { display: none; }
    LibraryScreen.tall.reading #illustration { display: block; }
    LibraryScreen.reading #routines { display: none; }
    LibraryScreen.reading #about { display: block; }
    LibraryScreen.wide #routines { display: block; width: 47%; max-width: 64; min-width: 36; }
    LibraryScreen.wide #about { display: block; }
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
        Binding("backspace", "erase", show=False, id="library.erase"),
        Binding("ctrl+w,ctrl+backspace", "erase_word", show=False, id="library.erase-word"),
        Binding("ctrl+u", "erase_all", show=False, id="library.erase-all"),
        Binding("question_mark", "help", show=False, id="library.help"),
        *(Binding(",".join(key.keys), DOES[key.action], show=False, id=binding(key)) for key in LIBRARY_KEYS),
    ]

    def __init__(self, desk: Desk, look: Look) -> None:
        """Offer the routines of a desk."""
        super().__init__(desk, look)
        self._following = Following(desk, self._reload)
        self._illustration: Illustration | None = None

    def compose(self) -> ComposeResult:
        """Put the parts together."""
        yield self._search
        yield self._filter_keys
        with Horizontal(id="middle"):
            yield self._list
            with Vertical(id="about"):
                yield self._panel
        yield self._keys

    def on_mount(self) -> None:
        """Show what there is; what is told of the first routine can wait until the list is seen."""
        self._make_room(self.app.size)
        self._bind_own()
        self._show_search()
        self.call_after_refresh(self._tell)
        self._following.begin(self)

    def on_resize(self, event: events.Resize) -> None:
        """Put the preview beside the list where there is room for both."""
        self._make_room(event.size)
        self._offer()
        self.call_after_refresh(self._tell)

    def _make_room(self, size: Size) -> None:
        wide = size.width >= _WIDE
        self.set_class(wide, "wide")
        large = size.width >= _LARGE[0] and size.height >= _LARGE[1]
        came = large and not self.has_class("large")
        self.set_class(large, "large")
        self.set_class(large and size.height >= _TALL, "tall")
        if came and self._told_plan is not None:
            self._illustrate(self._told_plan)
        self.set_class(size.height < _LOW, "low")
        self._list.edge = "│" if wide else " "

    def _illustrate(self, plan: Plan | None) -> None:
        about = self.query_one("#about")
        if not self.has_class("large") or not about.is_attached:
            return
        from relaxtimer.tui.library.illustration import Illustration  # noqa: PLC0415 - the list is seen before this is loaded

        if self._illustration is None:
            self._illustration = Illustration(self._list.look, "illustration")
            about.mount(self._illustration)
        self._illustration.illustrate(plan)

    def on_screen_resume(self) -> None:
        """Come back from a session: the file may have changed meanwhile, and something was done."""
        self._bind_own()
        self._following.look(even_if_same=True)

    def _bind_own(self) -> None:
        """Bind the person's own keys, which a session or the settings may have changed; wrong ones change nothing."""
        settings = self._desk.settings.read()
        if not isinstance(settings, str):
            self._table = settings.library_keys
        table = () if self._table == LIBRARY_KEYS else self._table
        self.app.set_keymap({binding(key): ",".join(key.keys) for key in table})

    # Starting and leaving

    def on_routine_list_started(self) -> None:
        """Start what was clicked."""
        self.action_start()

    def action_start(self) -> None:
        """Start the chosen routine."""
        row = self._list.chosen
        if row is None:
            return
        self._begin(row)

    def action_rehearse(self) -> None:
        """Start the chosen routine fast, to see and hear what is in it."""
        row = self._list.chosen
        if row is not None:
            self._begin(row, _FAST)

    def _begin(self, row: Row, speed: int = 1) -> None:
        plan = self._plan(row, speed)
        if isinstance(plan, Plan):
            self._offer()
            self.post_message(self.Start(self._desk.visit(row.id, self._wish(row, speed))))
            return
        self._keys.say(CANNOT if row.mistake else plan)

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
        from relaxtimer.tui.library.help import HelpScreen, of_library  # noqa: PLC0415 - the list is seen before this

        settings = self._desk.settings.read()
        keys = KEYS if isinstance(settings, str) else settings.keys
        self.app.push_screen(HelpScreen(self._list.look, after=of_library(self._table, keys)))

    def action_palette(self) -> None:
        """Offer everything that can be done, to be found by a few letters."""
        from relaxtimer.tui.library.entries import entries  # noqa: PLC0415 - the list is seen before this is loaded
        from relaxtimer.tui.palette import palette  # noqa: PLC0415 - the same

        self.app.push_screen(palette(entries(self, self._table, self._possible, self._rows, self._begin)))

    def action_history(self) -> None:
        """Show what was done and how it felt."""
        from relaxtimer.tui.screens.history import HistoryScreen  # noqa: PLC0415 - as above

        self.app.push_screen(HistoryScreen(self._desk.history(), self._list.look))

    def action_settings(self) -> None:
        """Show the settings."""
        from relaxtimer.tui.library.settings import SettingsScreen  # noqa: PLC0415 - as above

        self.app.push_screen(SettingsScreen(self._desk.settings, self._list.look))

    def _offer(self) -> None:
        """Show the keys that mean something now."""
        keys = [Key("back", "esc", "List")] if self._reading else []
        if self._possible(LibraryAction.REHEARSE):
            keys.append(Key("start", "enter", "Start"))
            keys += [self._key(each) for each in (LibraryAction.SHORTER, LibraryAction.LONGER) if self._means(each)]
        elif self._possible(LibraryAction.EDIT):
            keys.append(self._key(LibraryAction.EDIT))
        if not self._reading:
            keys += [Key("back", "esc", "Clear")] if self._typing else []
            keys.append(Key("read", "tab", "Read" if self.has_class("wide") else "About"))
        keys.append(Key("help", "?", "Help"))
        if not self._typing:
            keys += map(self._key, (LibraryAction.SEARCH, LibraryAction.LEAVE))
            further = (self._key(action) for action in FURTHER if self._possible(action))
            keys += [key for key in further if key not in keys]
        self._keys.offer(tuple(keys))
        filters = (LibraryAction.MINUTES, LibraryAction.THINGS, LibraryAction.POSITION)
        named = zip(filters, self._filters.words, strict=True)
        self._filter_keys.offer(tuple(self._key(action, words) for action, words in named))

    def _possible(self, action: LibraryAction) -> bool:
        """Tell whether a key does something with what is chosen now."""
        row = self._list.chosen
        if action in WITH_ONE:
            return row is not None and not row.mistake
        if action is LibraryAction.EDIT:
            return row is not None and bool(row.file) and row.origin != BUNDLED
        if action is LibraryAction.FAVOURITE:
            return row is not None and bool(row.file) and not row.mistake
        return True

    def _key(self, action: LibraryAction, short: str = "") -> Key:
        key = next(each for each in self._table if each.action is action)
        return Key(DOES[action], printed(key.keys[0]), short or key.short)
