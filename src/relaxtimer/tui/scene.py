"""What stands on the stage: the pace of breath or tempo as an orb, or the shape of the phase in a ring of its time.

Where there is no room for a picture the pace is a bar that fills and empties.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.geometry import Size
from textual.strip import Strip

from relaxtimer.core.duration import SECOND
from relaxtimer.core.pattern import Breath
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui.colours import Ink, Look, style
from relaxtimer.tui.dial import Dial, rows
from relaxtimer.tui.orb import Orb, orb_rows, radius, words_on_orb
from relaxtimer.tui.pacing import level, motion_words
from relaxtimer.tui.rows import row
from relaxtimer.tui.view import View

# A disc smaller than this has no room for words.
_LEAST_HEIGHT, _LEAST_WIDTH = 7, 14
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
    pattern, pace = moment.segment.pattern, moment.pace
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
    drawn = list(orb_rows(orb))
    words = (beat.motion, str(beat.seconds), f"{beat.kind} {beat.cycle} of {beat.cycles}")
    for y, each in enumerate(words, start=(height - len(words)) // 2):
        drawn[y] = words_on_orb(orb, y, f" {each} ")
    return tuple(drawn)


def _bar(width: int, beat: Beat, look: Look) -> Strip:
    end = f" {beat.cycle}/{beat.cycles}"
    room = max(width - _MOTION_WIDTH - len(end) - 1, 0)
    full, eighth = divmod(round((beat.level or 0) * room * 8), 8)
    filled = "█" * full + (_EIGHTHS[eighth] if eighth else "")
    motion = (f"{beat.motion} {beat.seconds} ".ljust(_MOTION_WIDTH), style(look, Ink.TEXT, bold=True))
    count = (end, style(look, Ink.DIM))
    return row([motion, (filled, style(look, Ink.WORK))], width, style(look, Ink.TEXT), right=[count])
