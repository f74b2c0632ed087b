"""The session as a bar of steps, like the chapters of a film: each a block as wide as it is long.

Done is a heavy line, to come a light one, and the step that goes on a full block that fills up.
"""

from __future__ import annotations

from itertools import groupby, pairwise

from rich.segment import Segment
from textual.strip import Strip

from relaxtimer.core.lasting import share
from relaxtimer.core.timeline import Timeline
from relaxtimer.tui.colours import Ink, Look
from relaxtimer.tui.widgets.painted import Painted

_DONE, _PASSED, _LEFT, _TO_COME, _GAP = "━", "█", "▒", "─", " "
_INKS = {_DONE: Ink.WORK, _PASSED: Ink.WORK, _LEFT: Ink.WORK, _TO_COME: Ink.DIM, _GAP: Ink.TEXT}
# A step narrower than this would be no more than its separator.
_LEAST = 2


class Chapters(Painted):
    """The bar of steps."""

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
        return Strip([Segment(mark * count, self.ink(_INKS[mark])) for mark, count in runs])

    def _bar(self) -> str:
        return bar(self._timeline, self._position, self.size.width) if self._timeline and self.size.width else ""


def bar(timeline: Timeline, position: int, width: int) -> str:
    """Draw the bar in characters; steps are set apart where there is room for that."""
    occurrences = timeline.occurrences
    now = timeline.occurrence_at(position).index if position < timeline.total else len(occurrences)
    apart = width >= (_LEAST + 1) * len(occurrences)
    starts = [occurrence.start for occurrence in occurrences]
    lengths = [after - before for before, after in zip(starts, [*starts[1:], timeline.total], strict=True)]
    blocks: list[str] = []
    for index, cells in enumerate(_widths(lengths, width - (len(lengths) - 1 if apart else 0), _LEAST if apart else 0)):
        passed = cells * (position - starts[index]) // max(lengths[index], 1) if index == now else 0
        mark = _DONE if index < now else _TO_COME
        blocks.append(_PASSED * passed + _LEFT * (cells - passed) if index == now else mark * cells)
    return (_GAP if apart else "").join(blocks)


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
