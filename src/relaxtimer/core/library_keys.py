"""What can be pressed in the library: one table for its screen, its help, the palette and the settings.

What moves, chooses and goes back (arrows, enter, esc, tab) is always the same, and so is ? for the stop rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from relaxtimer.core.keys import NAMED


class LibraryAction(StrEnum):
    """Something a key of the library stands for; the value is its name in the settings."""

    SEARCH = "search"
    LONGER = "longer"
    SHORTER = "shorter"
    FAVOURITE = "favourite"
    MINUTES = "minutes"
    THINGS = "things"
    POSITION = "position"
    REHEARSE = "rehearse"
    EDIT = "edit"
    COPY = "copy"
    NEW = "new"
    HISTORY = "history"
    SETTINGS = "settings"
    PALETTE = "palette"
    LEAVE = "leave"


class LibraryKey(Struct, frozen=True):
    """An action with its keys, by the names terminals give them, and what it does in a few words."""

    action: LibraryAction
    keys: tuple[str, ...]
    short: str
    words: str


LIBRARY_KEYS = (
    LibraryKey(
        LibraryAction.SEARCH, ("slash",), "Search", "Search; any letter that is no key here begins to search too"
    ),
    LibraryKey(LibraryAction.LONGER, ("plus", "equals_sign"), "Minutes", "A minute more"),
    LibraryKey(LibraryAction.SHORTER, ("minus",), "", "A minute less"),
    LibraryKey(LibraryAction.FAVOURITE, ("asterisk",), "Favourite", "A favourite, or one no more"),
    LibraryKey(LibraryAction.MINUTES, ("f2",), "", "What fits now: minutes"),
    LibraryKey(LibraryAction.THINGS, ("f3",), "", "What fits now: things at hand"),
    LibraryKey(LibraryAction.POSITION, ("f4",), "", "What fits now: position"),
    LibraryKey(LibraryAction.REHEARSE, ("f5",), "Rehearse", "Rehearse it, eight times as fast"),
    LibraryKey(LibraryAction.EDIT, ("f6",), "Edit", "Edit it: opens your editor, and checks what comes back"),
    LibraryKey(LibraryAction.COPY, ("f7",), "Copy", "Copy it into your own folder"),
    LibraryKey(LibraryAction.NEW, ("f8",), "New", "Begin a new routine"),
    LibraryKey(LibraryAction.HISTORY, ("f9",), "History", "What was done, and how it felt over the weeks"),
    LibraryKey(LibraryAction.SETTINGS, ("comma",), "Settings", "Settings"),
    LibraryKey(LibraryAction.PALETTE, ("ctrl+p",), "Palette", "Everything, by a few letters of it"),
    LibraryKey(LibraryAction.LEAVE, ("q",), "Leave", "Leave"),
)
# What chooses, moves and goes back in the library, or is typed into the search: no action can have it.
LIBRARY_TAKEN = frozenset(
    {"enter", "escape", "esc", "tab", "shift+tab", "backspace", "space", "up", "down", "left", "right", "home", "end"}
    | {"page up", "page down", "?", "ctrl+w", "ctrl+u", *"0123456789"}
)
# Beside these, terminals send ctrl and some letters as enter, tab or backspace, or end or stop the program with them.
_CONTROL = "abdefgklnoprstvxy"
LIBRARY_NAMED = {
    **{written: name for written, name in NAMED.items() if written not in LIBRARY_TAKEN},
    **{f"ctrl+{letter}": f"ctrl+{letter}" for letter in _CONTROL},
}


def library_keys_with(changes: Mapping[LibraryAction, tuple[str, ...]]) -> tuple[LibraryKey, ...]:
    """Give the table with other keys for some actions."""
    return tuple(
        LibraryKey(key.action, tuple(dict.fromkeys(changes.get(key.action, key.keys))), key.short, key.words)
        for key in LIBRARY_KEYS
    )
