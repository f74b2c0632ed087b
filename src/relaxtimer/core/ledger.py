"""What was done in a session, step by step: the rows of the record, as they change.

A row is of one time that a step comes up, and one side of it. It tells what became of that, whether the easier
variant was taken, whether it hurt, and how long the work was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from relaxtimer.core.body import Side
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.events import (
    Eased,
    Event,
    Finished,
    HoldStopped,
    Left,
    Moved,
    Paused,
    SegmentStarted,
    VariantTaken,
)
from relaxtimer.core.segment import Phase, Segment
from relaxtimer.core.session import Session
from relaxtimer.core.variants import key_of

# What changes rows, or ends a stretch of work that was not written yet.
_TELLING = (SegmentStarted, Moved, Paused, HoldStopped, Eased, VariantTaken, Finished, Left)
# What is left of a side's work when the next thing begins is less than this, if nothing of it was left out.
_ALMOST = SECOND // 10


class Outcome(StrEnum):
    """What became of a step."""

    DONE = "done"
    PART = "part"
    SKIPPED = "skipped"


class Row(Struct, frozen=True):
    """One side of one time that a step comes up; `occurrence` counts from 0, `number` from 1.

    `key` is what the step is remembered by, `worked` the work in milliseconds.
    """

    occurrence: int
    number: int
    key: str
    name: str
    side: Side | None
    outcome: Outcome
    eased: bool
    hurt: bool
    worked: Milliseconds


Place = tuple[int, Side | None]


class Ledger:
    """Keeps account of one session."""

    def __init__(self, session: Session) -> None:
        """Begin with nothing, where the session is now: what lies before that is no part of it."""
        self._session = session
        self._begun = session.position
        self._hurt: set[Place] = set()
        self._told: dict[Place, Row] = {}

    def follow(self, events: Iterable[Event]) -> bool:
        """Take note of what happened; tell whether there is something to be written."""
        telling = False
        for event in events:
            if isinstance(event, HoldStopped):
                self._hurt.add(self._place_of(event.segment))
            telling = telling or isinstance(event, _TELLING)
        return telling

    def _place_of(self, segment: Segment) -> Place:
        """Give what hurt: in a rest, which has no side, the work before it."""
        place = (segment.occurrence, segment.side)
        own = [each for each in self._planned() if each[0] == segment.occurrence]
        return place if place in own or not own else own[-1]

    @property
    def hurt(self) -> bool:
        """Whether anything hurt."""
        return bool(self._hurt)

    def changed(self) -> tuple[Row, ...]:
        """Give the rows that are not as they were when `wrote` was last called."""
        return tuple(row for row in self.rows() if self._told.get((row.occurrence, row.side)) != row)

    def wrote(self, rows: Iterable[Row]) -> None:
        """Take it that these rows are kept now."""
        self._told |= {(row.occurrence, row.side): row for row in rows}

    def wrote_nothing(self) -> None:
        """Take it that no row is kept."""
        self._told.clear()

    def rows(self) -> Iterator[Row]:
        """Yield a row for each step and side up to here, and for those of which something was done."""
        session = self._session
        worked, position = session.worked, session.position
        planned = self._planned()
        for place, segments in planned.items():
            reached = segments[0].start < position and segments[-1].end > self._begun
            if reached or place in worked or place in self._hurt:
                yield self._row(place, segments, worked.get(place, 0), over=position >= segments[-1].end)

    def _planned(self) -> dict[Place, list[Segment]]:
        """Give the work of each side of each step."""
        planned: dict[Place, list[Segment]] = {}
        for segment in self._session.timeline.segments:
            if segment.phase is Phase.WORK:
                planned.setdefault((segment.occurrence, segment.side), []).append(segment)
        return planned

    def _row(self, place: Place, segments: list[Segment], worked: Milliseconds, *, over: bool) -> Row:
        first = segments[0]
        waits = any(segment.waits for segment in segments)
        length = sum(segment.duration for segment in segments)
        whole = worked > 0 and over if waits else worked >= length - _ALMOST
        return Row(
            first.occurrence,
            first.number,
            key_of(first.step, self._session.timeline.routine),
            first.step.name,
            first.side,
            Outcome.DONE if whole else Outcome.PART if worked else Outcome.SKIPPED,
            any(segment.easier for segment in segments),
            place in self._hurt,
            worked,
        )
