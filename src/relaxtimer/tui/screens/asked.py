"""What a session asks now, if anything: whether to leave, what would help, or nothing but to be closed."""

from __future__ import annotations

from collections.abc import Callable

from relaxtimer.core.events import Command
from relaxtimer.core.states import State
from relaxtimer.practice import Practice
from relaxtimer.tui.asking import Choice, Question


class Asked:
    """Keeps whether the person wants to leave; `do` carries out an answer, `stay` goes on, `end` ends the screen."""

    def __init__(
        self, practice: Practice, do: Callable[[Command], None], stay: Callable[[], None], end: Callable[[], None]
    ) -> None:
        """Ask nothing."""
        self.to_leave = False
        self._practice = practice
        self._do = do
        self._stay = stay
        self._end = end

    def question(self) -> Question | None:
        """Give what is asked now."""
        session = self._practice.session
        if not self.to_leave and not session.over and session.state is not State.HURTING:
            return None
        from relaxtimer.tui.questions import asked  # noqa: PLC0415 - not needed for the first frame

        return asked(session, to_leave=self.to_leave, rested=self._practice.rested)

    def leave(self) -> None:
        """Ask whether to leave."""
        self.to_leave = True
        self.again()

    def again(self) -> None:
        """Say once more what is asked."""
        self._practice.ask(to_leave=self.to_leave)

    def answer(self, choice: Choice) -> None:
        """Do what an answer asks for."""
        match choice.name:
            case "close":
                self._end()
            case "leave":
                self._do(Command.LEAVE)
                self._end()
            case "stay":
                self.to_leave = False
                self._stay()
            case command:
                self._do(Command(command))
