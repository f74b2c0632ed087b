"""Interviews by themselves: the app ends with the last."""

from __future__ import annotations

from collections.abc import Generator

from textual.screen import Screen

from relaxtimer.core.asking.page import Interview
from relaxtimer.tui.colours import Look
from relaxtimer.tui.screens.asking import go_through


class InterviewsScreen(Screen[None]):
    """An empty screen over which interviews are gone through; what they come to is the exit status."""

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, asking: Generator[Interview, None, int], look: Look) -> None:
        """Ask nothing yet."""
        super().__init__()
        self._asking = asking
        self._look = look

    def on_mount(self) -> None:
        """Begin."""
        go_through(self.app, self._asking, self._look, lambda status: self.app.exit(return_code=status or 0))
