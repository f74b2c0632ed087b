"""Following the files of the library: what changes on the disk shows at once."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from relaxtimer.tui.library.desk import Desk

# In seconds; as soon as anyone looks up from an editor.
_EVERY = 1.0


class Following:
    """Calls `changed` when the files of a desk are no longer what they were."""

    def __init__(self, desk: Desk, changed: Callable[[], None]) -> None:
        """Know them as they are now."""
        self._desk = desk
        self._changed = changed
        self._stamp = desk.stamp()
        self._screen: Screen[None] | None = None

    def begin(self, screen: Screen[None]) -> None:
        """Look from now on, while this screen is seen."""
        self._screen = screen
        screen.set_interval(_EVERY, self.look)

    def look(self, *, even_if_same: bool = False) -> None:
        """Look now."""
        if self._screen is None or not self._screen.is_current:
            return
        stamp = self._desk.stamp()
        if stamp != self._stamp or even_if_same:
            self._stamp = stamp
            self._changed()
