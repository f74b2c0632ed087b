"""A routine about to be done: the session with its clock and its player. Both faces drive this."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from relaxtimer.clock import Clock
from relaxtimer.core.choices import LEAVE, spoken_ways
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.events import Command, Event, Paused, VariantTaken
from relaxtimer.core.keys import KEYS, Key
from relaxtimer.core.routine import Step
from relaxtimer.core.session import LONGEST_UNSEEN, Session
from relaxtimer.core.states import MOVING, State
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.core.timeline import Timeline
from relaxtimer.core.whereabouts import PAUSED, paused, whereabouts
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.beside import away
from relaxtimer.sound.controls import CONTROLS
from relaxtimer.sound.player import Outlet, Player, Silent

if TYPE_CHECKING:
    from relaxtimer.figure.figure import Figure

MakePlayer = Callable[[Outlet], Player]
FigureOf = Callable[[Step], "Figure | None"]


class Keeper(Protocol):
    """What keeps a session in the record."""

    def follow(self, session: Session, events: Iterable[Event]) -> None:
        """Write what happened, before anybody is shown it."""
        ...

    def news(self) -> tuple[str, ...]:
        """Give what is to be told of the record, each thing once."""
        ...

    def close(self, session: Session) -> None:
        """Write how the session ended."""
        ...


class Sleepless(Protocol):
    """What keeps a machine awake."""

    def keep(self, *, on: bool) -> None:
        """Keep it awake from now on, or let it sleep."""
        ...

    def close(self) -> None:
        """Let it sleep, and be done."""
        ...


def no_figure(_step: Step) -> None:
    """Show no figure."""


class Plan(Struct, frozen=True, kw_only=True):
    """What to do and how: `start` in milliseconds on the timeline; `notes` are said before the session starts.

    `player` makes the player from what the face lends to it, `figure` finds how a step is shown, `figures` is how
    that is drawn: an encoding, auto or off. `keys` are those of the session. With `calm` nothing moves but the digits.
    `awake` keeps the machine from sleeping while the session goes on, `keeper` keeps what happens in the record.
    """

    timeline: Timeline
    clock: Clock
    player: MakePlayer
    start: Milliseconds = 0
    notes: tuple[str, ...] = ()
    figure: FigureOf = no_figure
    figures: str = "auto"
    keys: tuple[Key, ...] = KEYS
    calm: bool = False
    keeper: Keeper | None = None
    awake: Sleepless | None = None


class Practice:
    """A session driven by a clock, heard by a player."""

    def __init__(self, plan: Plan, outlet: Outlet) -> None:
        """Make a session that has not begun."""
        self.plan = plan
        self.clock = plan.clock
        self.player: Player = plan.player(outlet)
        unseen = self.clock.session_time(LONGEST_UNSEEN)
        lead = self.clock.session_time(self.player.lead) if self.player.lead else 0
        self._turns_sound = frozenset(name for key in plan.keys if key.action in CONTROLS for name in key.keys)
        self._awake = self._closed = False
        self._finished: Milliseconds | None = None
        self.session = Session(plan.timeline, start=plan.start, longest_unseen=unseen, lead=lead)

    def tick(self) -> tuple[Event, ...]:
        """Let the session catch up with the clock, and give what happened."""
        now = self.clock.now()
        return self._followed(self.session.advance_to(now), now)

    @property
    def rested(self) -> Milliseconds:
        """How long ago the routine ran to its end, in real milliseconds; nothing before that."""
        if self.session.state is not State.FINISHED:
            return 0
        now = self.clock.now()
        self._finished = now if self._finished is None else self._finished
        since, until = self.clock.machine_nanoseconds(self._finished), self.clock.machine_nanoseconds(now)
        return (until - since) // MILLISECOND

    def do(self, command: Command, *, quietly: bool = False) -> tuple[Event, ...]:
        """Carry out a command now; `quietly` where nothing is to be said of a pause, for something else will be.

        Raises `IllegalCommandError` where it is not possible.
        """
        now = self.clock.now()
        events = self.session.do(command, now)
        told = tuple(event for event in events if not (quietly and isinstance(event, Paused)))
        followed = self._followed(events, now, told)
        for event in events:
            if isinstance(event, VariantTaken):
                self.player.say((event.words,))
        return followed

    def go_to(self, place: int) -> tuple[Event, ...]:
        """Go to the step at a place among the occurrences of the timeline.

        Raises `IllegalCommandError` where that is not possible.
        """
        now = self.clock.now()
        return self._followed(self.session.go_to(place, now), now)

    def _followed(
        self, events: tuple[Event, ...], now: Milliseconds, heard: tuple[Event, ...] | None = None
    ) -> tuple[Event, ...]:
        """Have it heard and kept what happened, before it is shown."""
        self.player.follow(self.session, now, events if heard is None else heard)
        self._stay_awake()
        if self.plan.keeper is not None:
            self.plan.keeper.follow(self.session, events)
        return events

    def _stay_awake(self) -> None:
        """Keep the machine awake while time counts, and let it go in a pause and at the end."""
        moving = self.session.state in MOVING
        if self.plan.awake is not None and moving is not self._awake:
            self._awake = moving
            self.plan.awake.keep(on=moving)

    def seconds_to_deadline(self) -> float | None:
        """Give the real seconds until the session needs to be told the time again; `None` while it does not."""
        deadline = self.session.next_deadline()
        return None if deadline is None else self.clock.seconds_until(deadline)

    def news(self) -> tuple[str, ...]:
        """Give what happened to the sound and to the record, in sentences, since this was last asked."""
        kept = self.plan.keeper.news() if self.plan.keeper is not None else ()
        return (*self.player.news(), *kept)

    # What is said when the person asks, or is asked

    def where(self) -> str:
        """Say where the session is, and give it as a line to be shown."""
        sentences = whereabouts(self.session)
        self.player.say(sentences)
        return " ".join(sentences)

    def ask(self, *, to_leave: bool) -> None:
        """Say what is asked, if anything is: whether to leave, or what would help."""
        if to_leave or self.session.state is State.HURTING:
            self.player.say(LEAVE if to_leave else spoken_ways(self.session))

    def tell_rules(self) -> None:
        """Say when to stop: all rules while the session stands still, else the first, for its own words go on."""
        if self.session.state in MOVING:
            self.player.say(STOP_RULES[:1])
        else:
            standing = (PAUSED,) if self.session.state is State.PAUSED else ()
            self.player.say((*standing, *STOP_RULES))

    def came_back(self, real: Milliseconds) -> None:
        """Say for how long the process was stopped, and how things stand."""
        things = {State.HURTING: spoken_ways, State.PAUSED: paused}.get(self.session.state)
        if things is not None:
            self.player.say((away(real), *things(self.session)))

    def pressed(self, key: str) -> None:
        """Break off what is said, for a key was pressed; one that turns the sound is pressed to hear it better."""
        if key not in self._turns_sound:
            self.player.hush()

    def close(self) -> None:
        """Let go of the player, and have it written how the session ended; once."""
        if self._closed:
            return
        self._closed = True
        self.player.close()
        if self.plan.awake is not None:
            self.plan.awake.close()
        if self.plan.keeper is not None:
            self.plan.keeper.close(self.session)


def silent(_outlet: Outlet) -> Player:
    """Make a player that makes no sound."""
    return Silent()
