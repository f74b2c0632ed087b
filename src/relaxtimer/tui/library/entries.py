"""What the command palette offers in the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from textual.screen import Screen

from relaxtimer.core.duration import in_words
from relaxtimer.core.keys import printed
from relaxtimer.core.library_keys import LibraryAction, LibraryKey
from relaxtimer.tui.library.actions import DOES
from relaxtimer.tui.library.row import Row
from relaxtimer.tui.palette import Entry

# What is offered, in this order, with a longer name where that of the key leaves out what it is about.
_OFFERED = {
    LibraryAction.REHEARSE: "Rehearse the chosen routine, eight times as fast",
    LibraryAction.LONGER: "The chosen routine a minute longer",
    LibraryAction.SHORTER: "The chosen routine a minute shorter",
    LibraryAction.FAVOURITE: "The chosen routine a favourite, or one no more",
    LibraryAction.MINUTES: "",
    LibraryAction.THINGS: "",
    LibraryAction.POSITION: "",
    LibraryAction.EDIT: "Edit the chosen routine",
    LibraryAction.COPY: "Copy the chosen routine into your own folder",
    LibraryAction.NEW: "",
    LibraryAction.HISTORY: "",
    LibraryAction.SETTINGS: "",
    LibraryAction.LEAVE: "",
}


def entries(
    screen: Screen[None],
    table: Iterable[LibraryKey],
    possible: Callable[[LibraryAction], bool],
    rows: Iterable[Row],
    begin: Callable[[Row], None],
) -> Iterator[Entry]:
    """Yield what can be done here now, and each routine that can be started."""
    keys = {key.action: key for key in table}
    if possible(LibraryAction.REHEARSE):
        yield Entry("Start the chosen routine", "enter", partial(_run, screen, "start"))
    for action, name in _OFFERED.items():
        if possible(action):
            does = partial(_run, screen, DOES[action])
            yield Entry(name or keys[action].words, printed(keys[action].keys[0]), does)
    yield Entry("Stop rules and keys", "?", partial(_run, screen, "help"))
    for row in rows:
        if not row.mistake:
            name = f"Start: {row.name} ({row.alias})" if row.alias else f"Start: {row.name}"
            yield Entry(name, f"{in_words(row.total)}, {row.origin}", partial(begin, row))


def _run(screen: Screen[None], action: str) -> None:
    screen.call_later(screen.run_action, action)
