"""The library as a program: a session is put over the list, and one comes back to the list when it is over."""

from __future__ import annotations

from collections.abc import Sequence

from relaxtimer.tui.app import ScreenApp
from relaxtimer.tui.library.row import OpenPlan, Row
from relaxtimer.tui.library.screen import LibraryScreen
from relaxtimer.tui.themes import CALM


class LibraryApp(ScreenApp):
    """Shows the library until it is left."""

    def __init__(self, rows: Sequence[Row], open_plan: OpenPlan, theme: str = CALM.name) -> None:
        """Offer these routines; `open_plan` gives what it takes to start one by its id, or says why it cannot be."""
        super().__init__(lambda look: LibraryScreen(rows, open_plan, look), theme)

    def on_library_screen_start(self, event: LibraryScreen.Start) -> None:
        """Do a routine."""
        from relaxtimer.tui.screens.session import SessionScreen  # noqa: PLC0415 - the list is seen before this is loaded

        self.push_screen(SessionScreen(event.plan, self.look))

    def on_library_screen_leave(self) -> None:
        """End."""
        self.exit()
