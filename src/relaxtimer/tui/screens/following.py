"""What happens in a session while nobody presses a key, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

from relaxtimer.core.events import Command, Event, WasAway, WentOn
from relaxtimer.core.session import IllegalCommandError
from relaxtimer.practice import Practice
from relaxtimer.tui import notes
from relaxtimer.tui.screens.notice import Notice


class Following:
    """Lets a session catch up with the clock, and tells what is worth a line."""

    def __init__(self, practice: Practice, notice: Notice) -> None:
        """Have heard nothing yet."""
        self._practice = practice
        self._notice = notice

    def catch_up(self) -> bool:
        """Let the session catch up with the clock; tell whether anything happened."""
        happened = self._practice.tick()
        if happened:
            self.hear(happened)
        if news := self._practice.news():
            self._notice.tell_besides(" ".join(news))
            return True
        return bool(happened)

    def do(self, what: Callable[[], tuple[Event, ...]]) -> None:
        """Do something with the session as it is now, where it is possible."""
        self.catch_up()
        try:
            self.hear(what())
        except IllegalCommandError:  # also where it was possible a moment ago: time has gone on since
            self.catch_up()

    def hear(self, happened: tuple[Event, ...]) -> None:
        """Tell of what happened, as far as it is not seen anyway."""
        shortest = not self._practice.session.can(Command.SHORTER)
        if told := notes.told(happened, shortest=shortest):
            self._notice.tell(told, for_a_while=not any(isinstance(event, WasAway) for event in happened))
        elif any(isinstance(event, WentOn) for event in happened):
            self._notice.went_on()
