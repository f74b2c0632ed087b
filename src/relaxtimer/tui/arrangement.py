"""Where everything stands on a screen of any size. Pure: a size and what there is to show in, places out.

What matters most comes first: the clock, what is done, which side. Everything else is let in, in the order of
`_GROWTH`, as there is room.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from textual.geometry import Region

from relaxtimer.core.body import Side
from relaxtimer.tui.cautions import opening_rows
from relaxtimer.tui.rows import wrapped


class Place(StrEnum):
    """What stands somewhere; also the names of the widgets."""

    HEADING = "heading"
    NOTE = "note"
    FACTS = "facts"
    CLOCK = "clock"
    STAGE = "stage"
    SIGN = "sign"
    WORDS = "words"
    BEFORE = "before"
    NEXT = "next"
    CHAPTERS = "chapters"
    KEYS = "keys"
    EDGE = "edge"
    CHOICES = "choices"
    TURNED = "turned"
    HELP = "help"


class Mode(StrEnum):
    """What the screen is used for."""

    SESSION = "session"
    BIG = "big"
    TURNED = "turned"
    CHOOSING = "choosing"


class Needs(NamedTuple):
    """What there is to show: a sign (the side, or that it is paused), the side, a pace, a note, the help.

    `opening` are the sentences to be read before the session begins.
    """

    mode: Mode = Mode.SESSION
    sign: bool = False
    side: Side | None = None
    paced: bool = False
    note: str = ""
    opening: tuple[str, ...] = ()
    help: bool = False


SIGN_HEIGHT = 4
HELP_WIDTH, HELP_HEIGHT = 64, 34
_NOTE_HEIGHT = 3
# Space at the left and right edge, at these widths and from there on; half of it is for the strip that marks a side.
_INSETS_FROM = (40, 48, 80, 110)
_INSETS = (0, 1, 2, 4, 6)
# What is read before the session leaves this much of the main region, and half of it.
_LEAST_BESIDE_OPENING = 5
# A note leaves at least this much of the main region.
_LEAST_MAIN = 3
# The heights of the screen, or of its main region, from which on there is room for these.
_AIRY = 22
_WITH_KEYS, _WITH_CHAPTERS, _WITH_HEADING = 8, 7, 12
_WITH_NEXT = 8
# From this size on a stage stands beside the column of words; below, the pace is a bar within it.
_WIDE, _HIGH = 66, 10
_COLUMN = (Place.FACTS, Place.CLOCK, Place.STAGE, Place.SIGN, Place.WORDS)
# Who is let in, with how many rows more, in this order; who does not fit is passed over.
_GROWTH: tuple[tuple[Place, int], ...] = (
    (Place.CLOCK, 1),
    (Place.FACTS, 1),
    (Place.SIGN, 1),
    (Place.STAGE, 1),
    (Place.CLOCK, 2),
    (Place.WORDS, 1),
    (Place.CLOCK, 2),
    (Place.WORDS, 1),
    (Place.FACTS, 1),
    (Place.WORDS, 1),
    (Place.FACTS, 1),
    (Place.SIGN, SIGN_HEIGHT - 1),
    (Place.WORDS, 2),
    (Place.CLOCK, 2),
    (Place.STAGE, 9),
    (Place.WORDS, 1),
    (Place.CLOCK, 2),
    (Place.WORDS, 1),
    (Place.CLOCK, 5),
    (Place.WORDS, 2),
    (Place.CLOCK, 4),
    (Place.WORDS, 2),
    (Place.CLOCK, 6),
)


def arrange(needs: Needs, width: int, height: int) -> dict[Place, Region]:
    """Give the place of everything that has one at this size."""
    whole = Region(0, 0, width, height)
    places: dict[Place, Region] = {}
    if needs.mode is Mode.TURNED:
        places[Place.TURNED] = whole
    else:
        main = _frame(places, whole, needs.mode)
        main = _noted(places, main, needs.note)
        if needs.mode is Mode.CHOOSING:
            places[Place.CHOICES] = _beside_stage(places, main)
        elif needs.mode is Mode.BIG:
            _edge(places, main, needs.side)
            _stack(places, main, _big(main.height, sign=needs.sign), 0)
        else:
            _edge(places, main, needs.side)
            _session(places, main, needs)
    if needs.help:
        places[Place.HELP] = _panel(whole)
    return places


def inset(width: int) -> int:
    """Give how far from the left and right edge everything but the edge strips stands."""
    return _INSETS[bisect_right(_INSETS_FROM, width)]


def _frame(places: dict[Place, Region], whole: Region, mode: Mode) -> Region:
    """Give heading, bar of steps and keys their places; what is left between them and the insets is the main region."""
    width, height = whole.size
    margin = inset(width)
    top, bottom = 0, height
    airy = height >= _AIRY
    if height >= _WITH_KEYS and mode is not Mode.CHOOSING:
        bottom -= 1
        places[Place.KEYS] = Region(0, bottom, width, 1)
    if mode is not Mode.BIG and height >= (_WITH_HEADING if mode is Mode.CHOOSING else _WITH_CHAPTERS):
        bottom -= 1
        places[Place.CHAPTERS] = _narrower(Region(0, bottom, width, 1), margin)
        bottom -= airy
    if mode is not Mode.BIG and height >= _WITH_HEADING:
        places[Place.HEADING] = _narrower(Region(0, 0, width, 1), margin)
        top = 1 + airy
    return _narrower(Region(0, top, width, bottom - top), margin)


def _noted(places: dict[Place, Region], main: Region, note: str) -> Region:
    """Put a note where the heading was; where that is not enough, it takes rows of the main region."""
    lines = min(len(wrapped(note, main.width)), _NOTE_HEIGHT)
    if not lines:
        return main
    top = 0 if places.pop(Place.HEADING, None) is not None else main.y
    lines = min(lines, main.height - _LEAST_MAIN + main.y - top)
    if lines <= 0:
        return main
    places[Place.NOTE] = Region(main.x, top, main.width, lines)
    start = max(main.y, top + lines)
    return Region(main.x, start, main.width, main.bottom - start)


def _opened(places: dict[Place, Region], main: Region, opening: tuple[str, ...]) -> Region:
    """Put what is read before the session at the lower end; where it is roomy with a row above."""
    needed = len(opening_rows(opening, main.width))
    rows = min(needed, main.height // 2, main.height - _LEAST_BESIDE_OPENING)
    if rows <= 0:
        return main
    places[Place.BEFORE] = Region(main.x, main.bottom - rows, main.width, rows)
    gap = 1 if main.height >= _AIRY - 6 else 0
    return Region(main.x, main.y, main.width, main.height - rows - gap)


def _edge(places: dict[Place, Region], main: Region, side: Side | None) -> None:
    margin = inset(main.width + 2 * main.x)
    edge = margin // 2
    if edge and side is not None:
        x = main.x - margin if side is Side.LEFT else main.right + margin - edge
        places[Place.EDGE] = Region(x, main.y, edge, main.height)


def _beside_stage(places: dict[Place, Region], main: Region) -> Region:
    """Put the stage at the right where there is room for it; give what is left of it."""
    if main.width < _WIDE or main.height < _HIGH:
        return main
    across = min(2 * main.height, main.width * 44 // 100)
    places[Place.STAGE] = Region(main.right - across, main.y, across, main.height)
    return Region(main.x, main.y, main.width - across - 3, main.height)


def _session(places: dict[Place, Region], main: Region, needs: Needs) -> None:
    """Stack the column, with the stage beside it where there is room; what comes next is the last line of all."""
    main = _opened(places, main, needs.opening)
    if main.height >= _WITH_NEXT:
        places[Place.NEXT] = Region(main.x, main.bottom - 1, main.width, 1)
        main = Region(main.x, main.y, main.width, main.height - 1)
    column = _beside_stage(places, main)
    gap = 1 if column.height >= _AIRY - 6 else 0
    left_out = set() if needs.sign else {Place.SIGN}
    left_out |= {Place.STAGE} if Place.STAGE in places or not needs.paced else set()
    _stack(places, column, _grown(column.height - gap * 3, left_out), gap)


def _grown(height: int, left_out: set[Place]) -> dict[Place, int]:
    """Share out the rows of a column; the words have what is left over."""
    heights = dict.fromkeys(_COLUMN, 0)
    for place, rows in _GROWTH:
        if place not in left_out and rows <= height:
            heights[place] += rows
            height -= rows
    heights[Place.WORDS if heights[Place.WORDS] else Place.CLOCK] += height
    return heights


def _big(height: int, *, sign: bool) -> dict[Place, int]:
    """Share out the rows of the big display: one line, a sign where there is room for one, the clock."""
    signs = (SIGN_HEIGHT if height >= 3 * SIGN_HEIGHT else min(height // 4, 1)) if sign else 0
    facts = 1 if height > 1 else 0
    return {Place.CLOCK: height - signs - facts, Place.SIGN: signs, Place.FACTS: facts}


def _stack(places: dict[Place, Region], column: Region, heights: dict[Place, int], gap: int) -> None:
    y = column.y
    for place, rows in heights.items():
        if rows:
            places[place] = Region(column.x, y, column.width, min(rows, column.bottom - y))
            y += rows + gap


def _panel(whole: Region) -> Region:
    """Leave the clock to be seen where there is room for that."""
    width, height = min(HELP_WIDTH, whole.width), min(HELP_HEIGHT, whole.height)
    return Region(whole.right - width, (whole.height - height) // 2, width, height)


def _narrower(region: Region, by: int) -> Region:
    return Region(region.x + by, region.y, max(region.width - 2 * by, 0), region.height)
