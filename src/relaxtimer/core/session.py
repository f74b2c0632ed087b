"""A session: a routine being done. It is driven, it never drives.

`do(command, now)` and `advance_to(now)` give what happened since they were last called; `next_deadline()` says when
to come again. `now` is in milliseconds of any clock that only goes forward and also counts while the machine sleeps.
The table of states is in `states.py`. Position is the time spent running and nothing else: not pauses, not lead-ins,
not waits, and no stretch longer than `longest_unseen` between two calls, after which the session is found paused
where it was last seen. A lead-in counts three seconds; `lead` is how long before its first count it begins.
"""

from __future__ import annotations

from relaxtimer.core import changes, moves
from relaxtimer.core.cues import Cue, CueKind
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.events import (
    Command,
    CueDue,
    Eased,
    Event,
    Finished,
    HoldStopped,
    LeadInStarted,
    Left,
    LengthChanged,
    Moved,
    Paused,
    SidesSwapped,
    VariantTaken,
    WaitStarted,
    WasAway,
    WentOn,
)
from relaxtimer.core.lead_in import LEAD_IN, LeadIn
from relaxtimer.core.playhead import Playhead
from relaxtimer.core.possible import other_side, possible
from relaxtimer.core.speech import speaking_time
from relaxtimer.core.standing import Standing
from relaxtimer.core.states import MOVING, TABLE, State
from relaxtimer.core.timeline import Timeline

LONGEST_UNSEEN: Milliseconds = 2 * SECOND


class IllegalCommandError(Exception):
    """A command that is not possible now; nothing was changed."""


