"""The note on a screen: something the person is told for a while, or until the session goes on."""

from __future__ import annotations

from collections.abc import Callable

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

    def begin(self) -> None:
        """Let the time of the first note run."""
        if self.text:
            self._timer = self._screen.set_timer(_FIRST_LASTS, self._forget)

    def tell(self, note: str, *, for_a_while: bool = True) -> None:
        """Show a note: for a while, or until the session goes on."""
        self.text = note
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(_LASTS, self._forget) if for_a_while else None

    def tell_besides(self, news: str) -> None:
        """Show news of the sound: beside a note that waits to be read, not in its place."""
        lasting = self.text if self._timer is None else ""
        self.tell(f"{lasting} {news}".strip(), for_a_while=not lasting)

    def went_on(self) -> None:
        """Take away a note that was to be read until the session goes on."""
        if self._timer is None:
            self.text = ""

    def _forget(self) -> None:
        self.text, self._timer = "", None
        self._forgotten()
