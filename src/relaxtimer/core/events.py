"""What a session is told to do, and what happened in it."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

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
    EASE = "take the easier variant"
    FULL = "take the full variant"
    SKIP_SIDE = "skip this side"
    SKIP_STEP = "skip this step"
    REST = "rest"
    END_HERE = "end here"
    LEAVE = "leave"


class LeadInStarted(Struct, frozen=True):
    """The seconds before the session runs are about to be counted; `duration` in milliseconds."""

    duration: Milliseconds


class WentOn(Struct, frozen=True):
    """The session runs, for the first time or again."""


class SegmentStarted(Struct, frozen=True):
    """The session entered a segment: by itself or by a jump."""

    index: int
    segment: Segment


class CueDue(Struct, frozen=True):
    """The moment of a cue has come."""

    cue: Cue


class WaitStarted(Struct, frozen=True):
    """The session waits for the person to be ready, and counts up."""

    segment: Segment


class Paused(Struct, frozen=True):
    """The session stands still."""


class WasAway(Struct, frozen=True):
    """The machine slept or the process was stopped for so long (milliseconds). None of it was counted."""

    duration: Milliseconds


class Moved(Struct, frozen=True):
    """The position was changed by hand, from here to there."""

    before: Milliseconds
    after: Milliseconds


class LengthChanged(Struct, frozen=True):
    """What goes on now was made longer or shorter by so much (milliseconds)."""

    by: Milliseconds


class SidesSwapped(Struct, frozen=True):
    """The step now starts with its other side."""

    segment: Segment


class HoldStopped(Struct, frozen=True):
    """The person said that it hurts: everything stopped."""

    segment: Segment


class Eased(Struct, frozen=True):
    """The step goes on in its easier variant."""

    words: str


class VariantTaken(Struct, frozen=True):
    """The step goes on in its easier variant, or as it is written again; nothing stops for that."""

    words: str
    easier: bool


class Finished(Struct, frozen=True):
    """The routine ran to its end."""


class Left(Struct, frozen=True):
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
    | VariantTaken
    | Finished
    | Left
)
