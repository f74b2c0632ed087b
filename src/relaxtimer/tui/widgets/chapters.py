"""The session as a bar of steps, like the chapters of a film: each a block as wide as it is long.

Done is a heavy line, to come a light one, and the step that goes on a full block that fills up. Each begins with the
mark of its kind. A click on one goes there.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from relaxtimer.core.lasting import share
from relaxtimer.core.timeline import Timeline
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.shapes import KIND_MARKS
from relaxtimer.tui.widgets.painted import Painted

_DONE, _PASSED, _LEFT, _TO_COME, _GAP = "━", "█", "▒", "─", " "
_INKS = {_DONE: Ink.WORK, _PASSED: Ink.WORK, _LEFT: Ink.WORK, _TO_COME: Ink.DIM, _GAP: Ink.TEXT}
# A step narrower than this would be no more than its separator; from there on there is room for the mark of its kind.
_LEAST, _WITH_MARK = 2, 3


class Block(NamedTuple):
    """The cells of a step."""

    start: int
    cells: int


class Chapters(Painted):
    """The bar of steps."""

    class Chosen(Message):
        """A step was clicked; `place` is its place among the occurrences of the timeline."""

        def __init__(self, place: int) -> None:
            """Say which."""
            super().__init__()
            self.place = place

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Stand at the start of nothing."""
        super().__init__(look, id)
        self._timeline: Timeline | None = None
        self._position = 0
        self._drawn = ""

    def reach(self, timeline: Timeline, position: int) -> None:
        """Show this position, if that looks different."""
        self._timeline, self._position = timeline, position
        if self._bar() != self._drawn:
            self.refresh()

    def paint(self, y: int) -> Strip:
        """Draw the bar."""
        self._drawn = self._bar()
        if y:
            return self.blank()
        runs = ((mark, len(list(run))) for mark, run in groupby(self._drawn))
        return Strip([Segment(mark * count, self.ink(_INKS.get(mark, Ink.TEXT))) for mark, count in runs])

    def on_click(self, event: events.Click) -> None:
        """Go to the step that was clicked."""
        if self._timeline is None:
            return
        for place, block in enumerate(blocks(self._timeline, self.size.width)):
            if block.start <= event.x < block.start + block.cells:
                event.stop()
                self.post_message(self.Chosen(place))
                return

    def _bar(self) -> str:
        return bar(self._timeline, self._position, self.size.width) if self._timeline and self.size.width else ""


def bar(timeline: Timeline, position: int, width: int) -> str:
    """Draw the bar in characters; steps are set apart where there is room for that."""
    occurrences = timeline.occurrences
    now = timeline.occurrence_at(position).index if position < timeline.total else len(occurrences)
    drawn = [_GAP] * width
    apart = _is_apart(width, len(occurrences))
    starts = [occurrence.start for occurrence in occurrences]
    ends = [*starts[1:], timeline.total]
    for index, block in enumerate(blocks(timeline, width)):
        length = max(ends[index] - starts[index], 1)
        passed = block.cells * (position - starts[index]) // length if index == now else 0
        line = _DONE if index < now else _TO_COME
        cells = _PASSED * passed + _LEFT * (block.cells - passed) if index == now else line * block.cells
        if apart and block.cells >= _WITH_MARK and not passed:
            cells = KIND_MARKS[occurrences[index].step.kind] + cells[1:]
        drawn[block.start : block.start + block.cells] = cells
    return "".join(drawn)


def blocks(timeline: Timeline, width: int) -> list[Block]:
    """Give the cells of each step, in proportion to the times they take."""
    starts = [occurrence.start for occurrence in timeline.occurrences]
    lengths = [after - before for before, after in pairwise([*starts, timeline.total])]
    apart = _is_apart(width, len(lengths))
    gap = 1 if apart else 0
    found: list[Block] = []
    x = 0
    for cells in _widths(lengths, width - gap * (len(lengths) - 1), _LEAST if apart else 0):
        found.append(Block(x, cells))
        x += cells + gap
    return found


def _is_apart(width: int, steps: int) -> bool:
    """Tell whether there is room to set steps apart."""
    return width >= (_LEAST + 1) * steps


def _widths(lengths: list[int], width: int, least: int) -> list[int]:
    """Share out the cells in proportion to the times, each at least so many."""
    spare = width - least * len(lengths)
    grain = 1_000_000
    shares = share(spare * grain, tuple(max(length, 1) for length in lengths)) if spare > 0 else (0,) * len(lengths)
    edges = [0]
    for each in shares:
        edges.append(edges[-1] + each)
    cuts = [(edge + grain // 2) // grain for edge in edges]
    return [least + after - before for before, after in pairwise(cuts)]
