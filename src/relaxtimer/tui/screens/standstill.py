"""Standing still while the help or a question is before a session."""

from __future__ import annotations

from typing import Protocol

from relaxtimer.core.events import Command
from relaxtimer.core.session import Session
from relaxtimer.core.states import MOVING, State


class Do(Protocol):
    """Does a command where it is possible, `quietly` where nothing is to be said of a pause."""

    def __call__(self, command: Command, *, quietly: bool = False) -> None:
        """Do it."""
        ...


class Standstill:
    """Pauses a session that runs, and lets it go on afterwards; one that was paused stays so. `do` does a command."""

    def __init__(self, session: Session, do: Do) -> None:
        """Let it be."""
        self.ran = False
        self._session = session
        self._do = do

    def begin(self, *, quietly: bool = False) -> None:
        """Pause, unless that was done before."""
        if self._session.state in MOVING:
            self.ran = True
            self._do(Command.PAUSE, quietly=quietly)

    def end(self) -> None:
        """Go on, if it ran before and nothing else came of it meanwhile."""
        ran, self.ran = self.ran, False
        if ran and self._session.state is State.PAUSED:
            self._do(Command.GO_ON)
