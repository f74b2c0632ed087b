"""How long a step waits for the first picture of its figure, and how long any slice of the drawing keeps keys waiting.

The peer is Pillow: the same shapes, four times as large and brought down to the same pixels.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Iterable

from measure import Report, ms
from PIL import Image, ImageDraw
from textual.geometry import Size

from relaxtimer.figure.cells import Encoding
from relaxtimer.figure.cuts import Disc, Outline
from relaxtimer.figure.drawing import draw
from relaxtimer.figure.figure import Figure
from relaxtimer.figure.film import Shot
from relaxtimer.figure.palette import DARK
from relaxtimer.figure.raster import Painted
from relaxtimer.library.library import Library
from relaxtimer.library.shelves import Shelves
from relaxtimer.tui.colours import Depth, Look
from relaxtimer.tui.projector import Projector
from relaxtimer.tui.themes import CALM

ROUNDS = 5
SIZE = Size(60, 22)
FIRST_LIMIT, SLICE_LIMIT = 0.050, 0.005
FINER = 4


def main() -> int:
    """Measure, print, judge."""
    exercises = Library(Shelves()).exercises
    figures = {id_: figure for id_ in exercises.ids() if (figure := exercises.figure(id_)) is not None}
    # As the session does.
    gc.disable()
    first: dict[str, list[float]] = {id_: [] for id_ in figures}
    slices: dict[str, list[float]] = {id_: [] for id_ in figures}
    pillow: dict[str, list[float]] = {id_: [] for id_ in figures}
    for _ in range(ROUNDS):
        for id_, figure in figures.items():
            whole, longest = _first(_fresh(figure))
            first[id_].append(whole)
            slices[id_].append(longest)
            pillow[id_].append(_with_pillow(figure))
    report = Report(f"{len(figures)} figures at {SIZE.width}x{SIZE.height}, median of {ROUNDS}", ("median", "slowest"))
    waits = _row(report, "the first picture of a step", first)
    report.gate("", "", ms(waits), limit=f"<= {ms(FIRST_LIMIT)}", met=waits <= FIRST_LIMIT)
    blocks = _row(report, "the longest slice of it", slices)
    report.gate("", "", ms(blocks), limit=f"<= {ms(SLICE_LIMIT)}", met=blocks <= SLICE_LIMIT)
    _row(report, "Pillow, the same shapes", pillow)
    return report.end()


def _row(report: Report, name: str, taken: dict[str, list[float]]) -> float:
    each = {id_: statistics.median(times) for id_, times in taken.items()}
    slowest = max(each, key=lambda id_: each[id_])
    report.row(f"{name} ({slowest})", ms(statistics.median(each.values())), ms(each[slowest]))
    return each[slowest]


def _fresh(figure: Figure) -> Figure:
    """Give one that nothing is known of yet."""
    return Figure(figure.frames, figure.view, figure.plays, figure.props, figure.marks)


def _first(figure: Figure) -> tuple[float, float]:
    """Draw the first picture; give how long that took, and the longest slice of it."""
    projector = Projector(Look(Depth.TRUE, CALM), Encoding.QUADRANTS)
    projector.wish([projector.take(figure, Shot(0, 0, part=figure.frames[0].part), SIZE, mirrored=False)])
    began = before = time.perf_counter()
    longest = 0.0
    more = True
    while more:
        more = projector.work()
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    return before - began, longest


def _with_pillow(figure: Figure) -> float:
    began = time.perf_counter()
    sheet = _Sheet()
    draw(figure, Shot(0, 0, part=figure.frames[0].part), sheet)
    sheet.image.resize((2 * SIZE.width, 2 * SIZE.height), Image.Resampling.BOX)
    return time.perf_counter() - began


class _Sheet:
    """Shapes on an image of Pillow."""

    tall = None

    def __init__(self) -> None:
        self.image = Image.new("RGB", (2 * SIZE.width * FINER, 4 * SIZE.height * FINER), DARK.paper)
        self._pen = ImageDraw.Draw(self.image)

    @property
    def space(self) -> tuple[float, float]:
        return 2.0 * SIZE.width, 4.0 * SIZE.height

    def paint(self, painted: Painted) -> None:
        self._fill(painted.outline, DARK.materials[painted.material], 0.0)

    def clear_around(self, outlines: Iterable[Outline], _owner: int, gap: float) -> None:
        for outline in outlines:
            self._fill(outline, DARK.paper, gap)

    def glow(self, x: float, y: float, radius: float, _strength: float) -> None:
        self._circle(x, y, radius, DARK.glow)

    def _fill(self, outline: Outline, colour: tuple[int, int, int], gap: float) -> None:
        if not isinstance(outline, Disc):
            self._pen.polygon([(x * FINER, y * FINER) for x, y in outline.corners], colour)
            return
        ends = ((outline.ax, outline.ay, outline.ar + gap), (outline.bx, outline.by, outline.br + gap))
        for x, y, radius in ends:
            self._circle(x, y, radius, colour)
        (ax, ay, ar), (bx, by, br) = ends
        long = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1e-9)
        across = (ay - by) / long, (bx - ax) / long
        corners = [(ax, ay, ar, 1), (bx, by, br, 1), (bx, by, br, -1), (ax, ay, ar, -1)]
        points = [((x + across[0] * r * s) * FINER, (y + across[1] * r * s) * FINER) for x, y, r, s in corners]
        self._pen.polygon(points, colour)

    def _circle(self, x: float, y: float, radius: float, colour: tuple[int, int, int]) -> None:
        box = [(x - radius) * FINER, (y - radius) * FINER, (x + radius) * FINER, (y + radius) * FINER]
        self._pen.ellipse(box, colour)


if __name__ == "__main__":
    sys.exit(main())
