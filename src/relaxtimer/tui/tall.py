"""A screen that is rather tall than wide: the picture lies between the clock and the words, as wide as the screen."""

from __future__ import annotations

from textual.geometry import Region

from relaxtimer.tui.heights import FACTS_HEIGHT, SIGN_HEIGHT, rows_needed
from relaxtimer.tui.pictures import pictures
from relaxtimer.tui.places import Needs, Place
from relaxtimer.tui.stacking import stack, with_next

# A cell is about twice as high as it is wide: from this share of height in width on a screen is tall.
_TALL = 0.6
# The clock is as high as its digits can be across, within these rows.
_LEAST_CLOCK, _MOST_CLOCK = 5, 12
_CLOCK_ACROSS = 5
# A picture keeps its size when fewer words matter or a sign appears: there is room for both, for so many rows of words.
_ROOM_FOR_WORDS = 6
# Smaller than this nothing is seen in a picture.
_LEAST_PICTURE = (36, 9)
# So many rows the longest question has at least.
_QUESTION = 24
# How large what comes next is shown.
_COMING = (30, 9)


def is_tall(main: Region) -> bool:
    """Tell whether a region is rather tall than wide, and wide enough for a picture."""
    return main.height >= _TALL * main.width and main.width >= _LEAST_PICTURE[0]


def below_stage(places: dict[Place, Region], main: Region) -> Region:
    """Put the stage above what is asked, where that leaves enough for every question; give what is left."""
    rows = min(main.height - _QUESTION - 1, main.width // 2)
    if rows < _LEAST_PICTURE[1]:
        return main
    places[Place.STAGE] = Region(main.x, main.y, main.width, rows)
    return Region(main.x, main.y + rows + 1, main.width, main.height - rows - 1)


def tall(places: dict[Place, Region], main: Region, needs: Needs) -> bool:
    """Give everything its place, if the screen is tall and has room for a picture; else tell that it has not."""
    if not is_tall(main):
        return False
    heights = {
        Place.FACTS: FACTS_HEIGHT,
        Place.CLOCK: max(_LEAST_CLOCK, min(main.width // _CLOCK_ACROSS, _MOST_CLOCK)),
        Place.SIGN: SIGN_HEIGHT if needs.sign else 0,
    }
    words = rows_needed(needs, main.width)
    above = FACTS_HEIGHT + heights[Place.CLOCK] + SIGN_HEIGHT + 3
    rows = min(main.height - above - 1 - max(words, _ROOM_FOR_WORDS) - 2, main.width // 2)
    if rows < _LEAST_PICTURE[1]:
        return False
    column = with_next(places, main)
    room = _room(places, column, heights, rows, needs)
    below = Region(column.x, room.bottom + 1, column.width, column.bottom - room.bottom - 2)
    if words:
        places[Place.WORDS] = Region(below.x, below.y, below.width, words)
    if needs.coming and below.height - words > _COMING[1] and below.width >= _COMING[0]:
        places[Place.COMING] = Region(column.x, column.bottom - _COMING[1], *_COMING)
    return True


def _room(places: dict[Place, Region], column: Region, heights: dict[Place, int], rows: int, needs: Needs) -> Region:
    """Stack what is above the picture, and then the picture; a pace without a place in it is a bar above it."""
    found: dict[Place, Region] = {}
    pictures(found, Region(0, 0, column.width, rows), needs)
    if needs.paced and Place.STAGE not in found:
        heights = {**heights, Place.STAGE: 1}
        rows -= 2
    stack(places, column, heights, 1)
    top = column.y + sum(each + 1 for each in heights.values() if each)
    room = Region(column.x, top, column.width, rows)
    pictures(places, room, needs)
    return room
