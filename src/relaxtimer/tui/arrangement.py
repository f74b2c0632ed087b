"""Where everything stands on a screen of any size. Pure: a size and what there is to show in, places out.

What matters most comes first: the clock, what is done, which side, and what to take care of. Everything else is let in
as there is room.
"""

from __future__ import annotations

from bisect import bisect_right

from textual.geometry import Region

from relaxtimer.core.body import Side
from relaxtimer.tui.cautions import Opening, opening_rows
from relaxtimer.tui.heights import COLUMN, big, grown, rows_needed, told
from relaxtimer.tui.pictures import HIGH, WIDE, beside_stage
from relaxtimer.tui.places import Mode, Needs, Place
from relaxtimer.tui.rows import wrapped
from relaxtimer.tui.stacking import stack, with_next
from relaxtimer.tui.tall import below_stage, is_tall, tall

__all__ = ["Mode", "Needs", "Place", "arrange", "inset"]


HELP_WIDTH = 76
_NOTE_HEIGHT = 3
# Space at the left and right edge, at these widths and from there on; half of it is for the strip that marks a side.
_INSETS_FROM = (40, 48, 80, 110)
_INSETS = (0, 1, 2, 4, 6)
# What is read before the session leaves this much of the main region, and half of it.
_LEAST_BESIDE_OPENING = 5
# A note leaves at least this much of the main region, and a row for each kind of caution.
_LEAST_MAIN = 3
# The heights of the screen, or of its main region, from which on there is room for these.
_AIRY = 22
_WITH_KEYS, _WITH_CHAPTERS, _WITH_HEADING = 8, 7, 12
# Beside a question from here on: its words and answers come first.
_WITH_FRAME = 18
_WITH_NEXT = 8
# What words across the screen leave above them where there is more to be read than there is room beside a stage.
_LEAST_ABOVE = 6
# The same with a figure, which says more than the words that then wait for their turn.
_LEAST_FIGURED = 11
# Digits of more rows than this give one away, so that a side in one line below them stands free.
_LEAST_CLOCK = 5
# How large what comes next is shown, and what the column above it keeps at least.
_COMING = (30, 9)
_COLUMN_BESIDE_COMING = 20
# From this height on facts, digits and a sign in large letters have space between them.
_APART = 14


def arrange(needs: Needs, width: int, height: int) -> dict[Place, Region]:
    """Give the place of everything that has one at this size."""
    whole = Region(0, 0, width, height)
    places: dict[Place, Region] = {}
    if needs.mode is Mode.TURNED:
        places[Place.TURNED] = whole
    elif needs.help:
        _help(places, whole, needs.mode)
    else:
        main = _frame(places, whole, needs.mode)
        main = _noted(places, main, needs)
        if needs.mode is Mode.CHOOSING:
            places[Place.CHOICES] = below_stage(places, main) if is_tall(main) else beside_stage(places, main)
        elif needs.mode is Mode.BIG:
            _edge(places, main, needs.side)
            stack(places, main, big(main.height, needs, main.width), 0)
        else:
            _edge(places, main, needs.side)
            _session(places, main, needs)
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
    choosing = mode is Mode.CHOOSING
    if mode is not Mode.BIG and height >= (_WITH_FRAME if choosing else _WITH_CHAPTERS):
        bottom -= 1
        places[Place.CHAPTERS] = _narrower(Region(0, bottom, width, 1), margin)
        bottom -= airy
    if mode is not Mode.BIG and height >= (_WITH_FRAME if choosing else _WITH_HEADING):
        places[Place.HEADING] = _narrower(Region(0, 0, width, 1), margin)
        top = 1 + airy
    return _narrower(Region(0, top, width, bottom - top), margin)


def _noted(places: dict[Place, Region], main: Region, needs: Needs) -> Region:
    """Put a note where the heading was; where that is not enough, it takes rows of the main region."""
    lines = min(len(wrapped(needs.note, main.width)), _NOTE_HEIGHT)
    if not lines:
        return main
    top = 0 if places.pop(Place.HEADING, None) is not None else main.y
    least = _LEAST_MAIN + bool(needs.cautions) + bool(needs.opening.others)
    lines = min(lines, main.height - least + main.y - top)
    if lines <= 0:
        return main
    places[Place.NOTE] = Region(main.x, top, main.width, lines)
    start = max(main.y, top + lines)
    return Region(main.x, start, main.width, main.bottom - start)


