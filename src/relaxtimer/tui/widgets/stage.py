"""The stage: the pacer of breath or tempo, or the shape of the phase in a ring of its time. A bar in narrow places."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip

from relaxtimer.core.duration import SECOND
from relaxtimer.core.pattern import Breath
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui.colours import Depth, Ink
from relaxtimer.tui.dial import Dial, rows
from relaxtimer.tui.orb import Orb, orb_rows, radius, words_on_orb
from relaxtimer.tui.pacing import level, motion_words
from relaxtimer.tui.rows import row
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted

# A disc smaller than this has no room for words.
_LEAST_HEIGHT, _LEAST_WIDTH = 7, 14
# For the longest motion with its seconds.
_MOTION_WIDTH = 15
_EIGHTHS = " ▏▎▍▌▋▊▉█"


class Stage(Painted):
    """Draws anew only when, and only where, it looks different."""

    def __init__(self, depth: Depth, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Have nothing to pace."""
        super().__init__(depth, id)
        self._words: tuple[str, ...] = ()
        self._level = 0.0
        self._drawn: tuple[Strip, ...] = ()

    def show(self, view: View) -> None:
        """Show the phase, where nothing is paced."""
        self.view = view
        self._redraw()

    def pace(self, session: Session) -> None:
        """Show where breath or tempo is."""
        moment = session.moment
        pattern, pace = moment.segment.pattern, moment.pace
        if pattern is None or pace is None or session.state is not State.RUNNING:
            self._words = ()
        else:
            kind = "breath" if isinstance(pattern, Breath) else "repetition"
            seconds = -(-pace.remaining // SECOND)
            self._words = (motion_words(pace), str(seconds), f"{kind} {pace.cycle} of {pace.cycles}")
            self._level = level(pattern, moment.elapsed)
        self._redraw()

    def render_line(self, y: int) -> Strip:
        """Give a row as it was drawn."""
        return super().render_line(y) if self.flashing or not self._is_drawn() else self._drawn[y]

    def paint(self, y: int) -> Strip:
        """Give a row; after a change of size all are drawn again."""
        if not self._is_drawn():
            self._drawn = self._draw(*self.size)
        return self._drawn[y]

    def _is_drawn(self) -> bool:
        return bool(self._drawn) and (self._drawn[0].cell_length, len(self._drawn)) == self.size

    def _redraw(self) -> None:
        """Draw, and have the rows shown that are not as before."""
        width, height = self.size
        before, self._drawn = self._drawn, self._draw(width, height)
        if len(before) != len(self._drawn):
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, self._drawn, strict=True)) if old is not new]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def _draw(self, width: int, height: int) -> tuple[Strip, ...]:
        if not width or not height or self.view is None:
            return ()
        if height < _LEAST_HEIGHT or width < _LEAST_WIDTH:
            blank = self.blank()
            return (self._bar(width) if self._words else blank, *[blank] * (height - 1))
        if not self._words:
            return rows(Dial(width, height, self.view.shape, self.view.ink, self.depth), self.view.done)
        orb = Orb(width, height, radius(width, height, self._level), self.depth)
        first = (height - len(self._words)) // 2
        drawn = list(orb_rows(orb))
        for y, words in enumerate(self._words, start=first):
            drawn[y] = words_on_orb(orb, y, f" {words} ")
        return tuple(drawn)

    def _bar(self, width: int) -> Strip:
        """Draw the pace as a bar that fills and empties."""
        motion, seconds, count = self._words
        start = f"{motion} {seconds} "
        end = f" {count.partition(' ')[2].replace(' of ', '/')}"
        room = width - _MOTION_WIDTH - len(end) - 1
        full, eighth = divmod(round(self._level * room * 8), 8)
        filled = ("█" * full + (_EIGHTHS[eighth] if eighth else ""))[: max(room, 0)]
        pieces = [(start.ljust(_MOTION_WIDTH), self.ink(Ink.TEXT, bold=True)), (filled, self.ink(Ink.WORK))]
        return row(pieces, width, self.paper, right=[(end, self.ink(Ink.DIM))])
