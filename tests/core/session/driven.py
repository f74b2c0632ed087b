"""A session with the clock that drives it."""

from __future__ import annotations

from relaxtimer.core.cues import CueKind
from relaxtimer.core.events import (
    Command,
    CueDue,
    Event,
)
from relaxtimer.core.routine import Item
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from tests.core.making import timeline

HOUR = 3_600_000


class Driven:
    """A session with the clock that drives it; `at` is the real time in seconds, starting anywhere."""

    def __init__(self, *items: Item, start: int = 0) -> None:
        self.session = Session(timeline(*items), start=start)
        self.now = 5 * HOUR

    def do(self, command: Command) -> tuple[Event, ...]:
        return self.session.do(command, self.now)

    def wait(self, seconds: float) -> list[Event]:
        """Let time pass, coming back as often as the session asks for."""
        until = self.now + round(seconds * 1_000)
        events: list[Event] = []
        while self.now < until:
            deadline = self.session.next_deadline()
            self.now = until if deadline is None else min(deadline, until)
            events += self.session.advance_to(self.now)
        return events

    def vanish(self, seconds: float) -> tuple[Event, ...]:
        """Let time pass without coming back until it is over."""
        self.now += round(seconds * 1_000)
        return self.session.advance_to(self.now)

    @property
    def position(self) -> float:
        return self.session.position / 1_000


def running(*items: Item) -> Driven:
    """A session at the first moment of its routine."""
    driven = Driven(*items)
    driven.do(Command.START)
    driven.wait(3)
    assert driven.session.state in {State.RUNNING, State.WAITING}
    assert driven.position == 0
    return driven


def kinds(events: list[Event]) -> list[CueKind]:
    return [event.cue.kind for event in events if isinstance(event, CueDue)]
