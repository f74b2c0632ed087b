"""The terminal's bell and the flash of the screen, as a player asks for them."""

from __future__ import annotations

from textual.screen import Screen

from relaxtimer.tui.widgets.painted import Painted

# Far enough apart to be counted by ear.
_BETWEEN_RINGS = 0.25
_FLASH = 0.2


class ScreenBell:
    """Rings and flashes on behalf of a screen."""

    def __init__(self, screen: Screen[None]) -> None:
        """Belong to a screen."""
        self._screen = screen

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
