"""The moment before a session starts: until its sound is there, but not for long."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from relaxtimer.sound.player import PATIENCE, Player


class Beginning:
    """Calls `start` once, as soon as the first count of the lead-in can be heard; after `PATIENCE` in any case."""

    def __init__(self, screen: Screen[None], player: Player, start: Callable[[], None]) -> None:
        """Be ready."""
        self._screen = screen
        self._player = player
        self._start = start
        self._timer: Timer | None = None
        self._over = False

    def begin(self) -> None:
        """Have the player prepared, and wait for it."""
        self._player.prepare()
        self._timer = self._screen.set_timer(PATIENCE, self.now)
        self.look()

    def look(self) -> None:
        """Start, if there is nothing to wait for any more."""
        if not self._player.status().coming:
            self.now()

    def now(self) -> None:
        """Start, whatever may still be on its way."""
        if not self._over:
            self._over = True
            if self._timer is not None:
                self._timer.stop()
            self._start()
