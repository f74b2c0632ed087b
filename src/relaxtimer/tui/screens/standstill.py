"""Standing still while the help or a question is before a session."""

from __future__ import annotations

from collections.abc import Callable

from relaxtimer.core.events import Command
from relaxtimer.core.session import Session
from relaxtimer.core.states import MOVING, State


class Standstill:
    """Pauses a session that runs, and lets it go on afterwards; one that was paused stays so. `do` does a command."""

    def __init__(self, session: Session, do: Callable[[Command], None]) -> None:
        """Let it be."""
        self.ran = False
        self._session = session
        self._do = do

    def begin(self) -> None:
        """Pause, unless that was done before."""
        if self._session.state in MOVING:
            self.ran = True
            self._do(Command.PAUSE)

    def end(self) -> None:
        """Go on, if it ran before and nothing else came of it meanwhile."""
        ran, self.ran = self.ran, False
        if ran and self._session.state is State.PAUSED:
            self._do(Command.GO_ON)
