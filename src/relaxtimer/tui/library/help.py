"""The help of the library and of what is opened from it: when to stop, and what every key does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from relaxtimer.core.keys import Key as SessionKey
from relaxtimer.core.keys import printed
from relaxtimer.core.library_keys import LibraryKey
from relaxtimer.core.stop_rules import DISCLAIMER, STOP_RULES
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.library.keys import Key, Keys
from relaxtimer.tui.library.panel import Panel
from relaxtimer.tui.library.preview import Paragraph

# Under a title each key, with what it does.
Sections = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
_BULLET = "• "
_LOW = 16
_NAME_WIDTH = 10
_HERE = (
    ("↑ ↓", "Choose a routine"),
    ("enter", "Start it"),
    ("tab", "Read about it, or go back to the list"),
    ("esc", "Back by one: from the text, from the search, out"),
    ("?", "Stop rules and keys, also while you type"),
)


class HelpScreen(Screen[None]):
    """Paragraphs over the library, scrolled with the arrows."""

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS: ClassVar[str] = """
    HelpScreen { layout: vertical; align: center top; }
    HelpScreen #help { width: 1fr; max-width: 76; height: 1fr; margin: 1 0; }
    HelpScreen.low #help { margin: 0; }
    HelpScreen #help-keys { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("home", "show_from(0)", show=False),
        Binding("end", "show_from(10000)", show=False),
        Binding("escape,q,question_mark,enter", "close", show=False),
    ]

    def __init__(self, look: Look, before: Sections = (), after: Sections = ()) -> None:
        """Tell of keys `before` the stop rules, where those of a screen are few, and `after` them."""
        super().__init__()
        self._before, self._after = before, after
        self._panel = Panel(look, "help")
        self._keys = Keys(look, "help-keys")

    def compose(self) -> ComposeResult:
        """Put the text above its keys."""
        yield self._panel
        yield self._keys

    def on_mount(self) -> None:
        """Tell everything."""
        self.set_class(self.app.size.height < _LOW, "low")
        self._panel.tell(told(self._before, self._after))
        self._keys.offer((Key("close", "esc", "Back"), Key("page(1)", "↑ ↓", "More")))

    def on_resize(self, event: events.Resize) -> None:
        """Leave no row empty where there are few."""
        self.set_class(event.size.height < _LOW, "low")

    def action_move(self, lines: int) -> None:
        """Move by lines."""
        self._panel.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Move by what is in view."""
        self._panel.scroll_lines(pages * max(self._panel.size.height - 1, 1))

    def action_show_from(self, line: int) -> None:
        """Move to a line, or to the end."""
        self._panel.show_from(line)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()


def of_library(here: Iterable[LibraryKey], session: Iterable[SessionKey]) -> Sections:
    """Give the keys of the library, and those of a session."""
    own = ((_names(key.keys), key.words) for key in here)
    named = ((_names(key.keys), key.words) for key in session)
    return ("Keys here", (*_HERE, *own)), ("Keys in a session", tuple(named))


def told(before: Sections, after: Sections) -> Iterator[Paragraph]:
    """Give the rules for when to stop, between the keys."""
    for title, keys in before:
        yield from (*_keys(title, keys), Paragraph())
    yield Paragraph("Stop rules", Ink.WORK, bold=True)
    yield from (Paragraph(rule, lead=_BULLET) for rule in STOP_RULES)
    yield from (Paragraph(), Paragraph(DISCLAIMER, Ink.DIM))
    for title, keys in after:
        yield from (Paragraph(), *_keys(title, keys))


def _names(keys: Iterable[str]) -> str:
    return " ".join(printed(name) for name in keys if name != "equals_sign")


def _keys(title: str, keys: Iterable[tuple[str, str]]) -> Iterator[Paragraph]:
    yield Paragraph(title, Ink.WORK, bold=True)
    yield from (Paragraph(words, lead=name.ljust(_NAME_WIDTH)) for name, words in keys)
