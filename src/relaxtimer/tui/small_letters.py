"""Letters of pixels, three wide and five high, for names that are too long for the large ones."""

from __future__ import annotations

from functools import lru_cache

from relaxtimer.tui.letters import read
from relaxtimer.tui.pixels import Grid, beside

HEIGHT = 5
ELLIPSIS = "…"

_PICTURES = (
    """
    A   B   C   D   E   F   G   H   I J   K   L   M     N
    .#. ##. .## ##. ### ### .## #.# # ..# #.# #.. #...# #..#
    #.# #.# #.. #.# #.. #.. #.. #.# # ..# #.# #.. ##.## ##.#
    ### ##. #.. #.# ##. ##. #.# ### # ..# ##. #.. #.#.# #.##
    #.# #.# #.. #.# #.. #.. #.# #.# # #.# #.# #.. #...# #..#
    #.# ##. .## ##. ### #.. .## #.# # .#. #.# ### #...# #..#
    """,
    """
    O   P   Q    R   S   T   U   V   W     X   Y   Z
    .#. ##. .##. ##. .## ### #.# #.# #...# #.# #.# ###
    #.# #.# #..# #.# #.. .#. #.# #.# #...# #.# #.# ..#
    #.# ##. #..# ##. .#. .#. #.# #.# #.#.# .#. .#. .#.
    #.# #.. #.#. #.# ..# .#. #.# #.# ##.## #.# .#. #..
    .#. #.. .#.# #.# ##. .#. ### .#. #...# #.# .#. ###
    """,
    """
    -   . ,  ' /   &    (  )  : ! ?   +   …
    ... . .. # ..# .#.. .# #. . # ##. ... .....
    ... . .. # ..# #.#. #. .# # # ..# .#. .....
    ### . .. . .#. .#.. #. .# . # .#. ### .....
    ... . .# . #.. #.#. #. .# # . ... .#. .....
    ... # #. . #.. .#.# .# #. . # .#. ... #.#.#
    """,
    """
    ;  %     =   "   °   *     [  ]  _   ←     →     ↑     ↓
    .. ##..# ... #.# ### #.#.# ## ## ... ..#.. ..#.. ..#.. ..#..
    .# ##.#. ### #.# #.# .###. #. .# ... .##.. ..##. .###. ..#..
    .. ..#.. ... ... ### ##### #. .# ... ##### ##### ##### #####
    .# .#.## ### ... ... .###. #. .# ... .##.. ..##. ..#.. .###.
    #. #..## ... ... ... #.#.# ## ## ### ..#.. ..#.. ..#.. ..#..
    """,
    """
    0   1   2   3   4   5   6   7   8   9
    ### ##. ### ### #.# ### ### ### ### ###
    #.# .#. ..# ..# #.# #.. #.. ..# #.# #.#
    #.# .#. ### .## ### ### ### ..# ### ###
    #.# .#. #.. ..# ..# ..# #.# ..# #.# ..#
    ### ### ### ### ..# ### ### ..# ### ###
    """,
)
_SPACE_WIDTH = 2


@lru_cache(1)
def font() -> dict[str, Grid]:
    """Give every letter there is a picture of: those of the large font, and the ellipsis."""
    found: dict[str, Grid] = {" ": (bytes(_SPACE_WIDTH),) * HEIGHT}
    for picture in _PICTURES:
        found |= read(picture)
    return found


@lru_cache(256)
def word(spelling: str) -> Grid:
    """Draw a spelling, as `letters.spelt` gives it, also with an ellipsis."""
    return beside((font()[letter] for letter in spelling), 1) if spelling else (b"",) * HEIGHT
