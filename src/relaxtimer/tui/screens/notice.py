"""The note on a screen: something the person is told for a while, or until the session goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.screen import Screen
from textual.timer import Timer

_LASTS = 5.0
_FIRST_LASTS = 20.0


class Notice:
    """Keeps the note of a screen; `forgotten` is called when its time is over."""

    def __init__(self, screen: Screen[None], first: str, forgotten: Callable[[], None]) -> None:
        """Begin with a first note, or with an empty one."""
        self.text = first
        self._screen = screen
        self._forgotten = forgotten
        self._timer: Timer | None = None
        self._told = 0

    def begin(self) -> None:
        """Let the time of the first note run."""
        if self.text:
            self._lasts(_FIRST_LASTS)

    def tell(self, note: str, *, for_a_while: bool = True) -> None:
        """Show a note: for a while, or until the session goes on."""
        self.text = note
        if self._timer is not None:
            self._timer.stop()
        self._timer = None
        self._told += 1
        if for_a_while:
            self._lasts(_LASTS)

    def tell_besides(self, news: str) -> None:
        """Show news of the sound: beside a note that waits to be read, not in its place."""
        lasting = self.text if self._timer is None else ""
        self.tell(f"{lasting} {news}".strip(), for_a_while=not lasting)

    def went_on(self) -> None:
        """Take away a note that was to be read until the session goes on."""
        if self._timer is None:
            self.text = ""

    def _lasts(self, seconds: float) -> None:
        self._timer = self._screen.set_timer(seconds, partial(self._forget, self._told))

    def _forget(self, told: int) -> None:
        """Take away a note whose time is over; a timer that was stopped may have been on its way already."""
        if told == self._told:
            self.text, self._timer = "", None
            self._forgotten()
