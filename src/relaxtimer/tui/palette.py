"""The command palette: everything that can be done here, found by typing a few letters of it.

Names of routines are shown as they are written: nothing in them is markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from msgspec import Struct
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from relaxtimer.tui.rows import plain

_PLACEHOLDER = "What would you like to do?"


class Entry(Struct, frozen=True):
    """Something that can be done: what it is called, what more there is to say of it, and what does it."""

    name: str
    about: str
    run: Callable[[], None]


class Palette(CommandPalette):
    """The palette without its picture of a lens, which many terminals have no sign for."""

    DEFAULT_CSS = """
    Palette SearchIcon { display: none; }
    Palette CommandList { scrollbar-size-vertical: 1; scrollbar-background: $panel; scrollbar-color: $foreground 40%; }
    """


def palette(entries: Iterable[Entry]) -> Screen[None]:
    """Make the palette, to be put over a screen; an entry runs when the palette has closed."""
    offered = tuple(entries)

    class Entries(Provider):
        """Finds entries."""

        async def discover(self) -> Hits:
            """Offer all of them while nothing is typed."""
            for entry in offered:
                yield DiscoveryHit(_content(entry.name), entry.run, text=plain(entry.name), help=_about(entry))

        async def search(self, query: str) -> Hits:
            """Find those that have the letters in their order, the likeliest first."""
            matcher = self.matcher(query)
            for entry in offered:
                score = matcher.match(plain(f"{entry.name} {entry.about}"))
                if score > 0:
                    yield Hit(score, _content(entry.name), entry.run, text=plain(entry.name), help=_about(entry))

    return Palette(providers=[Entries], placeholder=_PLACEHOLDER)


def _content(text: str) -> Content:
    return Content(plain(text))


def _about(entry: Entry) -> str | None:
    """Give what more there is to say: a text that is taken as it stands, though it is declared to be markup."""
    return cast("str", _content(entry.about)) if entry.about else None
