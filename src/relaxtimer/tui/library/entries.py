"""What the command palette offers in the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from textual.screen import Screen

from relaxtimer.core.duration import in_words
from relaxtimer.tui.library.row import Row
from relaxtimer.tui.palette import Entry

# What it is called, its key, and the action of the screen that does it.
_ACTIONS = (
    ("Start the chosen routine", "enter", "start"),
    ("Rehearse it, eight times as fast", "f5", "rehearse"),
    ("Favourite, or one no more", "*", "favour"),
    ("What fits now: minutes", "f2", "filter('minutes')"),
    ("What fits now: things at hand", "f3", "filter('things')"),
    ("What fits now: position", "f4", "filter('position')"),
    ("Edit the chosen routine", "f6", "edit"),
    ("Copy it into your own folder", "f7", "copy"),
    ("Begin a new routine", "f8", "new"),
    ("What was done, and how it felt", "f9", "history"),
    ("Settings", ",", "settings"),
    ("Stop rules and keys", "?", "help"),
    ("Leave", "q", "leave"),
)


def entries(screen: Screen[None], rows: Iterable[Row], begin: Callable[[Row], None]) -> Iterator[Entry]:
    """Yield what can be done here, and each routine that can be started."""
    for name, key, action in _ACTIONS:
        yield Entry(name, key, partial(_run, screen, action))
    for row in rows:
        if not row.mistake:
            yield Entry(f"Start: {row.name}", f"{in_words(row.total)}, {row.origin}", partial(begin, row))


def _run(screen: Screen[None], action: str) -> None:
    screen.call_later(screen.run_action, action)
