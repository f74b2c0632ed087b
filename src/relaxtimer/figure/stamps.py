"""The signs of what is felt, pixel by pixel, for pictures in which a sign has only a few of them.

In a pattern `#` is the sign, `o` the edge within it, and a blank nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, TypeAlias

from relaxtimer.figure.figure import Feeling

Pattern: TypeAlias = tuple[str, ...]


class Lie(StrEnum):
    """How a double arrow lies in the picture: along which of these it comes nearest to the skin."""

    ACROSS = "-"
    UPRIGHT = "|"
    RISING = "/"
    FALLING = "\\"


_SMALL = 3
# Rows in a pattern -> the pattern, in pixels as high as wide.
_ROUND: Final[dict[Feeling, dict[int, Pattern]]] = {
    Feeling.PRESS: {
        3: ("###", "#o#", "###"),
        5: (" ### ", "#ooo#", "#o#o#", "#ooo#", " ### "),
        7: ("  ###  ", " #ooo# ", "#ooooo#", "#oo#oo#", "#ooooo#", " #ooo# ", "  ###  "),
    },
    Feeling.WORK: {
        3: ("###", "###", "###"),
        5: (" ### ", "#####", "#####", "#####", " ### "),
        7: ("  ###  ", " ##### ", "#######", "#######", "#######", " ##### ", "  ###  "),
    },
    Feeling.EASE: {
        3: (" # ", "# #", " # "),
        5: ("  #  ", " #o# ", "#ooo#", " #o# ", "  #  "),
        7: ("   #   ", "  #o#  ", " #ooo# ", "#ooooo#", " #ooo# ", "  #o#  ", "   #   "),
    },
    Feeling.WARM: {
        3: ("# # #", "# # #", "# # #"),
        5: ("#oo#oo# ", "o#oo#oo#", "o#oo#oo#", "#oo#oo# ", "#oo#oo# "),
        7: ("#oo#oo# ", "#oo#oo# ", "o#oo#oo#", "o#oo#oo#", "#oo#oo# ", "#oo#oo# ", "o#oo#oo#"),
    },
}
_STRETCH: Final[dict[Lie, dict[int, Pattern]]] = {
    Lie.ACROSS: {
        3: (" # # ", "#####", " # # "),
        5: ("  #   #  ", " #     # ", "#########", " #     # ", "  #   #  "),
        7: ("   #   #   ", "  #     #  ", " #       # ", "###########", " #       # ", "  #     #  ", "   #   #   "),
    },
    Lie.UPRIGHT: {
        3: (" # ", "###", " # ", "###", " # "),
        5: ("  #  ", " ### ", "# # #", "  #  ", "  #  ", "  #  ", "# # #", " ### ", "  #  "),
        7: (
            *("   #   ", "  ###  ", " # # # ", "#  #  #", "   #   "),
            *("   #   ", "#  #  #", " # # # ", "  ###  ", "   #   "),
        ),
    },
    Lie.RISING: {
        5: ("   ####", "     ##", "    # #", "#  #  #", "# #    ", "##     ", "####   "),
        7: (
            *("    #####", "       ##", "      # #", "     #  #"),
            *("#   #   #", "#  #     ", "# #      ", "##       ", "#####    "),
        ),
    },
}
# The same in pixels twice as high as wide, where three rows are all there is.
_TALL_ROUND: Final[dict[Feeling, Pattern]] = {
    Feeling.PRESS: (" #### ", "##oo##", " #### "),
    Feeling.WORK: (" #### ", "######", " #### "),
    Feeling.EASE: ("  ##  ", "##oo##", "  ##  "),
    Feeling.WARM: ("#oo#oo# ", "o#oo#oo#", "#oo#oo# "),
}
_TALL_STRETCH: Final[dict[Lie, Pattern]] = {
    Lie.ACROSS: ("  ##oo##  ", "####oo####", "  ##oo##  "),
    Lie.UPRIGHT: ("  ##  ", "######", "oooooo", "######", "  ##  "),
}


def stamp(feeling: Feeling, rows: int, lie: Lie, *, tall: bool) -> Pattern:
    """Give the pattern of a sign of 3, 5 or 7 rows, for pixels as high as wide or twice as high.

    Arrows of three rows lie across or upright.
    """
    if lie is Lie.FALLING:
        return tuple(line[::-1] for line in stamp(feeling, rows, Lie.RISING, tall=tall))
    pattern = _STRETCH[lie][rows] if feeling is Feeling.STRETCH else _ROUND[feeling][rows]
    if tall and rows == _SMALL:
        return _TALL_STRETCH[lie] if feeling is Feeling.STRETCH else _TALL_ROUND[feeling]
    return tuple("".join(dot * 2 for dot in line) for line in pattern) if tall else pattern


def edged(pattern: Sequence[str], across: int, down: int) -> Pattern:
    """Lay an edge around a pattern, so wide and so high."""
    wide = max(len(line) for line in pattern)
    blank = " " * (wide + 2 * across)
    lines = [blank] * down + [" " * across + line.ljust(wide) + " " * across for line in pattern] + [blank] * down
    return tuple(
        "".join(dot if dot != " " else _edge(lines, x, y, across, down) for x, dot in enumerate(line))
        for y, line in enumerate(lines)
    )


def _edge(lines: Sequence[str], x: int, y: int, across: int, down: int) -> str:
    near = lines[max(y - down, 0) : y + down + 1]
    return "o" if any("#" in line[max(x - across, 0) : x + across + 1] for line in near) else " "


def runs(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield where like pixels of a line begin and end, without blanks."""
    start = 0
    for place in range(1, len(line) + 1):
        if place == len(line) or line[place] != line[start]:
            if line[start] != " ":
                yield start, place, line[start]
            start = place
