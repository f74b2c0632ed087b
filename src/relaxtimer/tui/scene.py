"""What stands on the stage: the pace of breath or tempo as an orb, or the shape of the phase in a ring of its time.

Where there is no room for a picture the pace is a bar that fills and empties.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from textual.geometry import Size
from textual.strip import Strip

from relaxtimer.core.duration import SECOND
from relaxtimer.core.pattern import Breath
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui.colours import Ink, Look, style
from relaxtimer.tui.dial import Dial, rows
from relaxtimer.tui.digits import picture as digits
from relaxtimer.tui.orb import Orb, orb_rows, picture_on_orb, radius, room_for_words, words_on_orb
from relaxtimer.tui.pacing import level, motion_words
from relaxtimer.tui.rows import row
from relaxtimer.tui.view import View

# A disc smaller than this has no room for words.
_LEAST_HEIGHT, _LEAST_WIDTH = 7, 14
# From this height on the seconds are drawn in large digits.
_LARGE = 13
# For the longest motion with its seconds.
_MOTION_WIDTH = 15
# How full the disc is where it does not move: large enough for its words.
_STILL = 0.75
_EIGHTHS = " ▏▎▍▌▋▊▉█"


class Beat(NamedTuple):
    """Where a pace is: what to do, for how many seconds more, in which cycle of how many; how full, from 0 to 1.

    Without a level nothing moves.
    """

    motion: str
    seconds: int
    kind: str
    cycle: int
    cycles: int
    level: float | None


def beat_of(session: Session, *, calm: bool) -> Beat | None:
    """Give where the pace of a session is, if something is paced now; when calm, without what would move."""
    moment = session.moment
    pattern, pace = moment.segment.paced, moment.pace
    if pattern is None or pace is None or session.state is not State.RUNNING:
        return None
    return Beat(
        motion=motion_words(pace),
        seconds=-(-pace.remaining // SECOND),
        kind="breath" if isinstance(pattern, Breath) else "repetition",
        cycle=pace.cycle,
        cycles=pace.cycles,
        level=None if calm else level(pattern, moment.elapsed),
    )


def scene(size: Size, view: View, beat: Beat | None, look: Look) -> tuple[Strip, ...]:
    """Draw the stage. A row that stays as it is is the very same strip."""
    width, height = size
    if height < _LEAST_HEIGHT or width < _LEAST_WIDTH:
        first = row([], width, style(look, Ink.TEXT)) if beat is None else _bar(width, beat, look)
        return (first, *[row([], width, style(look, Ink.TEXT))] * (height - 1))
    if beat is None:
        return rows(Dial(width, height, view.shape, view.ink, look), view.done)
    orb = Orb(width, height, radius(width, height, _STILL if beat.level is None else beat.level), look)
    return _told(orb, beat)


def _told(orb: Orb, beat: Beat) -> tuple[Strip, ...]:
    """Write what to do, for how long and how often on an orb: the seconds as large as its height allows."""
    drawn = list(orb_rows(orb))
    grid = digits(str(beat.seconds), orb.width // 3, orb.height // 4 * 2) if orb.height >= _LARGE else ()
    rows = (len(grid) + 1) // 2 or 1
    top = (orb.height - rows) // 2
    drawn[top - 1] = words_on_orb(orb, top - 1, f" {beat.motion} ")
    if grid:
        lines = (*grid, bytes(len(grid[0])))
        for y in range(rows):
            drawn[top + y] = picture_on_orb(orb, top + y, lines[2 * y], lines[2 * y + 1])
    else:
        drawn[top] = words_on_orb(orb, top, f" {beat.seconds} ")
    below = top + rows
    count = f"{beat.cycle} of {beat.cycles}"
    whole = f" {beat.kind} {count} "
    fits = cell_len(whole) <= room_for_words(orb, below)
    drawn[below] = words_on_orb(orb, below, whole if fits else f" {count} ")
    return tuple(drawn)


def _bar(width: int, beat: Beat, look: Look) -> Strip:
    end = f" {beat.cycle}/{beat.cycles}"
    room = max(width - _MOTION_WIDTH - len(end) - 1, 0)
    full, eighth = divmod(round((beat.level or 0) * room * 8), 8)
    filled = "█" * full + (_EIGHTHS[eighth] if eighth else "")
    motion = (f"{beat.motion} {beat.seconds} ".ljust(_MOTION_WIDTH), style(look, Ink.TEXT, bold=True))
    count = (end, style(look, Ink.DIM))
    return row([motion, (filled, style(look, Ink.WORK))], width, style(look, Ink.TEXT), right=[count])
