"""What happened -> lines: one for each thing that matters, meaning first, none for each second."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from relaxtimer.core.body import Position
from relaxtimer.core.cues import Cue, CueKind
from relaxtimer.core.done import done_line
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.events import (
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
    SegmentStarted,
    VariantTaken,
    WasAway,
    WentOn,
)
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.core.stop_rules import STOP_RULES
from relaxtimer.plain.choices import choice_lines
from relaxtimer.plain.marks import marks_of
from relaxtimer.plain.words import (
    left,
    length_line,
    part_line,
    place,
    sentences,
    spoken,
    step_line,
)

TEN_SECONDS = "Ten seconds."


class Lines:
    """Follows a session and writes it down.

    `listening` tells whether somebody could press a key; `real` turns session time into the time on the wall, and
    `pause_key` is what the key is called that pauses and goes on.
    """

    def __init__(self, session: Session, real: Callable[[Milliseconds], Milliseconds], pause_key: str) -> None:
        """Have written nothing."""
        self.listening = False
        self._pause_key = pause_key
        self._session = session
        self._real = real
        self._begun = False
        self._away: Milliseconds = 0
        self._told: Position | None = None
        self._cautioned: set[int] = set()
        self._seen = session.position
        self._handlers: dict[type[Event], Callable[[Any], Iterable[str]]] = {
            LeadInStarted: self._lead_in,
            CueDue: self._cue_due,
            Paused: self._paused,
            WasAway: self._was_away,
            Moved: self._moved,
            LengthChanged: self._length_changed,
            HoldStopped: self._hold_stopped,
            Eased: lambda event: [f"Easier: {event.words}"],
            VariantTaken: lambda event: [f"Easier: {event.words}" if event.easier else event.words],
            Finished: lambda _: [done_line(session)],
            Left: lambda _: ["Ended here.", done_line(session)],
        }
        self._cues: dict[CueKind, Callable[[Cue, Segment], Iterable[str]]] = {
            CueKind.STEP: self._step,
            CueKind.INSTRUCTION: _as_it_is,
            CueKind.BREATH_CUE: _as_it_is,
            CueKind.BEGIN: self._begin,
            CueKind.PART: lambda cue, segment: [part_line(segment, cue.text or "")],
            CueKind.HALF: self._half,
            CueKind.SWITCH: _as_it_is,
            CueKind.READY: self._ready,
            CueKind.REST: lambda _, segment: [f"Rest: {spoken(segment.duration)}."],
            CueKind.NEXT: _as_it_is,
            CueKind.END: lambda _cue, _segment: ["Finished.", *sentences(session.timeline.routine.after)],
        }

    def of(self, events: Iterable[Event]) -> list[str]:
        """Write down what happened, and that the last ten seconds have begun."""
        lines: list[str] = []
        happened = list(events)
        for event, after in zip(happened, [*happened, None][1:], strict=True):
            lines += self._marked(event)
            if isinstance(event, WentOn):
                lines += self._went_on(after)
            else:
                lines += self._handlers.get(type(event), _nothing)(event)
        return [*lines, *self._up_to(self._session.position)]

    def next_mark(self) -> Milliseconds | None:
        """Give how far it is to the next mark of ten seconds, while the session comes nearer to it."""
        if self._session.state is not State.RUNNING:
            return None
        position = self._session.position
        return next((mark - position for mark in marks_of(self._session.timeline) if mark > position), None)

    # Ten seconds

    def _marked(self, event: Event) -> list[str]:
        """Let the marks come in their place between events."""
        match event:
            case CueDue(cue) if cue.kind is CueKind.HALF and cue.at in marks_of(self._session.timeline):
                self._seen = max(self._seen, cue.at)
            case CueDue(cue):
                return self._up_to(cue.at - 1)
            case SegmentStarted(_, segment):
                return self._up_to(segment.start - 1)
            case Moved(_, after):
                self._seen = after
            case LengthChanged():
                self._seen = self._session.position
            case _:
                pass
        return []

    def _up_to(self, position: Milliseconds) -> list[str]:
        due = [mark for mark in marks_of(self._session.timeline) if self._seen < mark <= position]
        self._seen = max(self._seen, position)
        return [TEN_SECONDS for _ in due]

    # Cues

    def _cue_due(self, event: CueDue) -> Iterable[str]:
        cue = event.cue
        handler = self._cues.get(cue.kind)
        return () if handler is None else handler(cue, self._session.timeline.segments[cue.segment])

    def _step(self, _: Cue, segment: Segment) -> Iterator[str]:
        timeline = self._session.timeline
        yield step_line(timeline, segment, self._told)
        self._told = segment.step.position
        if segment.round is None or segment.round.n == 1:
            yield length_line(timeline, segment)
        if segment.number not in self._cautioned:
            self._cautioned.add(segment.number)
            yield from segment.step.cautions

    def _begin(self, cue: Cue, segment: Segment) -> Iterator[str]:
        """Say that it begins, unless that was clear from the line before."""
        before = self._session.timeline.segments[cue.segment - 1] if cue.segment else None
        if before is not None and before.phase in {Phase.PREPARE, Phase.SWITCH} and not segment.waits:
            yield "Begin."

    def _half(self, cue: Cue, _: Segment) -> Iterator[str]:
        both = cue.at in marks_of(self._session.timeline)
        yield f"{cue.text} {TEN_SECONDS}" if both else cue.text or ""

    def _ready(self, cue: Cue, segment: Segment) -> Iterator[str]:
        yield cue.text or ""
        if self.listening:
            yield f"{self._pause_key}: ready."
        else:
            yield f"It goes on by itself after {spoken(segment.duration)}."

    # Standing still and going on

    def _lead_in(self, event: LeadInStarted) -> Iterator[str]:
        begins = "Going on" if self._begun else "Starting"
        yield f"{begins} in {spoken(event.duration)}.{self._left() if self._session.moment.elapsed else ''}"

    def _went_on(self, after: Event | None) -> Iterator[str]:
        begun, self._begun = self._begun, True
        if begun and not isinstance(after, SegmentStarted):
            yield "Now."

    def _was_away(self, event: WasAway) -> Iterable[str]:
        self._away = self._real(event.duration)
        return ()

    def _paused(self, _: Paused) -> Iterable[str]:
        away, self._away = self._away, 0
        return self.paused(away)

    def paused(self, away: Milliseconds) -> list[str]:
        """Say that it stands still, and for how long nobody saw the time pass before that, if anybody would notice."""
        noticed = away >= SECOND
        line = f"You were away for {spoken(away)}. Paused where you were." if noticed else f"Paused.{self._left()}"
        return [line, f"{self._pause_key}: go on."] if self.listening else [line]

    def _moved(self, _: Moved) -> Iterator[str]:
        session = self._session
        if session.state in {State.PAUSED, State.LEAD_IN}:
            yield f"Now at {place(session.timeline, session.moment.segment)}."

    def _length_changed(self, event: LengthChanged) -> Iterator[str]:
        more = "more" if event.by > 0 else "less"
        yield f"{spoken(abs(event.by))} {more}.{self._left()}"

    def _hold_stopped(self, _: HoldStopped) -> Iterator[str]:
        yield "Stopped. Ease off, and breathe. Choose what is next."
        yield STOP_RULES[0]
        yield from choice_lines(self._session)

    def _left(self) -> str:
        moment = self._session.moment
        return "" if moment.segment.waits else f" {left(moment.remaining)}."


def _as_it_is(cue: Cue, _: Segment) -> Iterable[str]:
    return () if cue.text is None else (cue.text,)


def _nothing(_: Event) -> Iterable[str]:
    return ()