def _opened(places: dict[Place, Region], main: Region, opening: Opening) -> Region:
    """Put what is read before the session at the lower end; where it is roomy with a row above."""
    needed = len(opening_rows(opening, main.width))
    rows = min(needed, main.height // 2, max(main.height - _LEAST_BESIDE_OPENING, 1))
    if not rows or main.height <= _LEAST_MAIN:
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


def _session(places: dict[Place, Region], main: Region, needs: Needs) -> None:
    """Stack the column, with the stage beside it where there is room; what comes next is the last line of all."""
    main = _opened(places, main, needs.opening)
    if tall(places, main, needs):
        return
    if main.width >= WIDE and main.height > HIGH:
        _with_stage(places, with_next(places, main), needs)
    else:
        _without_stage(places, main, needs)


def _with_stage(places: dict[Place, Region], main: Region, needs: Needs) -> None:
    """Put the words into the column beside the stage; where it is too narrow for them, below both."""
    left_out = {Place.STAGE} if needs.sign else {Place.STAGE, Place.SIGN}
    beside: dict[Place, Region] = {}
    column = beside_stage(beside, main, needs)
    if needs.paced and Place.STAGE not in beside:
        left_out -= {Place.STAGE}
    gap = _gap(column)
    # A pacer that is looked at is large: the words stand beside it, below smaller digits.
    breathed = needs.paced and needs.breath
    heights = grown(column.height - gap * 3, needs, column.width, left_out, narrow=breathed)
    heights = told(heights, needs, column.width) if breathed else heights
    across = _across(main, needs, heights[Place.WORDS], column.width)
    if across:
        beside = {Place.WORDS: Region(main.x, main.bottom - across, main.width, across)}
        spare = main.height - across
        gap = int(spare > HIGH)
        column = beside_stage(beside, Region(main.x, main.y, main.width, spare - gap), needs)
        gap = int(column.height >= _APART)
        left_out |= {Place.WORDS}
        left_out -= {Place.STAGE} if needs.paced and Place.STAGE not in beside else set()
        heights = grown(column.height - gap * 2, needs, column.width, left_out)
    places.update(beside)
    lower = Region(column.x, column.y, column.width, column.height - _COMING[1] - 1)
    if needs.coming and column.width >= _COMING[0] and lower.height >= _COLUMN_BESIDE_COMING:
        less = grown(lower.height - gap * 3, needs, column.width, left_out)
        if not across and less[Place.WORDS] >= rows_needed(needs, column.width):
            column, heights = lower, less
            places[Place.COMING] = Region(column.x, lower.bottom + 1, *_COMING)
    stack(places, column, heights, gap)
    if not gap and heights[Place.SIGN] == 1 and heights[Place.CLOCK] > _LEAST_CLOCK:
        clock = places[Place.CLOCK]
        places[Place.CLOCK] = Region(clock.x, clock.y, clock.width, clock.height - 1)


def _across(main: Region, needs: Needs, beside: int, column_width: int) -> int:
    """Give how many rows the words have across the screen; none where those beside the stage are as good."""
    if beside >= rows_needed(needs, column_width):
        return 0
    least = _LEAST_ABOVE if needs.cautions or needs.opening.others else HIGH
    least = _LEAST_FIGURED if needs.figured and main.height > 2 * _LEAST_ABOVE else least
    rows = min(rows_needed(needs, main.width), main.height - least)
    return rows if rows * main.width > beside * column_width else 0


def _without_stage(places: dict[Place, Region], main: Region, needs: Needs) -> None:
    """Stack everything; where the words need the room, space between, and then what comes next, give way."""
    left_out = set() if needs.sign else {Place.SIGN}
    left_out |= set() if needs.paced else {Place.STAGE}
    wanted = rows_needed(needs, main.width)
    ahead = main.height >= _WITH_NEXT

    def heights(gap: int, *, ahead: bool) -> dict[Place, int]:
        spaces = gap * (len(COLUMN) - len(left_out) - 1 + ahead)
        return grown(main.height - ahead - spaces, needs, main.width, left_out, narrow=True)

    ways = ((_gap(main), ahead), (0, ahead))
    enough = (way for way in ways if heights(way[0], ahead=way[1])[Place.WORDS] >= wanted)
    gap, ahead = next(enough, (0, False))
    column = with_next(places, main) if ahead else main
    stack(places, column, heights(gap, ahead=ahead), gap)


def _gap(column: Region) -> int:
    return 1 if column.height >= _AIRY - 6 else 0


def _help(places: dict[Place, Region], whole: Region, mode: Mode) -> None:
    """Give the help the screen to itself; below it the keys, where they do something."""
    width, height = min(HELP_WIDTH, whole.width), whole.height
    if height >= _WITH_KEYS and mode is not Mode.CHOOSING:
        height -= 1
        places[Place.KEYS] = Region(0, height, whole.width, 1)
    places[Place.HELP] = Region((whole.width - width) // 2, 0, width, height)


def _narrower(region: Region, by: int) -> Region:
    return Region(region.x + by, region.y, max(region.width - 2 * by, 0), region.height)
