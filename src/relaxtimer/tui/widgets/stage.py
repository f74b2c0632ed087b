"""The stage: the pacer of breath or tempo, or the shape of the phase in a ring of its time. A bar in narrow places."""

from __future__ import annotations

from textual.strip import Strip

from relaxtimer.core.duration import SECOND
from relaxtimer.core.pattern import Breath
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui.colours import Depth, Ink
from relaxtimer.tui.dial import Dial, drawn
from relaxtimer.tui.orb import Orb, orb_row, radius, words_on_orb
from relaxtimer.tui.pacing import level, motion_words
from relaxtimer.tui.rows import row
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted

# A disc smaller than this has no room for words.
_LEAST_HEIGHT, _LEAST_WIDTH = 7, 14
_EIGHTHS = " ▏▎▍▌▋▊▉█"


class Stage(Painted):
    """Draws the pace at 30 frames a second, and only rows that are other than before; the rest once a second."""

    def __init__(self, depth: Depth, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Have nothing to pace."""
        super().__init__(depth, id)
        self._words: tuple[str, ...] = ()
        self._level = 0.0
        self._frame: tuple[object, ...] = ()

    def looks(self, view: View) -> object:
        """Give what of a view is seen here: nothing while the pace is."""
        return None if self._words else (view.shape, view.ink, view.done, view.state)

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
        frame = (self._words, self._quantised())
        if frame != self._frame:
            self._frame = frame
            self.refresh()

    def paint(self, y: int) -> Strip:
        """Draw a row."""
        width, height = self.size
        if self.view is None:
            return self.blank()
        if height < _LEAST_HEIGHT or width < _LEAST_WIDTH:
            return self._bar() if self._words and y == 0 else self.blank()
        if not self._words:
            return drawn(Dial(width, height, self.view.shape, self.view.ink, self.view.done, self.depth))[y]
        orb = Orb(width, height, radius(width, height, self._level), self.depth)
        place = y - (height - len(self._words)) // 2
        if 0 <= place < len(self._words):
            return words_on_orb(orb, y, f" {self._words[place]} ")
        return orb_row(orb, y)

    def _quantised(self) -> int:
        width, height = self.size
        if height < _LEAST_HEIGHT or width < _LEAST_WIDTH:
            return round(self._level * width * 8)
        return radius(width, height, self._level) if self._words else 0

    def _bar(self) -> Strip:
        """Draw the pace as a bar that fills and empties."""
        motion, seconds, count = self._words
        start = f"{motion} {seconds} "
        end = f" {count.partition(' ')[2].replace(' of ', '/')}"
        room = self.size.width - 16 - len(end)
        full, eighth = divmod(round(self._level * room * 8), 8)
        filled = ("█" * full + (_EIGHTHS[eighth] if eighth else ""))[: max(room, 0)]
        pieces = [(start.ljust(16), self.ink(Ink.TEXT, bold=True)), (filled, self.ink(Ink.WORK))]
        return row(pieces, self.size.width, self.paper, right=[(end, self.ink(Ink.DIM))])
