"""The help of the library: when to stop, and what every key does, here and in a session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

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

_BULLET = "• "
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

    def __init__(
        self, look: Look, here: tuple[LibraryKey, ...] = (), session: tuple[SessionKey, ...] = (), *, low: bool
    ) -> None:
        """Tell of stop rules, and of the keys of the library and of a session; `low` where there are few rows."""
        super().__init__()
        self._here, self._session = here, session
        self.set_class(low, "low")
        self._panel = Panel(look, "help")
        self._keys = Keys(look, "help-keys")

    def compose(self) -> ComposeResult:
        """Put the text above its keys."""
        yield self._panel
        yield self._keys

    def on_mount(self) -> None:
        """Tell everything."""
        self._panel.tell(told(self._here, self._session))
        self._keys.offer((Key("close", "esc", "Back"), Key("page(1)", "↑ ↓", "More")))

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
        """Go back to the library."""
        self.dismiss()


def told(here: tuple[LibraryKey, ...], session: tuple[SessionKey, ...]) -> Iterator[Paragraph]:
    """Give the rules for when to stop, and the keys here and in a session, where there are some."""
    yield Paragraph("Stop rules", Ink.WORK, bold=True)
    yield from (Paragraph(rule, lead=_BULLET) for rule in STOP_RULES)
    yield from (Paragraph(), Paragraph(DISCLAIMER, Ink.DIM))
    if here:
        yield from _keys("Keys here", (*_HERE, *((_names(key.keys), key.words) for key in here)))
    if session:
        yield from _keys("Keys in a session", ((_names(key.keys), key.words) for key in session))


def _names(keys: Iterable[str]) -> str:
    return " ".join(printed(name) for name in keys if name != "equals_sign")


def _keys(title: str, keys: Iterable[tuple[str, str]]) -> Iterator[Paragraph]:
    yield from (Paragraph(), Paragraph(title, Ink.WORK, bold=True))
    yield from (Paragraph(words, lead=name.ljust(_NAME_WIDTH)) for name, words in keys)