class Session(Standing):
    """A timeline being lived through, from `start` on (milliseconds, the start of a segment)."""

    def __init__(
        self,
        timeline: Timeline,
        *,
        start: Milliseconds = 0,
        longest_unseen: Milliseconds = LONGEST_UNSEEN,
        lead: Milliseconds = 0,
    ) -> None:
        """Make a session that has not begun."""
        super().__init__(Playhead(timeline, start), LeadIn(lead))
        self._longest_unseen = longest_unseen
        self._seen: Milliseconds = 0
        self._events: list[Event] = []

    def can(self, command: Command) -> bool:
        """Tell whether a command is possible now."""
        return command in TABLE[self.state] and possible(command, self.timeline, self.moment)

    def do(self, command: Command, now: Milliseconds) -> tuple[Event, ...]:
        """Let time pass up to `now`, carry out a command, and give what happened.

        Raises `IllegalCommandError` where the command is not possible: nothing changes then but the time, and what
        happened in it is given by the next call.
        """
        if self.state is State.BEFORE:
            self._seen = now
        self._catch_up(now)
        if not self.can(command):
            message = f"{command} is not possible while {self.state}"
            raise IllegalCommandError(message)
        before, self.state = self.state, TABLE[self.state][command]
        self._carry_out(command, before)
        self._elapse(0)
        return self._drain()

    def go_to(self, place: int, now: Milliseconds) -> tuple[Event, ...]:
        """Go to the step at a place among the occurrences, as `do`; raises `IndexError` where there is none."""
        self._catch_up(now)
        start = self.timeline.occurrences[place].start
        if Command.NEXT not in TABLE[self.state]:
            raise IllegalCommandError(f"going to a step is not possible while {self.state}")
        self.state = TABLE[self.state][Command.NEXT]
        self._jump(start)
        self._elapse(0)
        return self._drain()

    def advance_to(self, now: Milliseconds) -> tuple[Event, ...]:
        """Let time pass up to `now`, and give what happened."""
        self._catch_up(now)
        return self._drain()

    def next_deadline(self) -> Milliseconds | None:
        """Give the time, on the clock of `now`, by which to come again.

        That is for what is due, and often enough not to be taken for away. `None` while only a command can make
        something happen.
        """
        if self.state not in MOVING:
            return None
        due = self._lead_in.due if self.state is State.LEAD_IN else self._playhead.due()
        soon = self._longest_unseen // 2
        return self._seen + (soon if due is None else min(due, soon))

    def _drain(self) -> tuple[Event, ...]:
        events, self._events = tuple(self._events), []
        return events

    def _catch_up(self, now: Milliseconds) -> None:
        passed = max(now - self._seen, 0)
        self._seen += passed
        if self.state in MOVING and passed > self._longest_unseen:
            self.state = State.PAUSED
            self._events += [WasAway(passed), Paused()]
        else:
            self._elapse(passed)

    # Time passing

    def _elapse(self, time: Milliseconds) -> None:
        if self.state is State.LEAD_IN:
            time = self._count_in(time)
        if self.state is State.RUNNING:
            time = self._run(time)
        if self.state is State.WAITING:
            self._events += self._playhead.wait(time)

    def _count_in(self, time: Milliseconds) -> Milliseconds:
        """Spend time on the lead-in, a cue each second from the first count on; give what is left over."""
        while time and self.lead_in:
            time = self._lead_in.spend(time)
            self._count()
        if not self.lead_in:
            self.state = State.RUNNING
            self._events.append(WentOn())
        return time

    def _count(self) -> None:
        if aloud := self._lead_in.aloud:
            self._events.append(CueDue(Cue(self.position, CueKind.LEAD_IN, str(aloud), self.moment.index)))

    def _run(self, time: Milliseconds) -> Milliseconds:
        """Spend time on the timeline, segment by segment; give what is left over where one waits."""
        while True:
            self._events += self._playhead.arrive()
            if self._playhead.at_end:
                self.state = State.FINISHED
                self._events.append(Finished())
                return 0
            if self._playhead.must_wait:
                self.state = State.WAITING
                self._events.append(WaitStarted(self.moment.segment))
                return time
            if not time:
                return 0
            events, time = self._playhead.run(time)
            self._events += events

    # Commands

    def _carry_out(self, command: Command, before: State) -> None:
        match command:
            case Command.START:
                self._count_in_anew()
            case Command.GO_ON:
                self._go_on(before)
            case Command.EASIER:
                self._events.append(Eased(words := self._vary(easier=True)))
                self._count_in_anew(LEAD_IN + -(-speaking_time(words) // SECOND) * SECOND)
            case Command.EASE | Command.FULL:
                easier = command is Command.EASE
                self._events.append(VariantTaken(self._vary(easier=easier), easier))
            case Command.LONGER | Command.SHORTER:
                self._resize(command)
            case Command.PAUSE | Command.REST | Command.HURTS | Command.END_HERE | Command.LEAVE:
                self._stand_still(command)
            case _:
                self._move(command)

    def _vary(self, *, easier: bool) -> str:
        timeline, words = changes.variant(self.timeline, self.moment, easier=easier)
        self._playhead.change(timeline)
        return words

    def _stand_still(self, command: Command) -> None:
        if command is Command.HURTS:
            self._events.append(HoldStopped(self.moment.segment))
        else:
            self._events.append(Left() if self.over else Paused())

    def _move(self, command: Command) -> None:
        if command in {Command.NEXT, Command.SKIP_STEP}:
            self._skip()
        elif command in {Command.BACK, Command.AGAIN}:
            self._jump(moves.again(self.timeline, self.position, self.waited, command))
        else:
            self._switch()

    def _go_on(self, before: State) -> None:
        if before is State.WAITING:
            self._playhead.stop_waiting()
        else:
            self._count_in_anew()

    def _count_in_anew(self, duration: Milliseconds = LEAD_IN) -> None:
        self._lead_in.begin(duration)
        self._events.append(LeadInStarted(duration))
        self._count()

    def _skip(self) -> None:
        target = moves.next_step(self.timeline, self.position)
        if target == self.timeline.total:
            self.state = State.RUNNING
        self._jump(target)

    def _jump(self, position: Milliseconds) -> None:
        self._events.append(Moved(self.position, position))
        self._playhead.jump(position)
        if self.state is State.LEAD_IN:
            self._count_in_anew()

    def _resize(self, command: Command) -> None:
        moment = self.moment
        longer = command is Command.LONGER
        wanted = changes.longer(self.timeline, moment) if longer else changes.shorter(moment)
        duration = moment.segment.duration if wanted is None else wanted
        self._playhead.change(changes.lasting(self.timeline, moment, duration))
        self._events.append(LengthChanged(duration - moment.segment.duration))

    def _switch(self) -> None:
        other = other_side(self.timeline, self.moment)
        if other is not None:
            self._jump(self.timeline.segments[other].start)
            return
        self._playhead.change(changes.swapped(self.timeline, self.moment))
        self._events.append(SidesSwapped(self.moment.segment))
        self._jump(self.timeline.occurrence_at(self.position).start)
