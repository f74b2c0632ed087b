"""What to know before a session and before a step: when that is shown, and how it is laid into rows."""

from __future__ import annotations

from typing import NamedTuple

from relaxtimer.core.contraindications import sentence_of_routine
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.routine import DEFAULT_PREPARE, with_side
from relaxtimer.core.segment import Occurrence, Phase
from relaxtimer.core.session import Session
from relaxtimer.core.stop_rules import DISCLAIMER
from relaxtimer.tui.rows import wrapped
from relaxtimer.tui.sentences import needed

CAUTION = "△"
MORE = "More: press ?"
# Where nobody gets ready, or only for a moment, cautions stay as long as one usually does.
_LEAST_SHOWN = DEFAULT_PREPARE


class Opening(NamedTuple):
    """What is read before the session: the cautions, and below them the other sentences, the disclaimer last."""

    cautions: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


NOTHING = Opening()


class Cautions(NamedTuple):
    """What the routine needs and whom it is not for, the cautions of it and of this step.

    Both are empty where there is nothing to say. Whether the session begins, and whether the step does, comes last.
    """

    needs: str
    not_for: str
    routine: tuple[str, ...]
    step: tuple[str, ...]
    session_begins: bool
    step_begins: bool

    @property
    def opening(self) -> Opening:
        """What is read before the session: cautions, then what else there is to know; nothing after that."""
        if not self.session_begins:
            return NOTHING
        return Opening(self.routine, (*filter(None, (self.not_for, self.needs)), DISCLAIMER))

    @property
    def preparing(self) -> tuple[str, ...]:
        """What is read before the step; nothing after that."""
        return self.step if self.step_begins else ()


def cautions_of(session: Session, start: Milliseconds) -> Cautions:
    """Give the cautions for this moment; `start` is where on the timeline the session began, in milliseconds."""
    segment = session.moment.segment
    here = session.timeline.occurrence_at(session.position)
    first = session.timeline.occurrence_at(start)
    now = session.position + session.waited
    begins = not session.over and segment.phase is not Phase.REST
    return Cautions(
        needs=needed(session.timeline.routine.equipment),
        not_for=sentence_of_routine(session.timeline.routine),
        routine=session.timeline.routine.cautions,
        step=tuple(with_side(each, segment.side) for each in segment.step.cautions),
        session_begins=begins and start <= session.position and now < _shown_until(session, first, start),
        step_begins=begins and now < _shown_until(session, here, here.start),
    )


def _shown_until(session: Session, occurrence: Occurrence, start: Milliseconds) -> Milliseconds:
    """Give where cautions are no longer shown: the end of getting ready, but not too soon after `start`."""
    getting_ready = session.timeline.segments[occurrence.first]
    ready = getting_ready.end if getting_ready.phase is Phase.PREPARE else start
    return max(ready, start + _LEAST_SHOWN)


def marked(cautions: tuple[str, ...], width: int) -> list[tuple[str, str]]:
    """Lay out cautions in rows of a mark and words; the mark stands before the first row of each."""
    indent = len(CAUTION) + 1
    return [
        ((CAUTION if place == 0 else "").ljust(indent), line)
        for caution in cautions
        for place, line in enumerate(wrapped(caution, width - indent))
    ]


def opening_rows(opening: Opening, width: int) -> list[tuple[str, str]]:
    """Lay out what is read before the session: the cautions with their marks, the others below their words."""
    indent = len(CAUTION) + 1 if opening.cautions else 0
    others = (line for sentence in opening.others for line in wrapped(sentence, width - indent))
    return [*marked(opening.cautions, width), *((" " * indent, line) for line in others)]
