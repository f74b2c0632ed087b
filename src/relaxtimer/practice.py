"""A routine about to be done: the session with its clock and its player. Both faces drive this."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from relaxtimer.clock import Clock
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.events import Command, Event
from relaxtimer.core.session import LONGEST_UNSEEN, Session
from relaxtimer.core.timeline import Timeline
from relaxtimer.sound.player import Outlet, Player, Silent

MakePlayer = Callable[[Outlet], Player]


class Plan(Struct, frozen=True, kw_only=True):
    """What to do and how: `start` in milliseconds on the timeline; `notes` are said before the session starts.

    `player` makes the player from what the face lends to it.
    """

    timeline: Timeline
    clock: Clock
    player: MakePlayer
    start: Milliseconds = 0
    notes: tuple[str, ...] = ()


class Practice:
    """A session driven by a clock, heard by a player."""

    def __init__(self, plan: Plan, outlet: Outlet) -> None:
        """Make a session that has not begun."""
        self.plan = plan
        self.clock = plan.clock
        self.player: Player = plan.player(outlet)
        unseen = self.clock.session_time(LONGEST_UNSEEN)
        self.session = Session(plan.timeline, start=plan.start, longest_unseen=unseen)

    def tick(self) -> tuple[Event, ...]:
        """Let the session catch up with the clock, and give what happened."""
        now = self.clock.now()
        return self._followed(now, self.session.advance_to(now))

    def do(self, command: Command) -> tuple[Event, ...]:
        """Carry out a command now. Raises `IllegalCommandError` where it is not possible."""
        now = self.clock.now()
        return self._followed(now, self.session.do(command, now))

    def seconds_to_deadline(self) -> float | None:
        """Give the real seconds until the session needs to be told the time again; `None` while it does not."""
        deadline = self.session.next_deadline()
        return None if deadline is None else self.clock.seconds_until(deadline)

    def news(self) -> tuple[str, ...]:
        """Give what happened to the sound, in sentences for the person, since this was last asked."""
        return self.player.news()

    def close(self) -> None:
        """Let go of the player."""
        self.player.close()

    def _followed(self, now: Milliseconds, events: tuple[Event, ...]) -> tuple[Event, ...]:
        self.player.follow(self.session, now, events)
        return events


def silent(_outlet: Outlet) -> Player:
    """Make a player that makes no sound."""
    return Silent()
