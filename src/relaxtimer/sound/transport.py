"""What the player process is told of a session: derived from where the session is, so that no command is forgotten.

While a session moves, each position has its time on the clock (`anchor`: the time of position 0). Whenever that
changes, the process gets a `Go`; whenever there is none any more, a `Halt`; whenever the timeline is another, a
`Score`. How far ahead it may play is a lease, renewed with every tick. What is said beside the score follows from what
happened: that it stands still and where, and what can be chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Protocol

from relaxtimer.core.cues import Cue
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.events import Event, Left, Moved
from relaxtimer.core.lead_in import LEAD_IN
from relaxtimer.core.session import Session
from relaxtimer.core.states import MOVING, State
from relaxtimer.core.timeline import Timeline
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.beside import asides, said_of
from relaxtimer.sound.messages import Answer, Go, Halt, Hush, Request, Say, Score, Seen
from relaxtimer.sound.note import Note
from relaxtimer.sound.unsaid import with_unsaid

# A little longer than a session may stay unseen before it takes itself for away.
LEASE = 2_500 * MILLISECOND
# The last words and the last bell ring out after the session is over, which nobody sees any more.
LEASE_AT_END = 120_000 * MILLISECOND
_RENEW = 400 * MILLISECOND

NotesOf = Callable[[Timeline], tuple[Note, ...]]


class Times(Protocol):
    """A clock that knows its times on the clock of the machine."""

    def machine_nanoseconds(self, time: Milliseconds) -> int:
        """Give a time of the session in nanoseconds of the machine."""
        ...


class Transport:
    """Follows one session. `speed` is session time for real time, `language` (BCP 47) that of the voice."""

    def __init__(self, times: Times, notes_of: NotesOf, speed: Fraction = Fraction(1), language: str = "en-gb") -> None:
        """Have told nothing."""
        self._times = times
        self._notes_of = notes_of
        self._speed = speed
        self._language = language
        self._timeline: Timeline | None = None
        self._waits: tuple[Milliseconds, ...] = ()
        self._sentences: tuple[Cue, ...] | None = None
        self._occurrence = 0
        self._score: Score | None = None
        self._anchor: Milliseconds | None = None
        self._go: Go | None = None
        self._seen = Seen(0)

    def follow(
        self, session: Session, now: Milliseconds, events: Iterable[Event], *, listened: bool = True
    ) -> list[Request]:
        """Give what has to be told now; where nobody listens, no score is written."""
        happened = tuple(events)
        told: list[Request] = []
        if self._changed(session, happened) and listened:
            told.append(self._written())
        anchor = self._anchor_of(session, now)
        jumped = any(isinstance(event, Moved) for event in happened)
        started = anchor is not None and (anchor != self._anchor or jumped)
        stopped = anchor is None and self._anchor is not None
        self._anchor = anchor
        if anchor is not None:
            told += self._renewed(session, now, anchor, fresh=started)
        if started and anchor is not None:
            self._go = self._go_of(session, now, anchor)
            told.append(self._go)
        elif stopped:
            self._go = None
            told.append(Halt())
        if said := said_of(happened, session, self._real):
            told.append(Say(self._spoken(said)))
        elif any(isinstance(event, Left) for event in happened):
            told.append(Hush())
        return told

    def answer(self, sentences: Iterable[str]) -> list[Request]:
        """Give what has to be told for a person to hear what they asked for."""
        return [Answer(self._spoken(sentences))]

    def _spoken(self, sentences: Iterable[str]) -> tuple[str, ...]:
        from relaxtimer.sound.spoken import spoken  # noqa: PLC0415 - the first frame does not wait for it

        return tuple(spoken(each, self._language) for each in sentences)

    def again(self) -> list[Request]:
        """Give everything that a process has to know which was told nothing so far."""
        told: list[Request] = [] if self._timeline is None else [self._written()]
        if self._go is not None:
            told += [self._seen, self._go]
        return told

    # The score

    def _changed(self, session: Session, happened: tuple[Event, ...]) -> bool:
        """Take in the timeline; tell whether there is another score."""
        timeline = session.timeline
        if timeline is not self._timeline:
            # What was said before a timeline was changed by hand is not said again, and the rest has moved.
            self._sentences = None if self._timeline is None else (*session.said, *session.unsaid)
            self._occurrence = timeline.occurrence_at(session.position).index
            self._timeline, self._score = timeline, None
            self._waits = tuple(segment.end for segment in timeline.segments if segment.waits)
            return True
        if self._sentences is not None and any(isinstance(event, Moved) for event in happened):
            self._sentences = self._score = None
            return True
        return False

    def _written(self) -> Score:
        """Give the score of the timeline as it is now."""
        if self._score is None and self._timeline is not None:
            notes = self._notes_of(self._timeline)
            if self._sentences is not None:
                notes = with_unsaid(notes, self._timeline, self._occurrence, self._sentences, self._real)
            self._score = Score(notes, self._real(self._timeline.total), self._spoken(asides(self._timeline)))
        return self._score or Score(())

    def _real(self, time: Milliseconds) -> Milliseconds:
        return int(time / self._speed)

    # Time

    def _anchor_of(self, session: Session, now: Milliseconds) -> Milliseconds | None:
        """Give the time at which position 0 was, or would have been; `None` while nothing goes on."""
        here = session.position + session.waited
        if session.state in MOVING:
            return now - here + (session.lead_in if session.state is State.LEAD_IN else 0)
        if session.state is not State.FINISHED:
            return None
        # At the end time goes on for what still rings: from the end that came by itself, or from here after a jump.
        arrived = self._anchor is not None and now - self._anchor >= here
        return self._anchor if arrived else now - here

    def _go_of(self, session: Session, now: Milliseconds, anchor: Milliseconds) -> Go:
        position = self._real(session.position + session.waited)
        counts = [
            self._times.machine_nanoseconds(now + session.lead_in - left)
            for left in range(LEAD_IN, 0, -SECOND)
            if left <= session.lead_in
        ]
        at = self._times.machine_nanoseconds(anchor) + position * MILLISECOND
        return Go(position=position, at=at, counts=tuple(counts) if session.state is State.LEAD_IN else ())

    def _renewed(self, session: Session, now: Milliseconds, anchor: Milliseconds, *, fresh: bool) -> list[Seen]:
        """Renew the lease, where that is worth a message; a segment that waits for the person holds the score."""
        over = session.state is State.FINISHED
        until = self._times.machine_nanoseconds(now) + (LEASE_AT_END if over else LEASE)
        here = session.position
        wait = next((end for end in self._waits if end > here), None)
        held = None if wait is None else self._times.machine_nanoseconds(anchor + wait)
        if not fresh and held == self._seen.held and 0 <= until - self._seen.until < _RENEW:
            return []
        self._seen = Seen(until, held)
        return [self._seen]
