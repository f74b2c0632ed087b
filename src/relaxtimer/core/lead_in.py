"""The seconds that are counted before a session runs."""

from __future__ import annotations

from relaxtimer.core.duration import SECOND, Milliseconds

LEAD_IN: Milliseconds = 3 * SECOND


class LeadIn:
    """A count down to 1, by the second; `lead` is what passes before its first count can be heard."""

    def __init__(self, lead: Milliseconds) -> None:
        """Have counted nothing."""
        self.left: Milliseconds = 0
        """What is left before the session runs, with what is left of the lead."""
        self._lead = lead
        self._counted: Milliseconds = LEAD_IN

    def begin(self, duration: Milliseconds) -> None:
        """Begin one that lasts so long from its first second on; only its last three are counted aloud."""
        self.left, self._counted = self._lead + duration, duration

    def spend(self, time: Milliseconds) -> Milliseconds:
        """Spend time up to the next second at the most; give what is left over."""
        spent = min(time, self.due)
        self.left -= spent
        return time - spent

    @property
    def due(self) -> Milliseconds:
        """How long until the next second."""
        return (self.left - 1) % SECOND + 1

    @property
    def aloud(self) -> int:
        """The count that is due at this very moment; 0 for none."""
        left, part = divmod(self.left, SECOND)
        return 0 if part or self.left > LEAD_IN else left

    @property
    def count(self) -> int:
        """The count that stands now: before anything was counted the first one."""
        left = self.left or self._counted
        return -(-min(left, self._counted) // SECOND)
