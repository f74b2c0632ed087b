"""How a session stands: everything that can be read of it, and nothing that changes it."""

from __future__ import annotations

from relaxtimer.core.body import Side
from relaxtimer.core.cues import Cue
from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.lead_in import LeadIn
from relaxtimer.core.playhead import Playhead
from relaxtimer.core.states import OVER, State
from relaxtimer.core.timeline import Moment, Timeline


class Standing:
    """What can be read of a session."""

    def __init__(self, playhead: Playhead, lead_in: LeadIn) -> None:
        """Stand before the beginning."""
        self.state = State.BEFORE
        self._playhead = playhead
        self._lead_in = lead_in

    @property
    def timeline(self) -> Timeline:
        """The timeline, with the changes made by hand so far."""
        return self._playhead.timeline

    @property
    def position(self) -> Milliseconds:
        """The time spent running, on the timeline."""
        return self._playhead.position

    @property
    def moment(self) -> Moment:
        """What is at the position now."""
        return self._playhead.moment

    @property
    def waited(self) -> Milliseconds:
        """The time spent so far in the segment that waits."""
        return self._playhead.waited

    @property
    def lead_in(self) -> Milliseconds:
        """What is left of the lead-in, and of what passes before its first count."""
        return self._lead_in.left

    @property
    def count(self) -> int:
        """The count of the lead-in that stands now: 3 to 1."""
        return self._lead_in.count

    @property
    def unsaid(self) -> tuple[Cue, ...]:
        """The sentences of this step that are still to be said, each where it will be."""
        return self._playhead.unsaid

    @property
    def said(self) -> tuple[Cue, ...]:
        """The sentences of this step that were said since the last jump, each where it was."""
        return tuple(self._playhead.said)

    @property
    def worked(self) -> dict[tuple[int, Side | None], Milliseconds]:
        """The work done, by occurrence of a step and side."""
        return dict(self._playhead.worked)

    @property
    def spent(self) -> Milliseconds:
        """All the time spent running and waiting."""
        return self._playhead.spent

    @property
    def remaining(self) -> Milliseconds:
        """What is left of the whole routine."""
        return self.timeline.total - self.position

    @property
    def over(self) -> bool:
        """Whether nothing more can happen."""
        return self.state in OVER
