"""What a screen lends to a player: the terminal's bell, a flash, and a way to be woken."""

from __future__ import annotations

from textual.message import Message
from textual.screen import Screen

from relaxtimer.sound.player import Outlet
from relaxtimer.tui.widgets.painted import Painted

# Far enough apart to be counted by ear.
_BETWEEN_RINGS = 0.25
_FLASH = 0.2


class Woken(Message, bubble=False):
    """The player has news: look at the clock."""


class ScreenBell:
    """Rings and flashes on behalf of a screen, and wakes it."""

    def __init__(self, screen: Screen[None]) -> None:
        """Belong to a screen."""
        self._screen = screen

    @property
    def outlet(self) -> Outlet:
        """What is lent to a player."""
        return Outlet(self.ring, self.flash, self.wake)

    def wake(self) -> None:
        """Have the screen look at the clock soon; from any thread."""
        if self._screen.is_running:
            self._screen.post_message(Woken())

    def ring(self, times: int) -> None:
        """Ring so many times, one after the other."""
        app = self._screen.app
        if times:
            app.bell()
        for later in range(1, times):
            self._screen.set_timer(later * _BETWEEN_RINGS, app.bell)

    def flash(self) -> None:
        """Brighten the screen for a moment."""
        self._light(on=True)
        self._screen.set_timer(_FLASH, lambda: self._light(on=False))

    def _light(self, *, on: bool) -> None:
        for widget in self._screen.query(Painted):
            widget.flash(on=on)
