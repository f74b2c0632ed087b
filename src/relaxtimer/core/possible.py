"""Which commands make sense at a moment of a timeline, beyond what the table of states says."""

from __future__ import annotations

from relaxtimer.core import changes
from relaxtimer.core.events import Command
from relaxtimer.core.segment import Phase
from relaxtimer.core.timeline import Moment, Timeline


def possible(command: Command, timeline: Timeline, moment: Moment) -> bool:
    """Tell whether there is anything that a command could do here."""
    match command:
        case Command.LONGER:
            return changes.longer(timeline, moment) is not None
        case Command.SHORTER:
            return changes.shorter(moment) is not None
        case Command.SWITCH_SIDES | Command.SKIP_SIDE:
            swap = command is Command.SWITCH_SIDES and changes.can_swap_sides(timeline, moment)
            return swap or other_side(timeline, moment) is not None
        case Command.EASIER | Command.EASE:
            return changes.can_ease(moment)
        case _:
            return moment.segment.easier if command is Command.FULL else True


def other_side(timeline: Timeline, moment: Moment) -> int | None:
    """Give the segment where the other side begins, once the work on this one has."""
    segment = moment.segment
    getting_ready = segment.phase is Phase.PREPARE and segment.part is None
    return None if getting_ready else changes.other_side(timeline, moment)
