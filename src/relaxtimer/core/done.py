"""What was done of a routine, in one sentence; every face closes a session with it."""

from __future__ import annotations

from relaxtimer.core.duration import SECOND, in_words
from relaxtimer.core.session import Session


def done_line(session: Session) -> str:
    """Say what was done: how many steps had any work, and how much work it was."""
    worked = {key: time for key, time in session.worked.items() if time >= SECOND}
    if not worked:
        return "Nothing was done."
    occurrences = session.timeline.occurrences
    steps = {occurrences[occurrence].number for occurrence, _ in worked}
    whole = (sum(worked.values()) + SECOND // 2) // SECOND * SECOND
    return f"You did {len(steps)} of {session.timeline.steps} steps: {in_words(whole)} of work."
