"""What a session is told to do, and what happened in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from relaxtimer.core.cues import Cue
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.segment import Segment


class Command(StrEnum):
    """A request to the session, in the imperative."""

    START = "start"
    PAUSE = "pause"
    GO_ON = "go on"
    NEXT = "next"
    BACK = "back"
    AGAIN = "again"
    LONGER = "longer"
    SHORTER = "shorter"
    SWITCH_SIDES = "switch sides"
    HURTS = "this hurts"
    EASIER = "easier"
    SKIP_SIDE = "skip this side"
    SKIP_STEP = "skip this step"
    REST = "rest"
    END_HERE = "end here"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class LeadInStarted:
    """The seconds before the session runs have begun; `duration` in milliseconds."""

    duration: Milliseconds


@dataclass(frozen=True, slots=True)
class WentOn:
    """The session runs, for the first time or again."""


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    """The session entered a segment: by itself or by a jump."""

    index: int
    segment: Segment


@dataclass(frozen=True, slots=True)
class CueDue:
    """The moment of a cue has come."""

    cue: Cue


@dataclass(frozen=True, slots=True)
class WaitStarted:
    """The session waits for the person to be ready, and counts up."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class Paused:
    """The session stands still."""


@dataclass(frozen=True, slots=True)
class WasAway:
    """The machine slept or the process was stopped for so long (milliseconds). None of it was counted."""

    duration: Milliseconds


@dataclass(frozen=True, slots=True)
class Moved:
    """The position was changed by hand, from here to there."""

    before: Milliseconds
    after: Milliseconds


@dataclass(frozen=True, slots=True)
class LengthChanged:
    """What goes on now was made longer or shorter by so much (milliseconds)."""

    by: Milliseconds


@dataclass(frozen=True, slots=True)
class SidesSwapped:
    """The step now starts with its other side."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class HoldStopped:
    """The person said that it hurts: everything stopped."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class Eased:
    """The step goes on in its easier variant."""

    words: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The routine ran to its end."""


@dataclass(frozen=True, slots=True)
class Left:
    """The person ended the session before its end."""


Event: TypeAlias = (
    LeadInStarted
    | WentOn
    | SegmentStarted
    | CueDue
    | WaitStarted
    | Paused
    | WasAway
    | Moved
    | LengthChanged
    | SidesSwapped
    | HoldStopped
    | Eased
    | Finished
    | Left
)
