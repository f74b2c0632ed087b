"""What the screen says of a session at one moment: everything but the pictures. Two equal views look the same."""

from __future__ import annotations

from typing import NamedTuple

from relaxtimer.core.body import Side
from relaxtimer.core.duration import Milliseconds, clock, countdown
from relaxtimer.core.lasting import Parts
from relaxtimer.core.routine import with_side
from relaxtimer.core.segment import Phase, Segment, position_words
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui.cautions import Cautions, cautions_of
from relaxtimer.tui.colours import Ink
from relaxtimer.tui.sentences import all_sentences, said_now, sentences_now
from relaxtimer.tui.shapes import Shape

_STATES = {
    State.BEFORE: (Shape.LEAD_IN, "Get ready", Ink.PREPARE),
    State.LEAD_IN: (Shape.LEAD_IN, "Get ready", Ink.PREPARE),
    State.PAUSED: (Shape.PAUSED, "Paused", Ink.TEXT),
    State.WAITING: (Shape.WAITING, "Ready when you are", Ink.PREPARE),
    State.HURTING: (Shape.HURTING, "Stopped", Ink.TEXT),
    State.FINISHED: (Shape.FINISHED, "Finished", Ink.WORK),
    State.LEFT: (Shape.FINISHED, "Ended here", Ink.WORK),
}
_PHASES = {
    Phase.PREPARE: (Shape.PREPARE, "Prepare", Ink.PREPARE),
    Phase.WORK: (Shape.WORK, "Work", Ink.WORK),
    Phase.SWITCH: (Shape.SWITCH, "Switch sides", Ink.SWITCH),
    Phase.REST: (Shape.REST, "Rest", Ink.REST),
}


class Coming(NamedTuple):
    """What follows, and what is said of it where there is room."""

    what: tuple[str, ...]
    more: tuple[str, ...] = ()


class View(NamedTuple):
    """What is said of one moment.

    `details` are round and part; `words` the sentences that matter now, `spoken` which of them is being said, if one
    is, `all_words` those of the whole step. `left` is the time left of the whole routine, `done` the share of the
    segment that has passed, in hundredths.
    """

    state: State
    shape: Shape
    word: str
    ink: Ink
    digits: str
    routine: str
    name: str
    number: int
    steps: int
    side: Side | None
    details: tuple[str, ...]
    position: str
    words: tuple[str, ...]
    spoken: int | None
    all_words: tuple[str, ...]
    coming: Coming
    left: str
    done: int
    sound: str
    note: str
    cautions: Cautions

    @property
    def step(self) -> str:
        """Which step this is."""
        return f"step {self.number} of {self.steps}"

    @property
    def side_words(self) -> str:
        """The side with its arrow, at the end it points to."""
        if self.side is None:
            return ""
        return f"{Shape.LEFT.mark} LEFT SIDE" if self.side is Side.LEFT else f"RIGHT SIDE {Shape.RIGHT.mark}"


def view_of(session: Session, *, sound: str = "", note: str = "", start: Milliseconds = 0) -> View:
    """Describe a session as it is now.

    `note` is what the person is told besides, `sound` what is to be known of the sound, `start` where it began.
    """
    moment = session.moment
    segment = moment.segment
    shape, word, ink = _PHASES[segment.phase] if session.state is State.RUNNING else _STATES[session.state]
    turn = _turn(session)
    if turn and session.state is State.RUNNING:
        word = "Get into place"
    cautions = cautions_of(session, start)
    # What is needed is told once: before the session, or else before its step.
    words = tuple(each for each in sentences_now(session) if each not in cautions.opening.others)
    return View(
        state=session.state,
        shape=shape,
        word=word,
        ink=ink,
        digits=_digits(session),
        routine=session.timeline.routine.name,
        name=segment.step.name,
        number=segment.number,
        steps=session.timeline.steps,
        side=segment.side,
        details=_details(segment),
        position=turn or position_words(segment),
        words=words,
        spoken=said_now(session, words),
        all_words=all_sentences(segment),
        coming=_coming(session),
        left=countdown(session.remaining),
        done=0 if session.over else 100 * moment.elapsed // max(segment.duration, 1),
        sound=sound,
        note=note,
        cautions=cautions,
    )


def _turn(session: Session) -> str:
    """Say from which position to which one turns, while one gets into another than before."""
    segment = session.moment.segment
    index = session.timeline.occurrence_at(session.position).first
    if segment.phase is not Phase.PREPARE or not index:
        return ""
    before = session.timeline.segments[index - 1]
    if before.step.ends_in is segment.step.position:
        return ""
    return f"{with_side(before.step.ends_in.words, before.side)} → {position_words(segment)}"


def _digits(session: Session) -> str:
    match session.state:
        case State.BEFORE | State.LEAD_IN:
            return str(session.count)
        case State.WAITING:
            return clock(session.waited)
        case State.PAUSED if session.waited:
            return clock(session.waited)
        case _:
            return countdown(session.moment.remaining)


def _details(segment: Segment) -> tuple[str, ...]:
    found: list[str] = []
    if segment.round is not None and segment.round.of > 1:
        found.append(f"round {segment.round.n} of {segment.round.of}")
    if segment.part is not None and isinstance(segment.step.lasting, Parts):
        parts = segment.step.lasting.parts
        place = 1 + [part.name for part in parts].index(segment.part.name)
        found.append(f"{place} of {len(parts)}: {with_side(segment.part.name, segment.side)}")
    if segment.easier:
        found.append("easier")
    return tuple(found)


def _coming(session: Session) -> Coming:
    """Say what follows: the other side, if it is still to come, and the next step, its position, what it needs."""
    timeline = session.timeline
    now = session.moment
    segments = timeline.segments
    side = next(
        (
            segment.side
            for segment in segments[now.index + 1 :]
            if segment.occurrence == now.segment.occurrence and segment.side not in {now.segment.side, None}
        ),
        None,
    )
    found = [f"then the {side} side"] if side is not None and now.segment.side is not None else []
    after = timeline.occurrence_at(session.position).index + 1
    if after == len(timeline.occurrences):
        return Coming((*found, "the end"))
    occurrence = timeline.occurrences[after]
    if occurrence.number == now.segment.number:
        again = f"round {occurrence.round.n} of {occurrence.round.of}" if occurrence.round else "once more"
        return Coming((*found, again))
    first = segments[occurrence.first]
    things = (", ".join(occurrence.step.equipment),) if occurrence.step.equipment else ()
    return Coming((*found, occurrence.step.name), (position_words(first), *things))
