"""The library as a program: a session is put over the list, and one comes back to the list when it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxtimer.tui.app import ScreenApp
from relaxtimer.tui.library.desk import Desk
from relaxtimer.tui.library.screen import LibraryScreen
from relaxtimer.tui.themes import CALM

if TYPE_CHECKING:
    from relaxtimer.tui.library.settings import SettingsScreen


class LibraryApp(ScreenApp):
    """Shows the library until it is left."""

    def __init__(self, desk: Desk, theme: str = CALM.name) -> None:
        """Offer the routines of a desk."""
        super().__init__(lambda look: LibraryScreen(desk, look), theme)

    def on_library_screen_start(self, event: LibraryScreen.Start) -> None:
        """Do a routine."""
        from relaxtimer.tui.screens.visiting import Visiting  # noqa: PLC0415 - the list is seen before this is loaded

        Visiting(self, event.visit, self.look, lambda _: None).begin()

    def on_settings_screen_themed(self, event: SettingsScreen.Themed) -> None:
        """Show everything in another theme."""
        self.wear(event.theme)

    def on_library_screen_leave(self) -> None:
        """End."""
        self.exit()
