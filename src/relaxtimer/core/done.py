"""What was done of a routine, in one sentence; every face closes a session with it."""

from __future__ import annotations

from relaxtimer.core.duration import SECOND, in_words
from relaxtimer.core.ledger import Ledger, Outcome
from relaxtimer.core.session import Session


def done_line(session: Session) -> str:
    """Say how many steps were done, a side of each at least whole, as the history counts them, and how much work."""
    worked = sum(time for time in session.worked.values() if time >= SECOND)
    if not worked:
        return "Nothing was done."
    rounded = in_words((worked + SECOND // 2) // SECOND * SECOND)
    steps = len({row.number for row in Ledger(session).rows() if row.outcome is Outcome.DONE})
    if not steps:
        return f"You did {rounded} of work."
    return f"You did {steps} of {session.timeline.steps} steps: {rounded} of work."
