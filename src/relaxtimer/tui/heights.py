"""How the rows of a column are shared out: what matters most has its row first, the rest grows as there is room."""

from __future__ import annotations

from relaxtimer.tui.cautions import marked
from relaxtimer.tui.places import Needs, Place
from relaxtimer.tui.rows import wrapped

FACTS_HEIGHT, SIGN_HEIGHT = 3, 4
COLUMN = (Place.FACTS, Place.CLOCK, Place.STAGE, Place.SIGN, Place.WORDS)
# Who is let in, with how many rows more, in this order; who does not fit is passed over. Cautions come after the first.
_FIRST: tuple[tuple[Place, int], ...] = ((Place.CLOCK, 1), (Place.FACTS, 1), (Place.SIGN, 1))
_GROWTH: tuple[tuple[Place, int], ...] = (
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
_ONE_MORE = (Place.WORDS, 1)
# Without a stage beside them words come before larger digits; after so many rows the digits grow by one first.
_WORDS_FIRST = 2


def rows_needed(needs: Needs, width: int) -> int:
    """Give how many rows cautions and words take at a width."""
    return len(marked(needs.cautions, width)) + sum(len(wrapped(each, width)) for each in needs.words)


def grown(height: int, needs: Needs, width: int, left_out: set[Place], *, narrow: bool = False) -> dict[Place, int]:
    """Share out the rows of a column; the words have what is left over. `narrow` is without a stage beside it."""
    heights = dict.fromkeys(COLUMN, 0)
    cautions = len(marked(needs.cautions, width))
    growth = (*_FIRST, *[_ONE_MORE] * cautions, *_GROWTH)
    if narrow:
        words = [_ONE_MORE] * (rows_needed(needs, width) - cautions)
        words[_WORDS_FIRST:_WORDS_FIRST] = [(Place.CLOCK, 1)]
        growth = (*_FIRST, *[_ONE_MORE] * cautions, *_GROWTH[:2], *words, *_GROWTH[2:])
    for place, rows in growth:
        if place is Place.STAGE and rows > 1 and needs.figured and not narrow:
            continue
        if place not in left_out and rows <= height:
            heights[place] += rows
            height -= rows
    heights[Place.WORDS if heights[Place.WORDS] else Place.CLOCK] += max(height, 0)
    return heights


def told(heights: dict[Place, int], needs: Needs, width: int) -> dict[Place, int]:
    """Give rows that words do not need to the facts."""
    spare = max(heights[Place.WORDS] - rows_needed(needs, width), 0)
    more = min(spare, FACTS_HEIGHT - heights[Place.FACTS]) if heights[Place.FACTS] else 0
    return {**heights, Place.FACTS: heights[Place.FACTS] + more, Place.WORDS: heights[Place.WORDS] - more}


def big(height: int, needs: Needs, width: int) -> dict[Place, int]:
    """Share out the rows of the big display: one line, a sign where there is room for one, the clock, cautions."""
    signs = (SIGN_HEIGHT if height >= 3 * SIGN_HEIGHT else min(height // 4, 1)) if needs.sign else 0
    facts = 1 if height > 1 else 0
    words = min(len(marked(needs.cautions, width)), height // 4)
    return {Place.CLOCK: height - signs - facts - words, Place.SIGN: signs, Place.FACTS: facts, Place.WORDS: words}
