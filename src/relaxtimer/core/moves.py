"""Where a command by hand leads to on the timeline, in milliseconds."""

from __future__ import annotations

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.events import Command
from relaxtimer.core.timeline import Timeline

# Going back within this time of a step's start means the step before.
JUST_STARTED: Milliseconds = 2 * SECOND


def next_step(timeline: Timeline, position: Milliseconds) -> Milliseconds:
    """Give where the next step begins; after the last one that is the end."""
    place = timeline.occurrence_at(position).index + 1
    return timeline.occurrences[place].start if place < len(timeline.occurrences) else timeline.total


def again(timeline: Timeline, position: Milliseconds, waited: Milliseconds, command: Command) -> Milliseconds:
    """Give where this step begins, or for `back` soon after its start the one before; `waited` is time spent here."""
    here = timeline.occurrence_at(position)
    just_started = position - here.start + waited <= JUST_STARTED
    if command is Command.BACK and just_started and here.index:
        here = timeline.occurrences[here.index - 1]
    return here.start
