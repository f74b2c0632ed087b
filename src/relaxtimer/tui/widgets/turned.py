"""The display turned a quarter, for someone who lies on the side: digits, phase, side and name, drawn on their side.

While something is paced, what to do now and for how many seconds more stands where the name was. A question stands
there with its answers instead of everything else, and so does the help, page by page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from relaxtimer.core.body import Side
from relaxtimer.core.duration import SECOND
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.tui.asking import Question
from relaxtimer.tui.cautions import MORE
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.digits import picture as digits
from relaxtimer.tui.letters import HEIGHT, side, spelt, word
from relaxtimer.tui.pacing import motion_words
from relaxtimer.tui.paging import Paragraph, pages
from relaxtimer.tui.pixels import Grid, above, beside, cells, placed, scaled, turned
from relaxtimer.tui.screens.pulse import moves
from relaxtimer.tui.shapes import picture
from relaxtimer.tui.spelling import LEADING, lines_of, list_of
from relaxtimer.tui.view import View
from relaxtimer.tui.widgets.painted import Painted

# In pixels: between pictures, and from which height on the shape has a line of its own.
_GAP, _TALL = 3, 60
# How much of the height the name may have, in hundredths: the digits are as large as they can be across beside that.
_NAME = 45
# How large the digits are at least, in hundredths of what they could be across.
_LEAST_CLOCK = 60
# A share of width and height that is left free at each edge.
_MARGIN = 30

# Where hardly anything has room: how to read what to take care of, and where the first words of a title end.
_MORE = "? Stop rules"
_FIRST = re.compile(r"[,.?!:;]")

Stack = tuple[Grid, ...]


class Turned(Painted):
    """Draws everything onto a canvas as wide as the screen is high, then turns it."""

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Be turned clockwise."""
        super().__init__(look, id)
        self.quarters = 1
        self.motion = ""
        self.question: Question | None = None
        self.reading: tuple[Paragraph, ...] = ()
        self._page = 0
        self._drawn: object = None
        self._grid: Grid = ()

    def looks(self, view: View) -> object:
        """Give what of a view is seen here."""
        return view.state, view.shape, view.word, view.side, view.name, view.digits

    def turn(self, quarters: int) -> None:
        """Turn clockwise by quarters."""
        if quarters != self.quarters:
            self.quarters = quarters
            self.refresh()

    def ask(self, question: Question | None) -> None:
        """Ask this from now on."""
        if question != self.question:
            self.question = question
            self.refresh()

    def read(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show this to be read, from its first page on; nothing ends that."""
        if paragraphs != self.reading:
            self.reading, self._page = paragraphs, 0
            self.refresh()

    def scroll(self, key: str) -> bool:
        """Turn pages with a key; tell whether it does that."""
        last = len(self.pages) - 1
        ways = {"up": -1, "pageup": -1, "down": 1, "pagedown": 1, "home": -last, "end": last}
        if key in ways:
            self._page = min(max(self._page + ways[key], 0), max(last, 0))
            self.refresh()
        return key in ways

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Turn a page with the wheel."""
        event.stop()
        self.scroll("down")

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Turn it back."""
        event.stop()
        self.scroll("up")

    def pace(self, session: Session) -> None:
        """Show what to do now, where something is paced."""
        pace = session.moment.pace if moves(session) else None
        motion = "" if pace is None else f"{motion_words(pace)} {-(-pace.remaining // SECOND)}"
        if motion != self.motion:
            self.motion = motion
            self.refresh()

    def paint(self, y: int) -> Strip:
        """Draw a row."""
        view = self.view
        if view is None:
            return self.blank()
        wanted = (self.looks(view), self.motion, self.question, self.reading, self._page, self.quarters, self.size)
        if self._drawn != wanted:
            self._drawn = wanted
            self._grid = turned(self._upright(view), self.quarters)
        still = view.state is State.PAUSED and self.question is None and not self.reading
        ink = Ink.DIM if still else Ink.TEXT
        segments = cells(self._grid, y, ink, self.look)
        return Strip(segments or [Segment(" " * self.size.width, self.paper)], self.size.width)

    @property
    def pages(self) -> tuple[Grid, ...]:
        """The pages of what is to be read; none where there is nothing, or no room for it."""
        return pages_within(self.reading, 2 * self.size.height, self.size.width) if self.reading else ()

    def _upright(self, view: View) -> Grid:
        width, height = self.size
        if found := self.pages:
            return placed(found[min(self._page, len(found) - 1)], 2 * height, width)
        asked = None if self.question is None else answers(self.question, 2 * height, width)
        return asked or display(view, 2 * height, width, self.motion)


def answers(question: Question, width: int, height: int) -> Grid | None:
    """Draw a question upright into so many pixels: with as much around its answers as there is room for.

    Where there is no room for what to take care of, it is told where that is read; `None` where not even that has room.
    """
    across, down = _within(width, height)
    whole = [f"{choice.number} {choice.words}" for choice in question.choices]
    short = [f"{choice.number} {choice.name}" for choice in question.choices]
    title, cautions = question.title, question.cautions
    brief = (MORE,) if cautions else ()
    briefest = (_MORE,) if cautions else ()
    for texts in (
        [title, *question.lines, *cautions, *whole],
        [title, *cautions, *short],
        [title, *brief, *short],
        [title, *short, *briefest],
        [_FIRST.split(title)[0], *short, *briefest],
        [*short, *briefest],
    ):
        lines = list_of(texts, across, down)
        if lines is not None:
            wide = max(len(line[0]) for line in lines)
            even = [placed(line, wide, len(line), middle=False) for line in lines]
            return placed(above(even, LEADING), width, height)
    return None


def pages_within(paragraphs: tuple[Paragraph, ...], width: int, height: int) -> tuple[Grid, ...]:
    """Draw what is to be read upright onto pages that have a margin in so many pixels; none where it has no room."""
    return pages(paragraphs, *_within(width, height))


def _within(width: int, height: int) -> tuple[int, int]:
    return width - 2 * (width // _MARGIN), height - 2 * (height // _MARGIN)


def display(view: View, width: int, height: int, motion: str = "") -> Grid:
    """Draw a moment upright into so many pixels: shape, phase and side, the clock, and the name or the motion.

    The clock comes first: what stands above and below it leaves it nearly as large as it can be across.
    """
    across, down = _within(width, height)
    largest = digits(view.digits, across, down)
    for drawn in _stacks(view, across, down, motion or view.name):
        used = sum(len(grid) + _GAP for part in drawn for grid in part)
        clock = digits(view.digits, across, max(down - used, 0))
        if clock and len(clock) * 100 >= len(largest) * _LEAST_CLOCK:
            return placed(above([*drawn[0], clock, *drawn[1]], _GAP), width, height)
    return placed(largest or picture(view.shape, min(width, height)), width, height)


def _stacks(view: View, width: int, height: int, name: str) -> Iterator[tuple[Stack, Stack]]:
    """Yield what stands above the clock and what stands below it, the most and largest first; the side goes last."""
    lines = lines_of(name, width, height * _NAME // 100)
    heads = tuple(_heads(view, width, height))
    for below in ((above(lines, LEADING),), ()) if lines else ((),):
        for head in heads:
            yield head, below


def _heads(view: View, width: int, height: int) -> Iterator[Stack]:
    """Yield shape and side as large and as much as there is room for: above each other, in a line, the side alone."""
    sides = _sides(view, width)
    if height >= _TALL:
        phase = _phase(view, width, height // 6)
        yield from ((phase, each) for each in sides)
        if not sides:
            yield (phase,)
    shape = placed(picture(view.shape, HEIGHT + 1), HEIGHT + 1, HEIGHT)
    lines = (beside((shape, each), _GAP) for each in sides if len(each) == HEIGHT)
    yield from ((each,) for each in lines if len(each[0]) <= width)
    yield from ((each,) for each in sides or [shape])


def _phase(view: View, width: int, size: int) -> Grid:
    """Draw the shape of the phase, and its word beside it as large as there is room for, or without it."""
    shape = picture(view.shape, size)
    letters = word(spelt(view.word))
    words = (placed(each, len(each[0]), size) for each in (scaled(letters, 2), letters) if len(each) <= size)
    both = (beside((shape, each), _GAP) for each in words)
    return next((each for each in both if len(each[0]) <= width), shape)


def _sides(view: View, width: int) -> list[Grid]:
    """Draw the side in large, in small, and as its arrow alone: what fits, the largest first."""
    if view.side is None:
        return []
    whole = side(view.side.value)
    each = (scaled(whole, 2), whole, word("←" if view.side is Side.LEFT else "→"))
    return [grid for grid in each if len(grid[0]) <= width]
